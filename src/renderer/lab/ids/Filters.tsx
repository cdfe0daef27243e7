import { useEffect, useRef } from 'react';
import { ToggleButton } from 'react-aria-components/ToggleButton';
import { ToggleButtonGroup } from 'react-aria-components/ToggleButtonGroup';
import { useLabMessages } from '../shell/use-lab-messages';
import { rearrange, useIdsView } from '../stores/ids-view-store';
import type { OutcomeFilter } from './arrange';
import styles from './Ids.module.css';

const FILTERS = ['all', 'Success', 'Failure', 'Skipped', 'Cancelled', 'unused'] as const;

/** Search, and filters by how an id ended last, each with how many it would leave. */
export const Filters = ({ counts }: { readonly counts: ReadonlyMap<OutcomeFilter, number> }) => {
  const messages = useLabMessages();
  const { text, outcome } = useIdsView(({ arrangement }) => arrangement);
  const search = useRef<HTMLInputElement>(null);
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 'f') return;
      event.preventDefault();
      search.current?.select();
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, []);
  return (
    <div className={styles['filters']}>
      <input
        ref={search}
        type="search"
        className={styles['search']}
        aria-label={messages('labIds.search')}
        placeholder={messages('labIds.search')}
        value={text}
        spellCheck={false}
        onChange={({ target }) => rearrange({ text: target.value })}
        onKeyDown={({ key }) => key === 'Escape' && rearrange({ text: '' })}
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
