import { EARS, type Ear, type EarThresholds } from '../hearing-test';
import type { Doubt, ThresholdTestResult } from './types';

/** What a test counts beside its thresholds. */
export type Counts = Pick<ThresholdTestResult, 'catchTrials' | 'spontaneousPresses' | 'retest1k'>;

/** Presses in silent trials: at this many the listener is told again what to do, */
export const PRESSES_TO_REINSTRUCT = 2;
/** the same with so many presses that one trial was given up; */
export const PRESSES_IN_ONE_TRIAL = 5;
/** and at this many in silent trials the test is in doubt. */
const PRESSES_TO_DOUBT = 3;
const MOST_SPONTANEOUS_PRESSES = 6;
/** A second threshold at 1 kHz this far from the first, in dB, is not the same one. */
export const RETEST_DIFFERS = 10;
const MOST_UNCERTAIN = 2;

/** What speaks against a result; nothing does where the list is empty. */
export const doubtsOf = (
  ears: EarThresholds,
  { catchTrials, spontaneousPresses, retest1k }: Counts,
): Doubt[] => {
  const anyEar = (holds: (ear: Ear) => boolean): boolean => EARS.some(holds);
  const uncertain = EARS.flatMap((ear) => ears[ear]).filter(
    ({ flag }) => flag === 'low-confidence',
  ).length;
  const doubts: [Doubt, boolean][] = [
    ['catch-trials', catchTrials.hits >= PRESSES_TO_DOUBT],
    ['spontaneous-presses', anyEar((ear) => spontaneousPresses[ear] > MOST_SPONTANEOUS_PRESSES)],
    ['retest', anyEar((ear) => Math.abs(retest1k[ear] ?? 0) >= RETEST_DIFFERS)],
    ['uncertain', uncertain > MOST_UNCERTAIN],
  ];
  return doubts.filter(([, holds]) => holds).map(([doubt]) => doubt);
};
