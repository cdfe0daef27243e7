import type { Result } from '../../contract/errors';

interface Source<T> {
  readonly snapshot: () => Promise<Result<T>>;
  readonly changed: (listener: (snapshot: T) => void) => () => void;
}

/**
 * Keeps a mirror of main's snapshot up to date: subscribes first, then asks for the current one, and drops
 * whatever is not newer than what was shown. Returns the end of it, after which nothing is shown any more.
 */
export const connectSnapshot = <T extends { readonly revision: number }>(
  source: Source<T>,
  show: (snapshot: T) => void,
): (() => void) => {
  let revision = -1;
  let disposed = false;

  const take = (snapshot: T): void => {
    if (disposed || snapshot.revision <= revision) return;
    revision = snapshot.revision;
    show(snapshot);
  };

  const unsubscribe = source.changed(take);
  source.snapshot().then(
    (answer) => {
      if (answer.ok) take(answer.value);
    },
    () => undefined, // The next event brings a snapshot; until then the window says that it is opening.
  );

  return () => {
    disposed = true;
    unsubscribe();
  };
};
