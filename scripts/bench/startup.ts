import { runPairs } from './pairs';
import type { Setting } from './setting';
import { median, rounded } from './statistics';

const PAIRS = 15;

/** From spawn to the usable profile, against spawn to a loaded blank page. Milliseconds. */
export const benchStartup = async (setting: Setting) => {
  const pairs = await runPairs(setting, PAIRS, 'startup', ({ spawnedAt, report }) =>
    report.readyAt === undefined ? undefined : report.readyAt - spawnedAt,
  );
  const app = median(pairs.map((pair) => pair.app));
  const empty = median(pairs.map((pair) => pair.empty));
  return {
    ratio: rounded(app / empty),
    limit: 1.25,
    appMs: rounded(app, 1),
    emptyMs: rounded(empty, 1),
    runs: PAIRS,
  };
};
