import { useId } from 'react';
import { ToggleButton } from 'react-aria-components/ToggleButton';
import { ROW_OUTCOMES } from '../../../contract/lab-words';
import { LabSearch } from '../shell/LabSearch';
import { useLabMessages } from '../shell/use-lab-messages';
import type { TimelineFilter } from './timeline-log';
import table from '../shell/Table.module.css';
import styles from './Filters.module.css';

/** The parts of the app that tell the journal something. */
const AREAS = ['session', 'outbox', 'secrets', 'lab', 'app', 'ipc', 'settings', 'journal'] as const;

interface Props {
  readonly filter: TimelineFilter;
  readonly onFilter: (filter: TimelineFilter) => void;
  readonly isFollowing: boolean;
  readonly onFollow: (isFollowing: boolean) => void;
}

interface PickProps {
  readonly label: string;
  readonly any: string;
  readonly value: string | null;
  readonly options: readonly (readonly [value: string, text: string])[];
  readonly onPick: (value: string | null) => void;
}

const Pick = ({ label, any, value, options, onPick }: PickProps) => {
  const id = useId();
  return (
    <div className={styles['pick']}>
      <label htmlFor={id}>{label}</label>
      <select id={id} value={value ?? ''} onChange={({ target }) => onPick(target.value || null)}>
        <option value="">{any}</option>
        {options.map(([name, text]) => (
          <option key={name} value={name}>
            {text}
          </option>
        ))}
      </select>
    </div>
  );
};

/** What is shown of the events, and whether the newest stays in sight. */
export const Filters = ({ filter, onFilter, isFollowing, onFollow }: Props) => {
  const messages = useLabMessages();
  return (
    <div className={table['filters']}>
      <LabSearch
        label={messages('labTimeline.search')}
        value={filter.text}
        className={styles['search']}
        onChange={(text) => onFilter({ ...filter, text })}
      />
      <Pick
        label={messages('labTimeline.outcome')}
        any={messages('labTimeline.any')}
        value={filter.outcome}
        options={ROW_OUTCOMES.map((name) => [name, messages(`labTimeline.${name}`)] as const)}
        onPick={(name) =>
          onFilter({ ...filter, outcome: ROW_OUTCOMES.find((one) => one === name) ?? null })
        }
      />
      <Pick
        label={messages('labTimeline.area')}
        any={messages('labTimeline.any')}
        value={filter.area}
        options={AREAS.map((area) => [area, area] as const)}
        onPick={(area) => onFilter({ ...filter, area })}
      />
      <ToggleButton className={styles['follow'] ?? ''} isSelected={isFollowing} onChange={onFollow}>
        {messages('labTimeline.follow')}
      </ToggleButton>
    </div>
  );
};
