import type { HandlersOf } from '../../../contract/ipc/define';
import type { labSoak } from '../../../contract/ipc/lab/soak';
import type { Language } from '../../../messages/catalogue';
import { createLabMessages } from '../../../messages/lab-catalogue';
import type { Desktop } from '../../app/desktop';
import { writeExport } from '../../app/write-export';
import type { LabSoak } from './lab-soak';

interface SoakHandlersDeps {
  readonly soak: LabSoak;
  readonly desktop: Pick<Desktop, 'chooseSaveFile'>;
  readonly language: () => Language;
}

/** Answers the soak's calls. */
export const createSoakHandlers = ({
  soak,
  desktop,
  language,
}: SoakHandlersDeps): HandlersOf<{ labSoak: typeof labSoak }>['labSoak'] => ({
  view: () => soak.view(),
  // Only its beginning is waited for; a refusal to begin is told at once.
  start: (order) => Promise.race([soak.start(order), Promise.resolve()]),
  stop: () => soak.stop(),
  async saveCsv() {
    const messages = createLabMessages(language());
    const file = await desktop.chooseSaveFile(messages('labSoak.title'), 'soak.csv');
    if (file === null) return 'cancelled';
    await writeExport(file, soak.csv());
    return 'saved';
  },
});
