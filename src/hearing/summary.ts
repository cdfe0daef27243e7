import type { Threshold } from './audiogram';
import { REQUIRED_FREQUENCIES_HZ } from './exchange/exchange-result';
import { bothEars, type Ear, type HearingTest, type LevelKnowledge } from './hearing-test';
import { readingsOf } from './readings';

/** Grade of the better ear by the World report on hearing (WHO 2021), or a difference between the ears. */
export type HearingGrade =
  | 'normal'
  | 'mild'
  | 'moderate'
  | 'moderately-severe'
  | 'severe'
  | 'profound'
  | 'complete'
  | 'unilateral';

/** A reason to suggest, gently, seeing somebody who measures hearing. */
export type Advice = 'ears-differ' | 'loud-needed';

/** What a test comes to. */
export interface HearingSummary {
  /** Mean reading in dB HL at 500, 1000, 2000 and 4000 Hz; null where one is missing. */
  readonly pta4DbHl: Readonly<Record<Ear, number | null>>;
  /** For data files, never for a screen; null where the levels are not known well enough. */
  readonly grade: HearingGrade | null;
  readonly advice: readonly Advice[];
}

/** Lower ends in dB HL of the grades from mild on. */
const GRADES = [
  ['complete', 95],
  ['profound', 80],
  ['severe', 65],
  ['moderately-severe', 50],
  ['moderate', 35],
  ['mild', 20],
] as const satisfies readonly (readonly [HearingGrade, number])[];

/** Lower ends in dB HL of the ranges a mean can lie in, as a screen may name them, ascending. */
export const SENSITIVITY_RANGES_DB: readonly number[] = GRADES.map(([, from]) => from).toReversed();

const UNILATERAL = { betterBelow: 20, worseFrom: 35 } as const;
const LOUD_DB = 60;
const DIFFERENCE = { db: 15, frequencies: 2 } as const;

/** True where the levels are known in dB HL: an audiogram brought along, or a test with known headphones. */
export const isAbsolute = (test: HearingTest): boolean =>
  (test.source === 'import' && test.levels === 'known') ||
  (test.source === 'ptt' && test.tier !== 'C');

/** What a file says of a test's levels: an estimate and a test with unknown headphones have only a shape. */
export const levelsOf = (test: HearingTest): LevelKnowledge =>
  isAbsolute(test) ? 'known' : 'relative';

const pta4 = (ear: readonly Threshold[]): number | null => {
  const levels = REQUIRED_FREQUENCIES_HZ.map(
    (hz) => ear.find(({ frequencyHz }) => frequencyHz === hz)?.thresholdDbHl,
  ).filter((level) => level !== undefined);
  if (levels.length < REQUIRED_FREQUENCIES_HZ.length) return null;
  return levels.reduce((sum, level) => sum + level, 0) / levels.length;
};

/** WHO 2021 grade of two averages in dB HL. */
export const gradeOf = (one: number, other: number): HearingGrade => {
  const [better, worse] = one < other ? [one, other] : [other, one];
  if (better < UNILATERAL.betterBelow && worse >= UNILATERAL.worseFrom) return 'unilateral';
  return GRADES.find(([, from]) => better >= from)?.[0] ?? 'normal';
};

const differs = (one: readonly Threshold[], other: readonly Threshold[]): boolean =>
  one.filter(({ frequencyHz, thresholdDbHl }) => {
    const match = other.find((point) => point.frequencyHz === frequencyHz);
    return match && Math.abs(match.thresholdDbHl - thresholdDbHl) >= DIFFERENCE.db;
  }).length >= DIFFERENCE.frequencies;

/**
 * Averages, grade and advice of a test. No grade from an estimate or a test with unknown headphones (tier C), whose
 * levels are only relative. The ears differ: by 15 dB or more at two frequencies; loud: an average above 60 dB HL.
 */
export const summarise = (test: HearingTest): HearingSummary => {
  const readings = readingsOf(test.ears);
  const averages = bothEars((ear) => pta4(readings[ear]));
  const known = isAbsolute(test);
  const advice: Advice[] = [];
  if (differs(readings.left, readings.right)) advice.push('ears-differ');
  if (known && Math.max(averages.right ?? 0, averages.left ?? 0) > LOUD_DB) {
    advice.push('loud-needed');
  }
  const grade =
    known && averages.left !== null && averages.right !== null
      ? gradeOf(averages.left, averages.right)
      : null;
  return { pta4DbHl: averages, grade, advice };
};
