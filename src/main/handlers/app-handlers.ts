import type { contract } from '../../contract/ipc/contract';
import type { HandlersOf } from '../../contract/ipc/define';
import type { Companion } from '../app/create-companion';
import type { Desktop } from '../app/desktop';
import { reportOf } from '../app/report';
import { createLinkOpener } from '../security/external-links';

/** Answers the `app` calls. */
export const createAppHandlers = (
  companion: Companion,
  desktop: Desktop,
): HandlersOf<typeof contract>['app'] => {
  let isRelaunching = false;
  const openLink = createLinkOpener((url) => desktop.openExternal(url));
  return {
    snapshot: () => companion.snapshot(),
    openLink: ({ link }) => openLink(link),
    copyReport: () => desktop.writeClipboard(reportOf(companion)),
    relaunch() {
      // Each call would start one more app, so it answers once, and only where it is offered.
      if (isRelaunching || companion.snapshot().session.status !== 'blocked') return;
      isRelaunching = true;
      desktop.relaunch();
    },
    dismissNotice: ({ id }) => companion.notices.dismiss(id),
  };
};
