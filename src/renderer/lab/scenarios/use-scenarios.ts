import { useEffect, useState } from 'react';
import type { ScenariosView } from '../../../contract/ipc/lab/scenarios';
import { connectSnapshot } from '../../bridge/connect-snapshot';
import { lab } from '../shell/lab-api';

/** The scenarios with what came of each last, as main tells them; null until it has. */
export const useScenarios = (): ScenariosView | null => {
  const [view, setView] = useState<ScenariosView | null>(null);
  useEffect(() => {
    const { view: snapshot, changed } = lab.labScenarios;
    return connectSnapshot({ snapshot, changed }, setView);
  }, []);
  return view;
};
