import type { Audiogram, Threshold } from './audiogram';
import { bothEars, toReading, type EarThreshold, type EarThresholds } from './hearing-test';

/** Where no level was heard, the threshold counts as this many dB above the highest one played. */
const BEYOND_DB = 5;

/** One threshold as an audiogram reads it, in dB HL. */
const readingOf = ({ frequencyHz, theta50DbHl, flag }: EarThreshold): Threshold => ({
  frequencyHz,
  thresholdDbHl: toReading(theta50DbHl) + (flag === 'no-response' ? BEYOND_DB : 0),
});

/** A test's thresholds as an audiogram reads them, in dB HL. */
export const readingsOf = (ears: EarThresholds): Audiogram =>
  bothEars((ear) => ears[ear].map(readingOf));

/** Whether not one tone was heard in either ear: more often silent headphones than ears. */
export const isNothingHeard = ({ left, right }: EarThresholds): boolean =>
  [...left, ...right].every(({ flag }) => flag === 'no-response');
