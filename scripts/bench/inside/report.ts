/** What a program inside Electron is asked to do. */
export type BenchTask = 'onboard' | 'startup' | 'settle' | 'memory' | 'ipc' | 'timeline';

/** What it found; which fields, its task says. */
export interface Report {
  /** The page was ready: milliseconds since 1970. */
  readonly readyAt?: number;
  /** Where the time went: milliseconds since 1970 by name. */
  readonly marks?: Readonly<Record<string, number>>;
  /** Sum over all processes, KiB. */
  readonly workingSet?: number;
  /** Milliseconds per round trip, one value per batch. */
  readonly contract?: readonly number[];
  readonly bare?: readonly number[];
  readonly unbridged?: readonly number[];
  /** Milliseconds of each switch. */
  readonly switches?: readonly number[];
  /** Bytes of heap in use after a collection: after the first hundred switches, and after the last. */
  readonly heapEarly?: number;
  readonly heapLate?: number;
  /** Milliseconds between frames, while nothing moves and while the timeline scrolls. */
  readonly idle?: readonly number[];
  readonly frames?: readonly number[];
  /** Events in the timeline, and milliseconds until it held them. */
  readonly events?: number;
  readonly openMs?: number;
}

/** Starts the one line of stdout that is a report. */
export const MARK = 'bench-report ';

/** Hands a report to the process that started this one. */
export const report = (found: Report): void => {
  process.stdout.write(`${MARK}${JSON.stringify(found)}\n`);
};
