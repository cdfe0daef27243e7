import type { LabIdView } from '../../../contract/ipc/lab/ids';
import type { LabOutcomeView } from '../../../contract/ipc/lab/outcome';

/** Columns the table can be sorted by; `order` is the tester's own. */
export const SORT_COLUMNS = [
  'order',
  'label',
  'maskedId',
  'product',
  'service',
  'lastUsedAt',
  'outcome',
] as const;
export type SortColumn = (typeof SORT_COLUMNS)[number];

export interface Sorting {
  readonly column: SortColumn;
  readonly isDescending: boolean;
}

/** Which rows are shown by how they ended last; `unused` never were logged in from here. */
export type OutcomeFilter = 'all' | LabOutcomeView['type'] | 'unused';

export interface Arrangement {
  readonly text: string;
  readonly outcome: OutcomeFilter;
  readonly sorting: Sorting;
}

const OWN_ORDER: Sorting = { column: 'order', isDescending: false };

/** Everything, in the tester's order: only then a row has a place it can be moved from. */
export const AS_KEPT: Arrangement = { text: '', outcome: 'all', sorting: OWN_ORDER };

/** True while rows are shown in the tester's order, none left out. */
export const isAsKept = ({ text, outcome, sorting }: Arrangement): boolean =>
  text.trim() === '' && outcome === 'all' && sorting.column === 'order' && !sorting.isDescending;

/** What a press on a column's head leads to: up, then down, then the tester's order again. */
export const nextSorting = (now: Sorting, column: SortColumn): Sorting => {
  if (now.column !== column) return { column, isDescending: false };
  return now.isDescending ? OWN_ORDER : { column, isDescending: true };
};

/** The filter a row belongs to, beside `all`. */
export const outcomeOf = ({ lastOutcome }: LabIdView): Exclude<OutcomeFilter, 'all'> =>
  lastOutcome?.type ?? 'unused';

/** How many rows each filter would leave. */
export const countOutcomes = (ids: readonly LabIdView[]): ReadonlyMap<OutcomeFilter, number> => {
  const counts = new Map<OutcomeFilter, number>([['all', ids.length]]);
  for (const id of ids) counts.set(outcomeOf(id), (counts.get(outcomeOf(id)) ?? 0) + 1);
  return counts;
};

const collator = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' });

const textOf = (id: LabIdView, column: Exclude<SortColumn, 'order' | 'lastUsedAt'>): string => {
  switch (column) {
    case 'service':
      return id.serviceHost ?? '';
    case 'outcome':
      return `${outcomeOf(id)} ${id.lastOutcome?.code ?? ''}`;
    case 'label':
    case 'maskedId':
    case 'product':
      return id[column];
    default:
      return column satisfies never;
  }
};

const compareBy =
  (column: Exclude<SortColumn, 'order'>) =>
  (a: LabIdView, b: LabIdView): number =>
    column === 'lastUsedAt'
      ? (a.lastUsedAt ?? 0) - (b.lastUsedAt ?? 0)
      : collator.compare(textOf(a, column), textOf(b, column));

/** The rows to show: those with every word of the text in them, sorted; equal ones keep the tester's order. */
export const arrange = (
  ids: readonly LabIdView[],
  { text, outcome, sorting }: Arrangement,
): readonly LabIdView[] => {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  const shown = ids.filter((id) => {
    if (outcome !== 'all' && outcomeOf(id) !== outcome) return false;
    if (words.length === 0) return true;
    const { label, maskedId, product, serviceHost, lastOutcome } = id;
    const line = [label, maskedId, product, serviceHost, lastOutcome?.code].join(' ').toLowerCase();
    return words.every((word) => line.includes(word));
  });
  const { column, isDescending } = sorting;
  if (column === 'order') return isDescending ? shown.toReversed() : shown;
  const compare = compareBy(column);
  return shown.sort((a, b) => (isDescending ? compare(b, a) : compare(a, b)));
};
