import { Cancelled, orCancelled } from './cancellation';

/** Runs operations one after the other, in the order they were asked for. */
export interface OperationQueue {
  /** True while an operation runs or waits. */
  readonly busy: boolean;
  /** Queues `operation`. When `signal` fires before its turn it never runs: rejects `Cancelled` at once. */
  run<T>(operation: () => Promise<T>, signal?: AbortSignal): Promise<T>;
  /** Resolves when everything queued so far has ended. */
  idle(): Promise<void>;
}

/** Creates a queue; one operation's failure is its caller's and does not hold up the next. */
export const createOperationQueue = (): OperationQueue => {
  let tail: Promise<unknown> = Promise.resolve();
  let pending = 0;

  const enqueue = <T>(operation: () => Promise<T>): Promise<T> => {
    pending += 1;
    const result = tail.then(operation);
    tail = result.then(
      () => (pending -= 1),
      () => (pending -= 1),
    );
    return result;
  };

  return {
    get busy() {
      return pending > 0;
    },
    run: async (operation, signal) => {
      if (signal === undefined) return enqueue(operation);
      const waiting = new AbortController();
      const forward = (): void => waiting.abort();
      if (signal.aborted) throw new Cancelled();
      signal.addEventListener('abort', forward, { once: true });
      const result = enqueue(async () => {
        // From here on the operation itself decides what an abort means.
        signal.removeEventListener('abort', forward);
        if (waiting.signal.aborted) throw new Cancelled();
        return operation();
      });
      return orCancelled(result, waiting.signal);
    },
    idle: async () => {
      await tail;
    },
  };
};
