import { createTestHome } from '../../e2e/support/test-home';
import type { BenchTask } from './inside/report';
import type { Setting } from './setting';
import { runApp, type Run } from './start-electron';

/** What one start of our app, and one of the empty one, came to. */
export interface Pair {
  readonly app: number;
  readonly empty: number;
}

/**
 * Runs both apps by turns on `task`, our app on a profile made before, and takes one figure from each run.
 * The first pair warms the disk up and is not counted.
 */
export const runPairs = async (
  setting: Setting,
  count: number,
  task: BenchTask,
  figure: (run: Run) => number | undefined,
): Promise<readonly Pair[]> => {
  const home = createTestHome(setting.desktop.user);
  const take = async (folder: string): Promise<number> => {
    const value = figure(await runApp(setting, folder, home, task));
    if (value === undefined) throw new Error(`The report of ${task} lacks its figure`);
    return value;
  };
  try {
    await runApp(setting, setting.app, home, 'onboard');
    const pairs: Pair[] = [];
    for (let i = 0; i <= count; i += 1) {
      const app = await take(setting.app);
      const pair = { app, empty: await take(setting.emptyApp) };
      if (process.env['BENCH_VERBOSE']) process.stderr.write(`${JSON.stringify(pair)}\n`);
      if (i > 0) pairs.push(pair);
    }
    return pairs;
  } finally {
    await home.remove();
  }
};
