import { useEffect, useState } from 'react';
import type { SoakView } from '../../../contract/ipc/lab/soak';
import { connectSnapshot } from '../../bridge/connect-snapshot';
import { lab } from '../shell/lab-api';

/** The soak as main tells it; null until it has. */
export const useSoak = (): SoakView | null => {
  const [view, setView] = useState<SoakView | null>(null);
  useEffect(() => {
    const { view: snapshot, changed } = lab.labSoak;
    return connectSnapshot({ snapshot, changed }, setView);
  }, []);
  return view;
};
