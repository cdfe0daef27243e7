import { orCancelled } from './cancellation';

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
  let tail = Promise.resolve();
  let count = 0;
  return {
    get busy() {
      return count > 0;
    },
    run: async (operation, signal) => {
      const turn = tail;
      let end = (): void => undefined;
      const ended = new Promise<void>((resolve) => (end = resolve));
      tail = turn.then(() => ended);
      count += 1;
      try {
        await orCancelled(turn, signal);
        // From here on the operation itself decides what an abort means.
        return await operation();
      } finally {
        count -= 1;
        end();
      }
    },
    idle: () => tail,
  };
};
