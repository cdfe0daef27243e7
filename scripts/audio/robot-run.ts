import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { createInterface } from 'node:readline';
import type { Page } from '@playwright/test';
import { goThroughChecks } from '../../e2e/support/preflight';
import { onboard, onScreen, press, snapshotOf } from '../../e2e/support/steps';
import { say as word } from '../../e2e/support/words';
import type { PureToneTest } from '../../src/hearing/hearing-test';
import { spawnTied, stopChild, succeeds, until } from '../processes';
import { projectRoot } from '../project';
import { MEASURED } from './known-levels';
import type { Listener } from './listener';
import { preferSound } from './real-time';
import type { Place } from './recording';
import type { RobotTask } from './robot';

/** How a test of a listener with known thresholds came out. */
export interface RobotResult {
  readonly test: PureToneTest;
  /** Estimated less true, in dB, for every threshold found. */
  readonly errorsDb: readonly number[];
  readonly tonesHeard: number;
  readonly minutes: number;
}

const MOST_MINUTES = 15;

/** Says that the output of the headphones was measured. */
const chooseMeasured = async (page: Page): Promise<void> => {
  await press(page, word('preflight.advanced'));
  await page.getByText(word('preflight.kind.measured')).click();
  await page
    .getByLabel(word('preflight.coupler'), { exact: true })
    .selectOption({ label: word(`preflight.couplers.${MEASURED.coupler}`) });
  await page.getByLabel(word('preflight.fullScale')).fill(String(MEASURED.splAtFullScaleDb));
};

/** Through the steps before the test, up to its start; a measured output needs no volume found by ear. */
const prepare = (page: Page): Promise<void> =>
  goThroughChecks(
    page,
    () => chooseMeasured(page),
    async () => undefined,
  );

/** The robot's process; `tones` grows with each one it hears. */
const startRobot = (task: RobotTask) => {
  const cli = join(projectRoot, 'node_modules', 'tsx', 'dist', 'cli.mjs');
  const robot = join(projectRoot, 'scripts', 'audio', 'robot.ts');
  const child = spawnTied(undefined, process.execPath, [cli, robot, JSON.stringify(task)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const tones: string[] = [];
  createInterface({ input: child.stdout as Readable }).on('line', (line) => tones.push(line));
  return { child, tones };
};

/** The key presses of a robot go to the window that has the keyboard; without a window manager, none has it by itself. */
const focusWindow = ({ env }: Place): boolean =>
  succeeds('env', [
    ...Object.entries(env).map(([name, value]) => `${name}=${value}`),
    ...['xdotool', 'search', '--onlyvisible', '--name', 'Mimi', 'windowfocus'],
  ]);

/** Lets a robot with these thresholds take the whole test in a fresh app, through its screens. */
export const runRobot = async (
  page: Page,
  place: Place,
  { yearOfBirth, thresholds }: Listener,
  seed: number,
): Promise<RobotResult> => {
  await onboard(page, String(yearOfBirth));
  await press(page, word('choose.test'));
  await prepare(page);
  await until('focus of the window', () => focusWindow(place));
  const robot = startRobot({ thresholds, seed, place });
  preferSound();
  const begun = Date.now();
  try {
    await press(page, word('preflight.start'));
    await onScreen(page, 'hearing-test');
    await until(
      'end of the test',
      async () => (await page.locator('[data-screen="hearing-test"]').count()) === 0,
      MOST_MINUTES * 60_000,
    );
  } finally {
    await stopChild(robot.child);
  }
  const { profile } = await snapshotOf(page);
  if (profile.status !== 'ready' || profile.profile.test.source !== 'ptt') {
    throw new Error('The test did not become the profile');
  }
  const { test } = profile.profile;
  const errorsDb = (['left', 'right'] as const).flatMap((ear) =>
    test.ears[ear].map((one) => one.theta50DbHl - (thresholds[ear][one.frequencyHz] ?? 0)),
  );
  return { test, errorsDb, tonesHeard: robot.tones.length, minutes: (Date.now() - begun) / 60_000 };
};
