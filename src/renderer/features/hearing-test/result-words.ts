import type { EarThresholds } from '../../../hearing/hearing-test';
import { isNothingHeard, readingsOf } from '../../../hearing/readings';
import type { Audiogram } from '../../../hearing/audiogram';

/** Differences in dB below which two means are said to be alike: about twice the spread of a repeated test. */
const ALIKE_DB = 10;
const CLEAR_DB = 25;

type Side = 'right' | 'left';

/** What a test found, as far as it holds without exact levels. */
export interface Finding {
  /** High tones (4 and 8 kHz) against middle ones (500 Hz to 2 kHz), in the mean of both ears. */
  readonly pitch: 'even' | 'high-somewhat' | 'high-clearly' | 'low-somewhat';
  /** Which ear hears softer tones. */
  readonly ears: 'alike' | Side;
}

const meanOf = (ear: Audiogram[Side], [from, to]: readonly [number, number]): number | null => {
  const within = ear.filter(({ frequencyHz }) => frequencyHz >= from && frequencyHz <= to);
  if (within.length === 0) return null;
  return within.reduce((sum, { thresholdDbHl }) => sum + thresholdDbHl, 0) / within.length;
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
  const mean = (side: Side, from: number, to: number): number =>
    meanOf(ears[side], [from, to]) ?? 0;
  const slope = (side: Side): number => mean(side, 4000, 8000) - mean(side, 500, 2000);
  const rightLess = mean('left', 500, 4000) - mean('right', 500, 4000);
  return {
    pitch: pitchOf((slope('right') + slope('left')) / 2),
    ears: Math.abs(rightLess) < ALIKE_DB ? 'alike' : rightLess > 0 ? 'right' : 'left',
  };
};
