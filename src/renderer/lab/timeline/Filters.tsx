import { ToggleButton } from 'react-aria-components/ToggleButton';
import { ROW_OUTCOMES } from '../../../contract/lab-words';
import { Select } from '../../components/Select';
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

/** What is shown of the events, and whether the newest stays in sight. */
export const Filters = ({ filter, onFilter, isFollowing, onFollow }: Props) => {
  const messages = useLabMessages();
  const any = ['', messages('labTimeline.any')] as const;
  return (
    <div className={table['filters']}>
      <LabSearch
        label={messages('labTimeline.search')}
        value={filter.text}
        className={styles['search']}
        onChange={(text) => onFilter({ ...filter, text })}
      />
      <Select
        layout="beside"
        label={messages('labTimeline.outcome')}
        value={filter.outcome ?? ''}
        options={[
          any,
          ...ROW_OUTCOMES.map((name) => [name, messages(`labTimeline.${name}`)] as const),
        ]}
        onChange={(outcome) => onFilter({ ...filter, outcome: outcome || null })}
      />
      <Select
        layout="beside"
        label={messages('labTimeline.area')}
        value={filter.area ?? ''}
        options={[any, ...AREAS.map((area) => [area, area] as const)]}
        onChange={(area) => onFilter({ ...filter, area: area || null })}
      />
      <ToggleButton className={styles['follow'] ?? ''} isSelected={isFollowing} onChange={onFollow}>
        {messages('labTimeline.follow')}
      </ToggleButton>
    </div>
  );
};
