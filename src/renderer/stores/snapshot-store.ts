import { create } from 'zustand';
import type { Snapshot } from '../../contract/ipc/snapshot';
import { goTo, useUi } from './ui-store';

/** Mirror of main's latest snapshot; null until the first has come. */
export const useSnapshot = create<{ readonly snapshot: Snapshot | null }>(() => ({
  snapshot: null,
}));

/** Somebody is there, and whether they have a profile yet is being asked. */
const isWaiting = ({ session, profile }: Snapshot): boolean =>
  session.status === 'active' && profile.status === 'loading';

/**
 * Shows a newer snapshot. When somebody came or went, the window leaves the place it was at; the place a profile was
 * made at waits until it is known what there is to show.
 */
export const showSnapshot = (snapshot: Snapshot): void => {
  const before = useSnapshot.getState().snapshot;
  // An answer can overtake an event.
  if (before !== null && snapshot.revision < before.revision) return;
  const isMaking = useUi.getState().place === 'year-of-birth';
  const cameOrWent = before !== null && before.session.status !== snapshot.session.status;
  const settled = before !== null && isWaiting(before) && !isWaiting(snapshot);
  if ((cameOrWent && !(isMaking && isWaiting(snapshot))) || (settled && isMaking)) {
    goTo(null);
  }
  useSnapshot.setState({ snapshot });
};
