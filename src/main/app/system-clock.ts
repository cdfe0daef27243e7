import type { Clock } from '../mimi-core/ports';

/** The computer's own clocks and timers. */
export const systemClock: Clock = {
  now: () => Date.now(),
  // Asking `performance` first loads a tenth of Node's own parts, which a start can do without.
  monotonic: () => Number(process.hrtime.bigint()) / 1e6,
  after(ms, callback) {
    const timer = setTimeout(callback, ms);
    return () => clearTimeout(timer);
  },
};
