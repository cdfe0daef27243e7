import { useEffect, useState } from 'react';
import type { NetworkView } from '../../../contract/ipc/lab/network';
import { connectSnapshot } from '../../bridge/connect-snapshot';
import { lab } from '../shell/lab-api';

/** The faults that are on, as main tells them; null until it has. */
export const useNetwork = (): NetworkView | null => {
  const [view, setView] = useState<NetworkView | null>(null);
  useEffect(() => {
    const { view: snapshot, changed } = lab.labNetwork;
    return connectSnapshot({ snapshot, changed }, setView);
  }, []);
  return view;
};
