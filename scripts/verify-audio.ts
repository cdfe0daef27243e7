import { onboard, onScreen } from '../e2e/support/steps';
import { checkCeilings, checkNonsense } from './audio/ceiling-checks';
import { createChecks, type Checks } from './audio/checks';
import { checkEscape } from './audio/escape-check';
import { randomListener } from './audio/listener';
import { preferSound } from './audio/real-time';
import { startRecording } from './audio/recording';
import { runRobot } from './audio/robot-run';
import { openSoundBench, type SoundBench } from './audio/sound-bench';
import { checkStops } from './audio/stop-checks';
import { checkTones } from './audio/tone-checks';
import { ensureBuilt } from './build';
import { watchStarters } from './process-tree';
import { reason, runMain, say } from './report';
import { closingLine } from './test/counts';
import { prepareEndToEnd } from './test/e2e';

/** Audiograms the robot listener is given, each of a random person of this seed. */
const ROBOT_SEEDS = [1, 2, 3, 4, 5] as const;
/** Mean absolute error over all their thresholds, in dB. */
const MOST_MEAN_ERROR_DB = 3;

const mean = (values: readonly number[]): number =>
  values.reduce((sum, one) => sum + one, 0) / values.length;

/** The sound itself, through the shipped module and through the screens. */
const checkSound = ({ desktop, app, withApp }: SoundBench, checks: Checks): Promise<void> =>
  withApp(async ({ page }) => {
    const recording = await startRecording(desktop);
    preferSound();
    try {
      for (const check of [checkStops, checkCeilings, checkNonsense, checkTones]) {
        await check(checks, page, app, recording);
      }
      await onboard(page);
      await onScreen(page, 'choose-start');
      await checkEscape(checks, page, app, recording);
    } finally {
      await recording.stop();
    }
  });

/** One whole test by the robot; the errors of its thresholds in dB. */
const testRobot = ({ desktop, withApp }: SoundBench, seed: number): Promise<readonly number[]> =>
  withApp(async ({ page }) => {
    const listener = randomListener(seed, new Date().getFullYear());
    const { errorsDb, tonesHeard, minutes, test } = await runRobot(page, desktop, listener, seed);
    const error = mean(errorsDb.map(Math.abs)).toFixed(2);
    const figures = `${errorsDb.length} thresholds, mean absolute error ${error} dB`;
    const how = `${tonesHeard} tones, ${minutes.toFixed(1)} minutes, confidence ${test.confidence}`;
    say(`robot listener ${seed}: ${figures}; ${how}`);
    return errorsDb;
  });

const checkRobots = async (bench: SoundBench, { check }: Checks): Promise<void> => {
  const errors: number[] = [];
  for (const seed of ROBOT_SEEDS) {
    const found = await testRobot(bench, seed).catch((error: unknown) => reason(error));
    const finished = typeof found !== 'string';
    check(`robot listener ${seed} completes the test`, finished, String(found));
    if (finished) errors.push(...found);
  }
  const error = mean(errors.map(Math.abs));
  say(
    `robot listeners: mean absolute error ${error.toFixed(2)} dB, bias ${mean(errors).toFixed(2)}`,
  );
  check('thresholds of the robots', error <= MOST_MEAN_ERROR_DB, `off by ${error.toFixed(2)} dB`);
};

// Whatever still runs ends with this process.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
  process.on(signal, () => process.exit(1));
watchStarters(() => process.exit(1));

// npm run verify:audio: the test's own tones through the real app, measured in a recording of what it plays; then whole
// tests by a listener who only hears that. About half an hour.
await runMain(async () => {
  const { executable } = await prepareEndToEnd();
  if ((await ensureBuilt()) !== 0) throw new Error('The build failed');
  const checks = createChecks();
  const bench = await openSoundBench(executable);
  try {
    await checkSound(bench, checks);
    await checkRobots(bench, checks);
  } finally {
    await bench.stop();
  }
  process.stdout.write(`${closingLine(checks.counts)}\n`);
  return checks.counts.failed === 0 ? 0 : 1;
});
