import { useEffect, useState, useSyncExternalStore } from 'react';
import type { TimelineRow } from '../../../contract/ipc/lab/timeline';
import { action } from '../../app/action';
import { usePending } from '../../stores/action-store';
import { lab } from '../shell/lab-api';
import { done } from '../shell/lab-said';
import { LabMenu } from '../shell/LabMenu';
import { LabView } from '../shell/LabView';
import { useLabMessages } from '../shell/use-lab-messages';
import { EventDetails } from './EventDetails';
import { EventTable } from './EventTable';
import { Filters } from './Filters';
import { createTimelineLog, EVERYTHING, type TimelineLog } from './timeline-log';
import styles from './TimelineView.module.css';

interface Saving {
  readonly log: TimelineLog;
  readonly format: 'jsonl' | 'csv';
}

/** Saves what is shown. */
const save = action(
  'saveTimeline',
  ({ log, format }: Saving) => {
    const isAll = log.filter() === EVERYTHING;
    return lab.labTimeline.save({ format, seqs: isAll ? null : log.shown().map((r) => r.seq) });
  },
  (outcome) => (outcome === 'saved' ? done((messages) => messages('labTimeline.saved')) : null),
);

/** What happened since the app started, in order: to be searched, followed and saved. */
export const TimelineView = () => {
  const messages = useLabMessages();
  const [log] = useState(() => createTimelineLog(lab.labTimeline));
  const version = useSyncExternalStore(log.subscribe, log.version);
  const [selected, setSelected] = useState<TimelineRow | null>(null);
  const [isFollowing, setFollowing] = useState(true);
  const isSaving = usePending(save);
  useEffect(() => log.connect(), [log]);
  const rows = log.shown();
  return (
    <LabView
      name="timeline"
      layout="fixed"
      title={messages('labTimeline.title')}
      aside={messages('labTimeline.shown', { shown: rows.length, all: log.count() })}
      toolbar={
        <LabMenu
          label={messages('labTimeline.save')}
          isPending={isSaving}
          items={[
            {
              ...{ id: 'jsonl', text: messages('labTimeline.saveJson') },
              onAction: () => save({ log, format: 'jsonl' }),
            },
            {
              ...{ id: 'csv', text: messages('labTimeline.saveCsv') },
              onAction: () => save({ log, format: 'csv' }),
            },
          ]}
        />
      }
    >
      <Filters
        filter={log.filter()}
        onFilter={log.setFilter}
        isFollowing={isFollowing}
        onFollow={setFollowing}
      />
      <EventTable
        rows={rows}
        version={version}
        selected={selected}
        isFollowing={isFollowing}
        onSelect={setSelected}
        onFollow={setFollowing}
      />
      {rows.length === 0 && <p className={styles['none']}>{messages('labTimeline.none')}</p>}
      {selected && <EventDetails row={selected} onClose={() => setSelected(null)} />}
    </LabView>
  );
};
