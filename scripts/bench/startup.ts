import { runPairs, SPARED } from './pairs';
import type { Setting } from './setting';
import { median, rounded } from './statistics';

const PAIRS = 15;

const compare = async (setting: Setting, emptySwitches: readonly string[] = []) => {
  const pairs = await runPairs(
    setting,
    PAIRS,
    'startup',
    ({ spawnedAt, report }) =>
      report.readyAt === undefined ? undefined : report.readyAt - spawnedAt,
    emptySwitches,
  );
  const app = median(pairs.map((pair) => pair.app));
  const empty = median(pairs.map((pair) => pair.empty));
  return { ratio: rounded(app / empty), appMs: rounded(app, 1), emptyMs: rounded(empty, 1) };
};

/**
 * From spawn to the usable profile, against spawn to a loaded blank page. Milliseconds. Where there is no graphics hardware
 * the app spares Chromium looking for it and the empty app does not: `spared…` is against one that is spared it, too.
 */
export const benchStartup = async (setting: Setting) => {
  const found = { ...(await compare(setting)), limit: 1.25, runs: PAIRS };
  if (SPARED.length === 0) return found;
  const spared = await compare(setting, SPARED);
  return {
    ...found,
    sparedRatio: spared.ratio,
    sparedAppMs: spared.appMs,
    sparedEmptyMs: spared.emptyMs,
  };
};
