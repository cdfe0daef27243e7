import { create } from 'zustand';
import type { Snapshot } from '../../contract/ipc/snapshot';
import { useUi } from './ui-store';

/** Mirror of main's latest snapshot; null until the first has come. */
export const useSnapshot = create<{ readonly snapshot: Snapshot | null }>(() => ({
  snapshot: null,
}));

/** Shows a newer snapshot. When somebody came or went, the window leaves the place it was at. */
export const showSnapshot = (snapshot: Snapshot): void => {
  const before = useSnapshot.getState().snapshot?.session.status;
  if (before !== undefined && before !== snapshot.session.status) {
    useUi.setState({ place: null, outcome: null });
  }
  useSnapshot.setState({ snapshot });
};
