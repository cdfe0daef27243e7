import type { ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import type { TestHome } from '../../e2e/support/test-home';
import { exitOf, spawnTied, stopChild } from '../processes';
import { MARK, type BenchTask, type Report } from './inside/report';
import type { Setting } from './setting';

/** Milliseconds after which a run is given up. */
const TIMEOUT_MS = 300_000;

/** One run: what it reported, and when it was spawned (milliseconds since 1970). */
export interface Run {
  readonly spawnedAt: number;
  readonly report: Report;
}

const reportOf = async (child: ChildProcess): Promise<Report> => {
  for await (const line of createInterface({ input: child.stdout as Readable })) {
    if (line.startsWith(MARK)) return JSON.parse(line.slice(MARK.length)) as Report;
  }
  throw new Error('The program ended without a report');
};

const start = async (
  { desktop, executable }: Setting,
  args: readonly string[],
  env: NodeJS.ProcessEnv,
): Promise<Run> => {
  const spawnedAt = performance.timeOrigin + performance.now();
  const child = spawnTied(desktop.user, executable, args, {
    env: { PATH: process.env['PATH'], ...desktop.env, ...env },
    cwd: '/',
    stdio: ['ignore', 'pipe', process.env['BENCH_VERBOSE'] ? 2 : 'ignore'],
  });
  const timer = setTimeout(() => void stopChild(child), TIMEOUT_MS);
  try {
    const report = await reportOf(child);
    // It quits by itself, so that Chromium keeps its caches as after any day's work.
    await exitOf(child);
    return { spawnedAt, report };
  } finally {
    clearTimeout(timer);
    await stopChild(child);
  }
};

/** Starts the app in `folder` on a task and resolves once it has reported and quit. */
export const runApp = (
  setting: Setting,
  folder: string,
  home: TestHome,
  task: BenchTask,
  env: NodeJS.ProcessEnv = {},
): Promise<Run> =>
  start(setting, [folder, ...setting.switches, ...(task === 'timeline' ? ['--lab'] : [])], {
    ...home.env,
    ...env,
    BENCH_TASK: task,
    BENCH_PAGE: `${setting.programs}/page.cjs`,
  });

/** Runs a program without Electron's own half, on the same engine; it can collect garbage when it wants. */
export const runHeadless = (
  setting: Setting,
  program: string,
  home: TestHome,
  env: NodeJS.ProcessEnv = {},
): Promise<Run> =>
  start(setting, ['--expose-gc', `${setting.programs}/${program}.js`, home.folder], {
    ...home.env,
    ...env,
    ELECTRON_RUN_AS_NODE: '1',
  });
