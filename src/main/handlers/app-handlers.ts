import type { contract } from '../../contract/ipc/contract';
import type { HandlersOf } from '../../contract/ipc/define';
import type { Companion } from '../app/create-companion';
import type { Desktop } from '../app/desktop';
import { createReport } from '../app/report';
import { createLinkOpener } from '../security/external-links';

/** Answers the `app` calls. */
export const createAppHandlers = (
  companion: Companion,
  desktop: Desktop,
): HandlersOf<typeof contract>['app'] => {
  const openLink = createLinkOpener((url) => desktop.openExternal(url));
  return {
    snapshot: () => companion.snapshot(),
    openLink: ({ link }) => openLink(link),
    copyReport: () =>
      desktop.writeClipboard(createReport(companion.snapshot(), companion.journal.events())),
    relaunch: () => desktop.relaunch(),
    dismissNotice: ({ id }) => companion.notices.dismiss(id),
  };
};
