import { runPairs, SPARED } from './pairs';
import type { Setting } from './setting';
import { median, rounded } from './statistics';

const PAIRS = 5;

/** Working set of all processes ten seconds after the profile is shown, against the empty app's. MiB. */
export const benchMemory = async (setting: Setting) => {
  const pairs = await runPairs(setting, PAIRS, 'memory', ({ report }) => report.workingSet, SPARED);
  const app = median(pairs.map((pair) => pair.app));
  const empty = median(pairs.map((pair) => pair.empty));
  return {
    ratio: rounded(app / empty),
    limit: 1.15,
    appMiB: rounded(app / 1024, 1),
    emptyMiB: rounded(empty / 1024, 1),
    runs: PAIRS,
  };
};
