import type { CompanionApi } from '../../contract/ipc/contract';
import type { Snapshot } from '../../contract/ipc/snapshot';

/**
 * Keeps a mirror of main's snapshot up to date: subscribes first, then asks for the current one, and drops
 * whatever is not newer than what was shown. Returns the end of it, after which nothing is shown any more.
 */
export const connectSnapshot = (
  app: Pick<CompanionApi['app'], 'snapshot' | 'changed'>,
  show: (snapshot: Snapshot) => void,
): (() => void) => {
  let revision = -1;
  let disposed = false;

  const take = (snapshot: Snapshot): void => {
    if (disposed || snapshot.revision <= revision) return;
    revision = snapshot.revision;
    show(snapshot);
  };

  const unsubscribe = app.changed(take);
  app.snapshot().then(
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
