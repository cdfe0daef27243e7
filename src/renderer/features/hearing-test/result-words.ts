import type { Ear, EarThresholds } from '../../../hearing/hearing-test';
import { isNothingHeard, readingsOf } from '../../../hearing/readings';
import type { Audiogram } from '../../../hearing/audiogram';

/** Differences in dB below which two means are said to be alike: about twice the spread of a repeated test. */
const ALIKE_DB = 10;
const CLEAR_DB = 25;

/** What a test found, as far as it holds without exact levels. */
export interface Finding {
  /** High tones (4 and 8 kHz) against middle ones (500 Hz to 2 kHz), in the mean of both ears. */
  readonly pitch: 'even' | 'high-somewhat' | 'high-clearly' | 'low-somewhat';
  /** Which ear hears softer tones. */
  readonly ears: 'alike' | Ear;
}

/** Mean level between two frequencies in Hz; 0 where nothing was measured there. */
const meanOf = (ear: Audiogram[Ear], from: number, to: number): number => {
  const within = ear.filter(({ frequencyHz }) => frequencyHz >= from && frequencyHz <= to);
  return within.reduce((sum, { thresholdDbHl }) => sum + thresholdDbHl, 0) / (within.length || 1);
};

const pitchOf = (slopeDb: number): Finding['pitch'] => {
  if (slopeDb >= CLEAR_DB) return 'high-clearly';
  if (slopeDb >= ALIKE_DB) return 'high-somewhat';
  return slopeDb <= -ALIKE_DB ? 'low-somewhat' : 'even';
};

/**
 * Says in plain categories what the thresholds show; differences only, so that it holds in every tier. Null where not one
 * tone was heard: then there is nothing to compare.
 */
export const findingOf = (thresholds: EarThresholds): Finding | null => {
  if (isNothingHeard(thresholds)) return null;
  const ears = readingsOf(thresholds);
  const slope = (side: Ear): number =>
    meanOf(ears[side], 4000, 8000) - meanOf(ears[side], 500, 2000);
  const rightLess = meanOf(ears.left, 500, 4000) - meanOf(ears.right, 500, 4000);
  return {
    pitch: pitchOf((slope('right') + slope('left')) / 2),
    ears: Math.abs(rightLess) < ALIKE_DB ? 'alike' : rightLess > 0 ? 'right' : 'left',
  };
};
