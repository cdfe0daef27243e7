/** Runs `work` after everything given before has ended; one failure is its caller's and holds up nobody. */
export type InTurn = <T>(work: () => Promise<T>) => Promise<T>;

/** Creates one queue: for what reads a file, changes it and writes it, so that no change is lost. */
export const createInTurn = (): InTurn => {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const result = last.then(work);
    last = result.catch(() => undefined);
    return result;
  };
};
