import { useEffect, useState } from 'react';
import { lab } from '../shell/lab-api';
import { useLabMessages } from '../shell/use-lab-messages';
import type { TimelineRow } from '../../../contract/ipc/lab/timeline';
import styles from './EventDetails.module.css';

interface Props {
  readonly row: TimelineRow;
  readonly onClose: () => void;
}

/** Every field of one event, as the journal has it. */
export const EventDetails = ({ row, onClose }: Props) => {
  const messages = useLabMessages();
  const { seq, at, type } = row;
  const [fields, setFields] = useState<readonly (readonly [string, string])[]>([]);
  useEffect(() => {
    let isOver = false;
    void lab.labTimeline.fields({ seq }).then((answer) => {
      if (!isOver && answer.ok) setFields(answer.value);
    });
    return () => {
      isOver = true;
    };
  }, [seq]);
  const all = [['type', type], ['time', new Date(at).toISOString()], ...fields] as const;
  return (
    <aside
      className={styles['details']}
      aria-label={messages('labTimeline.fields', { seq: String(seq) })}
    >
      <dl>
        {all.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <button type="button" aria-label={messages('labTimeline.close')} onClick={onClose}>
        <svg width="12" height="12" viewBox="0 0 14 14" aria-hidden="true">
          <path d="M2 2l10 10M12 2L2 12" stroke="currentColor" strokeWidth="1.6" />
        </svg>
      </button>
    </aside>
  );
};
