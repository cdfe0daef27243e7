import { useEffect, useMemo, type KeyboardEvent } from 'react';
import type { LabIdView } from '../../../contract/ipc/lab/ids';
import { ROW_HEIGHT, useRowWindow } from '../shell/use-row-window';
import { useLabMessages } from '../shell/use-lab-messages';
import { rearrange, select, useIdsView } from '../stores/ids-view-store';
import { copy, drop, paste, shift, swap } from './actions';
import { isAsKept, nextSorting, SORT_COLUMNS } from './arrange';
import { IdRow, rowElementId } from './IdRow';
import { askRemoval, startRenaming } from './row-actions';
import { RowMenu } from './RowMenu';
import { everything, extended, only, within } from './selection';
import { stepFrom, tableCommandOf, type TableCommand } from './table-keys';
import { useRowDrag } from './use-row-drag';
import table from '../shell/Table.module.css';
import styles from './IdsTable.module.css';

const Head = () => {
  const messages = useLabMessages();
  const { column: sorted, isDescending } = useIdsView(({ arrangement }) => arrangement.sorting);
  return (
    <div role="rowgroup" className={table['head']}>
      <div role="row" aria-rowindex={1} className={`${table['headRow']} ${styles['headRow']}`}>
        {SORT_COLUMNS.map((column) => (
          <span
            key={column}
            role="columnheader"
            className={styles[column]}
            aria-sort={column === sorted ? (isDescending ? 'descending' : 'ascending') : undefined}
          >
            <button
              type="button"
              onClick={() =>
                rearrange({
                  sorting: nextSorting(useIdsView.getState().arrangement.sorting, column),
                })
              }
            >
              {messages(`labIds.column.${column}`)}
            </button>
          </span>
        ))}
        <span role="columnheader">
          <span className="visually-hidden">{messages('labIds.column.actions')}</span>
        </span>
      </div>
    </div>
  );
};

/** What is done to the active row; everything about moving through the table is done by the table. */
const act = (type: TableCommand['type'], id: LabIdView | undefined): void => {
  if (type === 'paste') paste();
  if (id === undefined) return;
  if (type === 'swap') swap(id);
  else if (type === 'rename') startRenaming(id);
  else if (type === 'copy') copy(id);
  else if (type === 'remove') askRemoval(id);
  else if (type === 'menu') useIdsView.setState({ menu: id.key });
};

interface Props {
  /** Sorted and filtered. */
  readonly rows: readonly LabIdView[];
}

/** The ids as a grid: only the rows in sight are drawn, and the keys act upon the active one. */
export const IdsTable = ({ rows }: Props) => {
  const messages = useLabMessages();
  const { ref, first, end, page, scrollTo } = useRowWindow(rows.length);
  const shown = useIdsView((state) => state.selection);
  const renaming = useIdsView((state) => state.renaming);
  const canMove = useIdsView(({ arrangement }) => isAsKept(arrangement));
  const keys = useMemo(() => rows.map(({ key }) => key), [rows]);
  const selection = useMemo(() => within(shown, keys), [shown, keys]);
  const { drag, cancel, handlers } = useRowDrag({ table: ref, keys, canMove, onDrop: drop });
  const active = selection.active === null ? -1 : keys.indexOf(selection.active);

  // Nothing is focused but the table: what a script or a screen reader names as active must be drawn.
  const drawn = rows.slice(first, end).map((row, index) => [row, first + index] as const);
  const activeRow = rows[active];
  if (activeRow && (active < first || active >= end)) drawn.push([activeRow, active]);

  useEffect(() => ref.current?.focus({ preventScroll: true }), [ref]);

  const run = (command: TableCommand): void => {
    if (command.type === 'all') {
      select(everything(selection, keys));
      return;
    }
    if (command.type === 'shift') {
      if (activeRow) shift(activeRow, command.by);
      scrollTo(Math.max(0, active + command.by));
      return;
    }
    if (command.type !== 'go' && command.type !== 'extend') {
      act(command.type, activeRow);
      return;
    }
    const index = stepFrom(active, command.by, rows.length, page);
    const key = keys[index];
    if (key === undefined) return;
    select(command.type === 'extend' ? extended(selection, keys, key) : only(key));
    scrollTo(index);
  };

  const press = (event: KeyboardEvent): void => {
    if (event.target !== ref.current) return;
    if (event.key === 'Escape') cancel();
    const command = tableCommandOf(event);
    if (command === null) return;
    event.preventDefault();
    run(command);
  };

  return (
    <div
      ref={ref}
      role="grid"
      tabIndex={0}
      className={`${table['table']} ${styles['table']}`}
      aria-label={messages('labIds.title')}
      aria-rowcount={rows.length + 1}
      aria-multiselectable="true"
      aria-activedescendant={activeRow && rowElementId(activeRow.key)}
      data-dragging={drag !== null || undefined}
      onKeyDown={press}
      {...handlers}
    >
      <Head />
      <div role="rowgroup" className={table['rows']} style={{ height: rows.length * ROW_HEIGHT }}>
        {drawn.map(([row, index]) => (
          <IdRow
            key={row.key}
            id={row}
            index={index}
            isActive={index === active}
            isSelected={selection.selected.has(row.key)}
            isRenaming={row.key === renaming}
            canMove={canMove}
            isDragged={row.key === drag?.key}
          />
        ))}
        {drag && (
          <div
            className={styles['gap']}
            style={{ transform: `translateY(${drag.gap * ROW_HEIGHT}px)` }}
          />
        )}
      </div>
      <RowMenu rows={rows} canMove={canMove} />
    </div>
  );
};
