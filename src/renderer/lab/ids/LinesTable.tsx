import { useMemo } from 'react';
import type { LinesReport } from '../../../contract/ipc/lab/ids';
import { ROW_HEIGHT, useRowWindow } from '../shell/use-row-window';
import { useLabMessages } from '../shell/use-lab-messages';
import { countOf } from './count-of';
import styles from './Lines.module.css';

const STATUSES = ['new', 'known', 'repeated', 'malformed', 'over-limit'] as const;

/** What became of every line, with how many of each; only the rows in sight are drawn. */
export const LinesTable = ({ report }: { readonly report: LinesReport }) => {
  const messages = useLabMessages();
  const { lines } = report;
  const { ref, first, end } = useRowWindow(lines.length);
  // Not at every step of a scroll: there may be 50,000.
  const counts = useMemo(
    () => STATUSES.map((status) => ({ status, count: countOf(report, status) })),
    [report],
  );
  if (lines.length === 0) return <p>{messages('labIds.noLines')}</p>;
  return (
    <>
      <ul className={styles['counts']}>
        {counts
          .filter(({ count }) => count > 0)
          .map(({ status, count }) => (
            <li key={status} data-line={status}>
              {messages(`labIds.lines.${status}`, { count: String(count) })}
            </li>
          ))}
      </ul>
      <div
        ref={ref}
        role="table"
        tabIndex={0}
        className={styles['table']}
        aria-label={messages('labIds.linesTitle')}
        aria-rowcount={lines.length + 1}
      >
        <div role="rowgroup" className={styles['head']}>
          <div role="row" aria-rowindex={1} className={styles['row']}>
            <span role="columnheader">{messages('labIds.line')}</span>
            <span role="columnheader">{messages('labIds.column.label')}</span>
            <span role="columnheader">{messages('labIds.found')}</span>
          </div>
        </div>
        <div
          role="rowgroup"
          className={styles['rows']}
          style={{ height: lines.length * ROW_HEIGHT }}
        >
          {lines.slice(first, end).map(({ line, status, label }, index) => (
            <div
              key={line}
              role="row"
              aria-rowindex={first + index + 2}
              className={styles['row']}
              style={{ transform: `translateY(${(first + index) * ROW_HEIGHT}px)` }}
            >
              <span role="cell" className={styles['number']}>
                {line}
              </span>
              <span role="cell">{label || '–'}</span>
              <span role="cell" data-line={status}>
                {messages(`labIds.status.${status}`)}
              </span>
            </div>
          ))}
        </div>
      </div>
    </>
  );
};
