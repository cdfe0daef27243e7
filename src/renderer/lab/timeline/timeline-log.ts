import type { Result } from '../../../contract/errors';
import type { TimelinePage, TimelineRow } from '../../../contract/ipc/lab/timeline';
import type { RowOutcome } from '../../../contract/lab-words';

/** Which rows are shown. `text`: every word of it is in the type or in what happened, in any case. */
export interface TimelineFilter {
  readonly text: string;
  readonly outcome: RowOutcome | null;
  /** The part of the type before the slash. */
  readonly area: string | null;
}

export const EVERYTHING: TimelineFilter = { text: '', outcome: null, area: null };

/** The events as the window holds them. Its lists grow in place: who draws them asks `version`. */
export interface TimelineLog {
  /** Grows with every change. */
  readonly version: () => number;
  /** How many are held, and those that the filter leaves, oldest first. */
  count(): number;
  shown(): readonly TimelineRow[];
  filter(): TimelineFilter;
  readonly setFilter: (filter: TimelineFilter) => void;
  readonly subscribe: (listener: () => void) => () => void;
  /** Reads what there is, and follows what comes. Returns the end of it. */
  connect(): () => void;
}

/** The two members of the contract it lives on. */
export interface TimelineSource {
  readonly page: (input: { from: number }) => Promise<Result<TimelinePage>>;
  readonly appended: (listener: (page: TimelinePage) => void) => () => void;
}

/** Rows held; as many as main keeps. */
const CAPACITY = 100_000;
/** Rows beyond it that may gather before the oldest go. */
const SLACK = 5_000;

const escaped = (word: string): string => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Tests rows against a filter. */
const createMatcher = ({ text, outcome, area }: TimelineFilter) => {
  const words = text
    .split(/\s+/)
    .filter((word) => word !== '')
    .map((word) => new RegExp(escaped(word), 'i'));
  const prefix = area === null ? '' : `${area}/`;
  return (row: TimelineRow): boolean =>
    (outcome === null || row.outcome === outcome) &&
    row.type.startsWith(prefix) &&
    words.every((word) => word.test(row.what) || word.test(row.type));
};

/** Creates an empty log. */
export const createTimelineLog = (source: TimelineSource, capacity = CAPACITY): TimelineLog => {
  const listeners = new Set<() => void>();
  let rows: TimelineRow[] = [];
  let filter = EVERYTHING;
  let matches = createMatcher(filter);
  let shown: TimelineRow[] = [];
  let version = 0;
  /** Number of the next row to be held, and of the next event as far as main has told. */
  let next = 0;
  let known = 0;

  const changed = (): void => {
    version += 1;
    for (const listener of listeners) listener();
  };

  const trim = (): void => {
    if (rows.length <= capacity + SLACK) return;
    rows = rows.slice(-capacity);
    const oldest = rows[0]?.seq ?? 0;
    const start = shown.findIndex(({ seq }) => seq >= oldest);
    shown = start < 0 ? [] : shown.slice(start);
  };

  const take = (page: TimelinePage): void => {
    for (const row of page.rows) {
      if (row.seq < next) continue;
      next = row.seq + 1;
      rows.push(row);
      if (matches(row)) shown.push(row);
    }
    known = Math.max(known, page.next);
    trim();
    changed();
  };

  const connect = (): (() => void) => {
    let isReading = false;
    let isOver = false;

    const read = async (): Promise<void> => {
      if (isReading) return;
      isReading = true;
      do {
        const answer = await source.page({ from: next }).catch(() => null);
        if (isOver || !answer?.ok) break;
        take(answer.value);
      } while (next < known);
      isReading = false;
    };

    const stop = source.appended((page) => {
      known = Math.max(known, page.next);
      // What came between is read in its order.
      if (isReading || (page.rows[0]?.seq ?? 0) > next) void read();
      else take(page);
    });
    void read();
    return () => {
      isOver = true;
      stop();
    };
  };

  return {
    version: () => version,
    count: () => rows.length,
    shown: () => shown,
    filter: () => filter,
    setFilter(wanted) {
      filter = wanted;
      matches = createMatcher(filter);
      shown = rows.filter(matches);
      changed();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    connect,
  };
};
