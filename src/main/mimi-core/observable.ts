/** A value in time, as in the SDK: a snapshot to read and a stream of versions to observe. */
export interface MimiObservable<T> {
  readonly state: T;
  /**
   * Calls `listener` with the current value, then with every later one, once and in order. Never called
   * before `observe` returned. Runs until the returned function is called.
   */
  observe(listener: (state: T) => void): () => void;
}

export interface PublishedValue<T> extends MimiObservable<T> {
  publish(next: T): void;
  /** Drops every listener; later publications reach nobody. */
  complete(): void;
}

/** A listener that throws, or whose promise fails, harms nobody: not the engine, not the other listeners. */
const callSafely = <T>(listener: (state: T) => unknown, state: T): void => {
  try {
    void Promise.resolve(listener(state)).catch(() => undefined);
  } catch {
    // Its own fault and its own loss: what a listener threw may hold anything, so it is not told on.
  }
};

/**
 * Creates an observable. Each listener has its own queue, emptied in a microtask: publishing never runs
 * foreign code, so nothing is awaited, and a listener may call back in or unsubscribe at any time.
 */
export const createObservable = <T>(initial: T): PublishedValue<T> => {
  let state = initial;
  let completed = false;
  const deliveries = new Set<(state: T) => void>();

  const subscribe = (listener: (state: T) => void): (() => void) => {
    const waiting: T[] = [];
    const deliver = (next: T): void => {
      waiting.push(next);
      queueMicrotask(() => {
        const first = waiting.shift();
        if (first !== undefined && deliveries.has(deliver)) callSafely(listener, first);
      });
    };
    deliveries.add(deliver);
    deliver(state);
    return () => deliveries.delete(deliver);
  };

  return {
    get state() {
      return state;
    },
    observe: (listener) => (completed ? () => undefined : subscribe(listener)),
    publish: (next) => {
      if (completed) return;
      state = next;
      for (const deliver of deliveries) deliver(next);
    },
    complete: () => {
      completed = true;
      deliveries.clear();
    },
  };
};
