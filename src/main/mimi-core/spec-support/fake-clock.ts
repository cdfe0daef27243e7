import type { Clock } from '../ports';

/** A clock that stands still until told otherwise. */
export interface FakeClock extends Clock {
  /** Moves the wall clock only, as a person setting it would. */
  setWallClock(byMs: number): void;
  /** Lets `ms` pass, running what falls due in order. */
  advance(ms: number): Promise<void>;
  /** Lets everything that needs no time happen. */
  settle(): Promise<void>;
  /** `promise`, letting time pass to the next timer whenever nothing else is left to do. */
  until<T>(promise: Promise<T>): Promise<T>;
  pendingTimers(): number;
}

/** Turns of the event loop after which in-process work has come to rest. */
const TURNS = 12;

export const createFakeClock = (start = Date.UTC(2026, 10, 22, 9)): FakeClock => {
  let elapsed = 0;
  let skew = 0;
  let timers: { at: number; callback: () => void }[] = [];

  const settle = async (): Promise<void> => {
    for (let turn = 0; turn < TURNS; turn += 1) {
      await new Promise<void>((resolve) => setImmediate(resolve));
    }
  };
  const nextTimer = () => timers.toSorted((a, b) => a.at - b.at)[0];
  const fire = (timer: { at: number; callback: () => void }): void => {
    timers = timers.filter((t) => t !== timer);
    elapsed = Math.max(elapsed, timer.at);
    timer.callback();
  };

  return {
    now: () => start + elapsed + skew,
    monotonic: () => elapsed,
    after: (ms, callback) => {
      const timer = { at: elapsed + ms, callback };
      timers.push(timer);
      return () => {
        timers = timers.filter((t) => t !== timer);
      };
    },
    setWallClock: (byMs) => {
      skew += byMs;
    },
    settle,
    advance: async (ms) => {
      const end = elapsed + ms;
      await settle();
      for (let next = nextTimer(); next !== undefined && next.at <= end; next = nextTimer()) {
        fire(next);
        await settle();
      }
      elapsed = end;
    },
    until: async (promise) => {
      const outcome = { done: false };
      const mark = (): void => {
        outcome.done = true;
      };
      promise.then(mark, mark);
      await settle();
      for (let tries = 0; !outcome.done && tries < 1_000; tries += 1) {
        const next = nextTimer();
        if (next !== undefined) fire(next);
        await settle();
      }
      if (!outcome.done) throw new Error('nothing is left that could end this');
      return promise;
    },
    pendingTimers: () => timers.length,
  };
};
