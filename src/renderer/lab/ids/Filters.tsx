import { ToggleButton } from 'react-aria-components/ToggleButton';
import { ToggleButtonGroup } from 'react-aria-components/ToggleButtonGroup';
import { LabSearch } from '../shell/LabSearch';
import { useLabMessages } from '../shell/use-lab-messages';
import { rearrange, useIdsView } from '../stores/ids-view-store';
import type { OutcomeFilter } from './arrange';
import table from '../shell/Table.module.css';
import styles from './Filters.module.css';

const FILTERS = ['all', 'Success', 'Failure', 'Skipped', 'Cancelled', 'unused'] as const;

/** Search, and filters by how an id ended last, each with how many it would leave. */
export const Filters = ({ counts }: { readonly counts: ReadonlyMap<OutcomeFilter, number> }) => {
  const messages = useLabMessages();
  const { text, outcome } = useIdsView(({ arrangement }) => arrangement);
  return (
    <div className={table['filters']}>
      <LabSearch
        label={messages('labIds.search')}
        value={text}
        className={styles['search']}
        onChange={(next) => rearrange({ text: next })}
      />
      <ToggleButtonGroup
        className={styles['outcomes'] ?? ''}
        aria-label={messages('labIds.column.outcome')}
        disallowEmptySelection
        selectedKeys={[outcome]}
        onSelectionChange={(keys) => {
          const next = FILTERS.find((name) => keys.has(name));
          if (next) rearrange({ outcome: next });
        }}
      >
        {FILTERS.filter((name) => name === 'all' || name === outcome || counts.has(name)).map(
          (name) => (
            <ToggleButton key={name} id={name} className={styles['filter'] ?? ''}>
              {name === 'all' || name === 'unused' ? messages(`labIds.${name}`) : name}
              <span className={styles['count']}>{counts.get(name) ?? 0}</span>
            </ToggleButton>
          ),
        )}
      </ToggleButtonGroup>
    </div>
  );
};
