import { memo, useEffect, type KeyboardEvent, type MouseEvent } from 'react';
import type { TimelineRow } from '../../../contract/ipc/lab/timeline';
import { ROW_HEIGHT, useRowWindow } from '../shell/use-row-window';
import { useLabMessages } from '../shell/use-lab-messages';
import { slotsOf } from './slots';
import { timeText } from './time-text';
import table from '../shell/Table.module.css';
import styles from './EventTable.module.css';

const elementId = (seq: number): string => `event-${seq}`;

/** The rows drawn in their order, which is not that of their elements. */
const idsOf = (rows: readonly TimelineRow[]): string | undefined =>
  rows.map(({ seq }) => elementId(seq)).join(' ') || undefined;

interface RowProps {
  readonly row: TimelineRow;
  /** Place among the rows shown, from 0. */
  readonly index: number;
  readonly isSelected: boolean;
}

/** One event. The table listens for all of them. */
const EventRow = memo(({ row, index, isSelected }: RowProps) => (
  <div
    role="row"
    id={elementId(row.seq)}
    aria-rowindex={index + 2}
    aria-selected={isSelected}
    className={`${table['row']} ${styles['row']}`}
    data-index={index}
    data-outcome={row.outcome}
    style={{ top: index * ROW_HEIGHT }}
  >
    <span role="gridcell" className={styles['quiet']}>
      {row.seq}
    </span>
    <span role="gridcell" className={styles['quiet']}>
      {timeText(row.at)}
    </span>
    <span role="gridcell" className={styles['type']}>
      {row.type}
    </span>
    <span role="gridcell">{row.what}</span>
    <span role="gridcell" className={styles['ms']}>
      {row.ms === null ? '' : row.ms.toFixed(1)}
    </span>
  </div>
));
EventRow.displayName = 'EventRow';

/** Rows drawn above and below those in sight. */
const AROUND = 6;

const COLUMNS = ['number', 'time', 'type', 'what', 'ms'] as const;

const Head = () => {
  const messages = useLabMessages();
  return (
    <div role="rowgroup" className={table['head']}>
      <div role="row" aria-rowindex={1} className={`${table['headRow']} ${styles['headRow']}`}>
        {COLUMNS.map((column) => (
          <span key={column} role="columnheader">
            {messages(`labTimeline.${column}`)}
          </span>
        ))}
      </div>
    </div>
  );
};

/** By how many rows a key moves; Infinity to an end. Null: not a key of the table. */
const stepOf = (key: string, page: number): number | null => {
  const steps: Readonly<Record<string, number>> = {
    ArrowDown: 1,
    ArrowUp: -1,
    PageDown: page,
    PageUp: -page,
    Home: -Infinity,
    End: Infinity,
  };
  return steps[key] ?? null;
};

interface Props {
  readonly rows: readonly TimelineRow[];
  /** Grows when `rows`, which grow in place, have changed. */
  readonly version: number;
  readonly selected: TimelineRow | null;
  readonly isFollowing: boolean;
  readonly onSelect: (row: TimelineRow | null) => void;
  /** The person went elsewhere than to the newest event, or came back to it. */
  readonly onFollow: (isFollowing: boolean) => void;
}

/** The events as a grid: only the rows in sight are drawn. */
export const EventTable = ({ rows, version, selected, isFollowing, onSelect, onFollow }: Props) => {
  const messages = useLabMessages();
  const { ref, first, end, page, scrollTo } = useRowWindow(rows.length, AROUND);

  useEffect(() => {
    const box = ref.current;
    if (box && isFollowing) box.scrollTop = box.scrollHeight;
    // The height tells of a window made smaller.
  }, [ref, version, isFollowing, page]);

  const drawn = rows.slice(first, end);
  // Only what is drawn can be named as active.
  const active = drawn.find((row) => row.seq === selected?.seq);

  const select = (index: number): void => {
    const row = rows[index];
    if (!row) return;
    onSelect(row);
    onFollow(false);
    // Once the details have taken their part of the height.
    requestAnimationFrame(() => scrollTo(index));
  };

  const press = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') onSelect(null);
    const step = stepOf(event.key, page);
    if (step === null || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    const at = selected === null ? rows.length : rows.indexOf(selected);
    select(Math.min(rows.length - 1, Math.max(0, at + step)));
  };

  const click = ({ target }: MouseEvent): void => {
    const row = (target as HTMLElement).closest<HTMLElement>('[data-index]');
    if (row) select(Number(row.dataset['index']));
  };

  return (
    <div
      ref={ref}
      role="grid"
      tabIndex={0}
      className={`${table['table']} ${styles['table']}`}
      aria-label={messages('labTimeline.table')}
      aria-rowcount={rows.length + 1}
      aria-activedescendant={active ? elementId(active.seq) : undefined}
      onKeyDown={press}
      onClick={click}
      onMouseDown={({ target, currentTarget }) => target === currentTarget && onFollow(false)}
      onWheel={({ deltaY }) => deltaY < 0 && onFollow(false)}
    >
      <Head />
      <div
        role="rowgroup"
        aria-owns={idsOf(drawn)}
        className={`${table['rows']} ${styles['rows']}`}
        style={{ height: rows.length * ROW_HEIGHT }}
      >
        {slotsOf(first, end).map((index, slot) => {
          const row = index === null ? undefined : rows[index];
          if (index === null || !row) return null;
          const isSelected = row.seq === selected?.seq;
          return <EventRow key={slot} row={row} index={index} isSelected={isSelected} />;
        })}
      </div>
    </div>
  );
};
