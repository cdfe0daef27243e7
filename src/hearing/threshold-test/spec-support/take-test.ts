import type { Ear } from '../../hearing-test';
import { TESTABLE_FREQUENCIES_HZ, USUAL_FREQUENCIES_HZ } from '../config';
import { seededRandom } from '../random';
import { createThresholdTest, type ThresholdTest } from '../threshold-test';
import type { Answer, ThresholdTestConfig, Trial } from '../types';

/** Answers a trial. */
export type Listener = (trial: Trial) => Answer;

export const pressed: Answer = { type: 'response', reactionTimeMs: 400, spontaneousPresses: 0 };
export const silent: Answer = { type: 'silence', spontaneousPresses: 0 };

/** A usual test; `ceiling` in dB HL holds for every frequency. */
export const configOf = (
  change: Partial<ThresholdTestConfig> = {},
  ceiling = 80,
): ThresholdTestConfig => ({
  engine: 'bayesian',
  seed: 1,
  age: 45,
  firstEar: 'right',
  frequenciesHz: USUAL_FREQUENCIES_HZ,
  floorDbHl: -10,
  ceilingDbHl: Object.fromEntries(TESTABLE_FREQUENCIES_HZ.map((hz) => [hz, ceiling])),
  ...change,
});

/** Hears exactly what is at or above its threshold, and never presses in silence. */
export const exactListener =
  (thetaAt: (ear: Ear, frequencyHz: number) => number): Listener =>
  ({ ear, frequencyHz, levelDbHl, silent: isSilent }) =>
    !isSilent && levelDbHl >= thetaAt(ear, frequencyHz) ? pressed : silent;

/** Presses at random: any path a test can take. */
export const erraticListener = (seed: number, share = 0.5) => {
  const random = seededRandom(seed);
  return (): Answer => (random() < share ? pressed : silent);
};

/** A whole test, and every trial of it. */
export const takeTest = (
  config: ThresholdTestConfig,
  listener: Listener,
): { test: ThresholdTest; trials: Trial[] } => {
  const test = createThresholdTest(config);
  const trials: Trial[] = [];
  for (let trial = test.trial(); trial; trial = test.trial()) {
    trials.push(trial);
    test.answer(listener(trial));
  }
  return { test, trials };
};
