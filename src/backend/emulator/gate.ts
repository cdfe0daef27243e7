/** Lets requests through side by side, and now and then one task alone. */
export interface Gate {
  /** Runs beside others; waits while a task runs alone or waits for that. */
  shared<T>(task: () => Promise<T>): Promise<T>;
  /** Runs once all that run have ended; nothing begins until it has. */
  alone<T>(task: () => Promise<T>): Promise<T>;
}

/** Creates a gate that nothing has passed. Those who wait alone come one after the other. */
export const createGate = (): Gate => {
  const running = new Set<Promise<unknown>>();
  let last: Promise<unknown> | null = null;

  const shared = async <T>(task: () => Promise<T>): Promise<T> => {
    while (last !== null) await last;
    const run = task();
    const ended = run.catch(() => undefined);
    running.add(ended);
    void ended.then(() => running.delete(ended));
    return run;
  };

  const alone = <T>(task: () => Promise<T>): Promise<T> => {
    const before = last;
    const run = (async () => {
      await before;
      await Promise.all(running);
      return task();
    })();
    const ended = run
      .catch(() => undefined)
      .then(() => {
        if (last === ended) last = null;
      });
    last = ended;
    return run;
  };

  return { shared, alone };
};
