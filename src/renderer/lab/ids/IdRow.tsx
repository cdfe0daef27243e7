import { memo, useState } from 'react';
import type { LabIdView } from '../../../contract/ipc/lab/ids';
import { MAX_LABEL_LENGTH } from '../../../contract/lab-words';
import { useLanguage } from '../../stores/language-store';
import { usePending } from '../../stores/action-store';
import { ROW_HEIGHT } from '../shell/use-row-window';
import { useLabMessages } from '../shell/use-lab-messages';
import { useIdsView } from '../stores/ids-view-store';
import { rename, swap } from './actions';
import { lastUsedText } from './last-used';
import { OutcomeCell } from './OutcomeCell';
import { pointAt } from './row-actions';
import { menuButtonId } from './RowMenu';
import table from '../shell/Table.module.css';
import styles from './IdsTable.module.css';

/** Id of a row's element, which the table names as its active one. */
export const rowElementId = (key: string): string => `id-${key}`;

const NewLabel = ({ id }: { readonly id: LabIdView }) => {
  const messages = useLabMessages();
  const [label, setLabel] = useState(id.label);
  return (
    <input
      className={styles['newLabel']}
      aria-label={messages('labIds.newLabel')}
      autoFocus
      value={label}
      maxLength={MAX_LABEL_LENGTH}
      onFocus={({ target }) => target.select()}
      onChange={({ target }) => setLabel(target.value)}
      onBlur={() => rename(id, label.trim())}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.key === 'Enter') event.currentTarget.closest<HTMLElement>('[role=grid]')?.focus();
        if (event.key !== 'Escape') return;
        useIdsView.setState({ renaming: null });
        event.currentTarget.closest<HTMLElement>('[role=grid]')?.focus();
      }}
    />
  );
};

/** What a row's own buttons do; the keys do the same, so Tab passes them by. */
const RowButtons = ({ id }: { readonly id: LabIdView }) => {
  const messages = useLabMessages();
  // A swap begun meanwhile would do nothing.
  const isSwapping = usePending(swap);
  const name = id.label || id.maskedId;
  return (
    <span role="gridcell" onDoubleClick={(event) => event.stopPropagation()}>
      <span className={styles['buttons']}>
        {!id.isCurrent && (
          <button
            type="button"
            tabIndex={-1}
            disabled={isSwapping}
            className={styles['swap']}
            aria-label={messages('labIds.swapTo', { name })}
            onClick={({ currentTarget }) => {
              // The button goes once its id is the current one: the keys must not go with it.
              currentTarget.closest<HTMLElement>('[role=grid]')?.focus({ preventScroll: true });
              swap(id);
            }}
          >
            {messages('labIds.swapNow')}
          </button>
        )}
        <button
          type="button"
          id={menuButtonId(id.key)}
          tabIndex={-1}
          className={styles['more']}
          aria-haspopup="menu"
          aria-label={messages('labIds.actions', { name })}
          onClick={() => useIdsView.setState({ menu: id.key })}
        >
          ⋯
        </button>
      </span>
    </span>
  );
};

interface Props {
  readonly id: LabIdView;
  /** Place among the rows shown, from 0. */
  readonly index: number;
  readonly isActive: boolean;
  readonly isSelected: boolean;
  readonly isRenaming: boolean;
  /** It can be dragged by its number. */
  readonly canMove: boolean;
  readonly isDragged: boolean;
}

/** One id. */
export const IdRow = memo((props: Props) => {
  const { id, index, isActive, isSelected, isRenaming, canMove, isDragged } = props;
  const messages = useLabMessages();
  const language = useLanguage((state) => state.language);
  const { label, maskedId, product, isUsable, isCurrent, lastUsedAt, lastOutcome } = id;
  return (
    <div
      role="row"
      id={rowElementId(id.key)}
      aria-rowindex={index + 2}
      aria-selected={isSelected}
      aria-current={isCurrent ? 'true' : undefined}
      className={`${table['row']} ${styles['row']}`}
      data-active={isActive || undefined}
      data-unusable={!isUsable || undefined}
      data-dragged={isDragged || undefined}
      style={{ transform: `translateY(${index * ROW_HEIGHT}px)` }}
      onMouseDown={(event) => event.button === 0 && pointAt(id.key, event)}
      onDoubleClick={() => !isRenaming && swap(id)}
      onContextMenu={(event) => {
        event.preventDefault();
        if (!isSelected) pointAt(id.key, event);
        useIdsView.setState({ menu: id.key });
      }}
    >
      <span
        role="gridcell"
        className={styles['number']}
        data-handle={canMove ? id.key : undefined}
        title={canMove ? messages('labIds.dragHint') : undefined}
      >
        {index + 1}
      </span>
      <span role="gridcell" className={styles['label']}>
        {isRenaming ? (
          <NewLabel id={id} />
        ) : (
          <span className={styles['name']} title={label}>
            {label || <em>{messages('labIds.noLabel')}</em>}
          </span>
        )}
        {isCurrent && <span className={styles['here']}>{messages('labIds.current')}</span>}
      </span>
      <span role="gridcell" className={styles['mono']}>
        {maskedId}
      </span>
      <span role="gridcell" className={styles['product']}>
        {product}
      </span>
      <span role="gridcell" className={styles['service']}>
        {id.serviceHost ?? messages('lab.embedded')}
      </span>
      <span role="gridcell" className={styles['time']}>
        {lastUsedText(language, lastUsedAt)}
      </span>
      <span role="gridcell">{lastOutcome && <OutcomeCell outcome={lastOutcome} />}</span>
      <RowButtons id={id} />
    </div>
  );
});
