import { AppError } from '../../../contract/errors';
import type { SoakStart, SoakView } from '../../../contract/ipc/lab/soak';
import type { Clock } from '../../mimi-core/ports';
import { createGather } from '../gather';
import { createMeasures, csvOf, timesOf, type Measures } from './measure';
import type { SoakTarget } from './targets';

/** Milliseconds between two tellings, and of the first windows. */
const TELL_MS = 200;
const WINDOW_MS = 1_000;

export interface LabSoakDeps {
  readonly clock: Clock;
  /** Gets ready what is swapped in. */
  readonly open: (ids: SoakStart['ids'], signal: AbortSignal) => Promise<SoakTarget>;
  readonly changed: (view: SoakView) => void;
  /** Aborted when the Lab is closed. */
  readonly closed: AbortSignal;
}

/** The soak as the Lab's window has it. */
export interface LabSoak {
  view(): SoakView;
  /** Begins; errors: lab/busy. Resolves once it has ended. */
  start(order: SoakStart): Promise<void>;
  stop(): void;
  /** Every swap of the last soak. */
  csv(): string;
}

const IDLE: SoakView = {
  ...{ revision: 0, status: 'idle', source: 'scratch', wanted: 0, swaps: 0, failed: 0 },
  ...{ p50Ms: null, p95Ms: null, maxMs: null, perSecond: 0, samples: [] },
};

/** Resolves after `ms`, or as soon as the signal is aborted. */
const pause = (clock: Clock, ms: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const end = (): void => {
      cancel();
      // A long soak waits many times on one signal.
      signal.removeEventListener('abort', end);
      resolve();
    };
    const cancel = clock.after(ms, end);
    if (signal.aborted) end();
    else signal.addEventListener('abort', end);
  });

/** Swaps between ids at a rate, one swap after the other, and measures what each takes. */
export const createLabSoak = (deps: LabSoakDeps): LabSoak => {
  const { clock, closed } = deps;
  let shown: SoakView = IDLE;
  let measures: Measures = createMeasures(WINDOW_MS);
  let running: AbortController | null = null;

  const tell = createGather(clock, TELL_MS, () => deps.changed(shown));
  const show = (change: Partial<SoakView>): void => {
    shown = { ...shown, ...change, revision: shown.revision + 1 };
    tell.soon();
  };
  const stop = (): void => running?.abort();
  closed.addEventListener('abort', () => {
    stop();
    tell.stop();
  });

  const swapAll = async (
    target: SoakTarget,
    { swaps, perSecond }: SoakStart,
    signal: AbortSignal,
  ): Promise<void> => {
    const begun = clock.monotonic();
    const since = (): number => clock.monotonic() - begun;
    let windowEnd = measures.windowMs;
    const close = async (): Promise<void> => {
      measures.close(since(), await target.memory());
      windowEnd = since() + measures.windowMs;
      show({ ...timesOf(measures.swaps), samples: [...measures.samples] });
    };
    // The curve of memory begins where nothing was swapped yet.
    await close();
    for (let turn = 0; turn < swaps; turn += 1) {
      const early = (turn * 1000) / perSecond - since();
      if (early > 0) await pause(clock, early, signal);
      if (signal.aborted) break;
      const { ok, ms } = await target.swap(turn);
      measures.add({ atMs: since(), ms, ok });
      const done = measures.swaps.length;
      show({ swaps: done, failed: measures.failed, perSecond: (done * 1000) / since() });
      if (since() >= windowEnd) await close();
    }
    await close();
  };

  const run = async (order: SoakStart, signal: AbortSignal): Promise<void> => {
    const target = await deps.open(order.ids, signal);
    try {
      show({ status: 'running' });
      await swapAll(target, order, signal);
    } finally {
      await target.close();
    }
  };

  return {
    view: () => shown,
    stop,
    csv: () => csvOf(measures),
    async start(order) {
      if (running !== null) throw new AppError('lab/busy');
      const { signal } = (running = new AbortController());
      measures = createMeasures(WINDOW_MS);
      const { revision } = shown;
      shown = { ...IDLE, revision, wanted: order.swaps, source: order.ids.source };
      show({ status: 'preparing' });
      try {
        await run(order, signal);
        show({ status: signal.aborted ? 'stopped' : 'done' });
      } catch (thrown) {
        show({ status: signal.aborted ? 'stopped' : 'failed' });
        throw thrown;
      } finally {
        running = null;
      }
    },
  };
};
