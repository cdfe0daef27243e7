import { AppError } from '../../../contract/errors';
import { anySignal, orCancelled } from '../cancellation';
import type { Clock } from '../ports';

/**
 * Runs `work` for at most `ms` milliseconds. Errors: service/timeout when the time is up, session/cancelled
 * when `signal` fires first. Does not wait for work that ignores its signal.
 */
export const withDeadline = async <T>(
  work: (signal: AbortSignal) => Promise<T>,
  ms: number,
  clock: Clock,
  signal: AbortSignal,
): Promise<T> => {
  const timeout = new AbortController();
  const stop = clock.after(ms, () => timeout.abort());
  const both = anySignal(signal, timeout.signal);
  try {
    return await orCancelled(work(both.signal), both.signal);
  } catch (thrown) {
    throw timeout.signal.aborted && !signal.aborted ? timedOut() : thrown;
  } finally {
    stop();
    both.release();
  }
};

const timedOut = (): AppError => new AppError('service/timeout', { retryable: true });

/** Resolves after `ms`; rejects `session/cancelled` as soon as `signal` fires. */
export const pause = (ms: number, clock: Clock, signal: AbortSignal): Promise<void> => {
  let stop: () => void = () => undefined;
  const waited = new Promise<void>((resolve) => {
    stop = clock.after(ms, resolve);
  });
  return orCancelled(waited, signal).finally(() => stop());
};
