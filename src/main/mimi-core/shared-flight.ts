import { Cancelled, orCancelled } from './cancellation';

/** One operation that several callers wait for. */
export interface SharedFlight<T> {
  /** Waits with the others. A caller that withdraws leaves alone; the operation is told when all have. */
  join(signal?: AbortSignal): Promise<T>;
  /** False once every caller has withdrawn: it may be ending. */
  isWanted(): boolean;
}

/** Starts `operation` for callers who will join; its signal fires when the last of them has withdrawn. */
export const createSharedFlight = <T>(
  operation: (signal: AbortSignal) => Promise<T>,
): SharedFlight<T> => {
  const unwanted = new AbortController();
  const promise = operation(unwanted.signal);
  promise.catch(() => undefined);
  let waiting = 0;
  return {
    isWanted: () => !unwanted.signal.aborted,
    join: async (signal) => {
      waiting += 1;
      try {
        return await orCancelled(promise, signal);
      } catch (thrown) {
        if (thrown instanceof Cancelled && waiting === 1) unwanted.abort();
        throw thrown;
      } finally {
        waiting -= 1;
      }
    },
  };
};
