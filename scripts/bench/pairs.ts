import { createTestHome } from '../../e2e/support/test-home';
import { mayHaveGraphics } from '../../src/main/app/graphics-device';
import type { BenchTask } from './inside/report';
import type { Setting } from './setting';
import { runApp, type Run } from './start-electron';

/** What spares an empty app the search for graphics hardware that ours spares itself. */
export const SPARED: readonly string[] = mayHaveGraphics() ? [] : ['--disable-gpu'];

/** What one start of our app, and one of the empty one, came to. */
export interface Pair {
  readonly app: number;
  readonly empty: number;
}

/**
 * Runs both apps by turns on `task`, our app on a profile made before, and takes one figure from each run.
 * The first pair warms the disk up and is not counted. The empty app alone gets `emptySwitches` besides.
 */
export const runPairs = async (
  setting: Setting,
  count: number,
  task: BenchTask,
  figure: (run: Run) => number | undefined,
  emptySwitches: readonly string[] = [],
): Promise<readonly Pair[]> => {
  const home = createTestHome(setting.desktop.user);
  const emptySetting = { ...setting, switches: [...setting.switches, ...emptySwitches] };
  const take = async (folder: string, within = setting): Promise<number> => {
    const value = figure(await runApp(within, folder, home, task));
    if (value === undefined) throw new Error(`The report of ${task} lacks its figure`);
    return value;
  };
  try {
    await runApp(setting, setting.app, home, 'onboard');
    const pairs: Pair[] = [];
    for (let i = 0; i <= count; i += 1) {
      const app = await take(setting.app);
      const pair = { app, empty: await take(setting.emptyApp, emptySetting) };
      if (process.env['BENCH_VERBOSE']) process.stderr.write(`${JSON.stringify(pair)}\n`);
      if (i > 0) pairs.push(pair);
    }
    return pairs;
  } finally {
    await home.remove();
  }
};
