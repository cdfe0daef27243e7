import type { HandlersOf } from '../../../contract/ipc/define';
import type { labContract } from '../../../contract/ipc/lab-contract';
import { saveAs } from '../../app/write-export';
import type { Lab, LabDeps } from '../create-lab';
import { fieldsOf } from './timeline-row';

/** Answers the `labTimeline` calls. */
export const createTimelineHandlers = (
  { timeline }: Pick<Lab, 'timeline'>,
  { companion, desktop }: LabDeps,
): HandlersOf<typeof labContract>['labTimeline'] => ({
  page: ({ from }) => timeline.page(from),
  fields({ seq }) {
    const [entry] = companion.journal.page(seq, 1).entries;
    return entry?.seq === seq ? fieldsOf(entry).map(([name, value]) => [name, value]) : [];
  },
  async save({ format, seqs }) {
    const { createLabMessages } = await import('../../../messages/lab-catalogue');
    const messages = createLabMessages(companion.snapshot().language);
    const fileName = `${messages('labTimeline.fileName')}.${format}`;
    return saveAs(desktop, messages('labTimeline.saveTitle'), fileName, async () => {
      const wanted = seqs && new Set(seqs);
      const entries = companion.journal.events().filter(({ seq }) => wanted?.has(seq) ?? true);
      const { textOf } = await import('./timeline-text');
      return textOf(entries, format);
    });
  },
});
