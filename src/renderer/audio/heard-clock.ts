import type { HeardClock } from './trial-runner';

/** The audio clock of a context, and the page's clock mapped to it. */
export interface ContextClock extends HeardClock {
  /** What was heard at a page time in milliseconds, such as an event's `timeStamp`. */
  heardAt(timeStamp: number): number;
}

/** What leaves the device now is behind what is being computed by the output's latency; this clock tells the former. */
export const createContextClock = (context: AudioContext): ContextClock => {
  const heardAt = (timeStamp: number): number => {
    const { contextTime = 0, performanceTime = 0 } = context.getOutputTimestamp();
    if (performanceTime > 0) return contextTime + (timeStamp - performanceTime) / 1000;
    // Nothing has left the device yet.
    const since = (timeStamp - performance.now()) / 1000;
    return context.currentTime - context.outputLatency + since;
  };
  const now = (): number => heardAt(performance.now());
  return {
    now,
    heardAt,
    at(time, callback) {
      let timer = 0;
      const wait = (): void => {
        const left = time - now();
        if (left <= 0) callback();
        // The audio clock drifts against the page's and stands still while the context does.
        else timer = window.setTimeout(wait, Math.max(10, left * 1000));
      };
      timer = window.setTimeout(wait, 0);
      return () => window.clearTimeout(timer);
    },
  };
};
