import type { SoakSample } from '../../../contract/ipc/lab/soak';
import type { Memory } from '../scenarios/protocol';

/** One swap: when it ended, since the start, and what it took; both in milliseconds. */
export interface Swap {
  readonly atMs: number;
  readonly ms: number;
  readonly ok: boolean;
}

/** Windows a view has at most; they grow longer instead of more. */
const MAX_WINDOWS = 240;

/** A window of time: its swaps by their place, and the memory at its end. */
interface Window extends Memory {
  readonly from: number;
  readonly to: number;
  readonly atMs: number;
}

/** Smallest value that `share` (0..1) of the values do not exceed, by nearest rank; null of none. */
export const quantile = (sorted: ArrayLike<number>, share: number): number | null =>
  sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? null;

const sortedTimes = (swaps: readonly Swap[]): Float64Array =>
  Float64Array.from(swaps, ({ ms }) => ms).sort();

/** Median, 95th percentile and most of what swaps took. */
export const timesOf = (swaps: readonly Swap[]) => {
  const sorted = sortedTimes(swaps);
  return {
    p50Ms: quantile(sorted, 0.5),
    p95Ms: quantile(sorted, 0.95),
    maxMs: quantile(sorted, 1),
  };
};

/** Everything a soak measured. */
export interface Measures {
  readonly swaps: readonly Swap[];
  readonly samples: readonly SoakSample[];
  readonly failed: number;
  add(swap: Swap): void;
  /** Ends the window that began with the one before. */
  close(atMs: number, memory: Memory): void;
  /** Milliseconds a window is long now. */
  readonly windowMs: number;
}

/** Creates measures whose first windows are `windowMs` long. */
export const createMeasures = (firstWindowMs: number): Measures => {
  const swaps: Swap[] = [];
  let windows: (Window & { readonly sample: SoakSample })[] = [];

  const withSample = (window: Window) => {
    const { from, to, ...facts } = window;
    const own = swaps.slice(from, to);
    const { p50Ms, p95Ms } = timesOf(own);
    const lost = own.filter(({ ok }) => !ok).length;
    return { ...window, sample: { ...facts, swaps: own.length, failed: lost, p50Ms, p95Ms } };
  };

  /** Two windows become one, with the memory at the end of the second. */
  const merge = (): void => {
    windows = windows.flatMap((window, index) => {
      const before = windows[index - 1];
      return index % 2 === 1 && before ? [withSample({ ...window, from: before.from })] : [];
    });
    measures.windowMs *= 2;
  };

  const measures: { -readonly [K in keyof Measures]: Measures[K] } = {
    swaps,
    samples: [],
    failed: 0,
    windowMs: firstWindowMs,
    add(swap) {
      swaps.push(swap);
      if (!swap.ok) measures.failed += 1;
    },
    close(atMs, { heapBytes, residentBytes }) {
      const from = windows.at(-1)?.to ?? 0;
      const window = { from, to: swaps.length, atMs, heapBytes, residentBytes };
      windows.push(withSample(window));
      if (windows.length >= MAX_WINDOWS) merge();
      measures.samples = windows.map(({ sample }) => sample);
    },
  };
  return measures;
};

/** Every swap as CSV (RFC 4180): its number, when it ended, what it took in milliseconds, and how it ended. */
export const csvOf = ({ swaps, samples }: Pick<Measures, 'swaps' | 'samples'>): string => {
  let window = 0;
  const lines = swaps.map(({ atMs, ms, ok }, index) => {
    while ((samples[window]?.atMs ?? Infinity) < atMs) window += 1;
    const { heapBytes = '', residentBytes = '' } = samples[window] ?? {};
    const outcome = ok ? 'success' : 'failure';
    return [index + 1, atMs.toFixed(1), ms.toFixed(2), outcome, heapBytes, residentBytes].join();
  });
  return ['swap,at_ms,took_ms,outcome,heap_bytes,resident_bytes', ...lines, ''].join('\r\n');
};
