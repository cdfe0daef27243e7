import type { HandlersOf } from '../../../contract/ipc/define';
import type { labContract } from '../../../contract/ipc/lab-contract';
import type { Language } from '../../../messages/catalogue';
import type { Desktop } from '../../app/desktop';
import { writeExport } from '../../app/write-export';
import type { Journal } from '../../journal/journal';
import type { Timeline } from './timeline';
import { fieldsOf } from './timeline-row';

interface TimelineHandlersDeps {
  readonly timeline: Timeline;
  readonly journal: Pick<Journal, 'page' | 'events'>;
  readonly desktop: Pick<Desktop, 'chooseSaveFile'>;
  readonly language: () => Language;
}

/** Answers the `labTimeline` calls. */
export const createTimelineHandlers = ({
  timeline,
  journal,
  desktop,
  language,
}: TimelineHandlersDeps): HandlersOf<typeof labContract>['labTimeline'] => ({
  page: ({ from }) => timeline.page(from),
  fields({ seq }) {
    const [entry] = journal.page(seq, 1).entries;
    return entry?.seq === seq ? fieldsOf(entry).map(([name, value]) => [name, value]) : [];
  },
  async save({ format, seqs }) {
    const { createLabMessages } = await import('../../../messages/lab-catalogue');
    const messages = createLabMessages(language());
    const fileName = `${messages('labTimeline.fileName')}.${format}`;
    const file = await desktop.chooseSaveFile(messages('labTimeline.saveTitle'), fileName);
    if (file === null) return 'cancelled';
    const wanted = seqs && new Set(seqs);
    const entries = journal.events().filter(({ seq }) => wanted?.has(seq) ?? true);
    const { textOf } = await import('./timeline-text');
    await writeExport(file, textOf(entries, format));
    return 'saved';
  },
});
