import type { Audiogram } from './audiogram';
import { bothEars } from './hearing-test';

/** Coefficients of one sex at one frequency: median = a * (age - 18) ** b, in dB relative to age 18. */
interface MedianCoefficients {
  readonly a: number;
  readonly b: number;
}

type Sex = 'male' | 'female';

/**
 * Median hearing threshold by age, ISO 7029:2017 "Acoustics. Statistical distribution of hearing thresholds
 * related to age and gender", valid from 18 to 80 years (informative from 3 kHz above 70). As transcribed in
 * the open-source package jmrplens/phonometry; not the values of the older ISO 7029:2000.
 */
export const ISO_7029_MEDIAN = {
  125: { male: { a: 2.5e-6, b: 3.841 }, female: { a: 6.16e-4, b: 2.451 } },
  250: { male: { a: 1.39e-4, b: 2.832 }, female: { a: 3.98e-4, b: 2.568 } },
  500: { male: { a: 4.59e-4, b: 2.537 }, female: { a: 2.61e-4, b: 2.708 } },
  750: { male: { a: 5.7e-4, b: 2.512 }, female: { a: 2.25e-4, b: 2.775 } },
  1000: { male: { a: 7.02e-4, b: 2.494 }, female: { a: 2.21e-4, b: 2.805 } },
  1500: { male: { a: 1.09e-3, b: 2.446 }, female: { a: 2.53e-4, b: 2.813 } },
  2000: { male: { a: 1.56e-3, b: 2.404 }, female: { a: 3.12e-4, b: 2.792 } },
  3000: { male: { a: 2.54e-3, b: 2.35 }, female: { a: 4.88e-4, b: 2.728 } },
  4000: { male: { a: 3.4e-3, b: 2.325 }, female: { a: 7.37e-4, b: 2.66 } },
  6000: { male: { a: 4.53e-3, b: 2.315 }, female: { a: 1.47e-3, b: 2.539 } },
  8000: { male: { a: 5.06e-3, b: 2.328 }, female: { a: 2.53e-3, b: 2.439 } },
} as const satisfies Record<number, Record<Sex, MedianCoefficients>>;

/** A frequency the age model knows, in Hz. */
export type AgeModelFrequency = keyof typeof ISO_7029_MEDIAN;

/** The points of an estimated audiogram, in Hz. */
export const ESTIMATE_FREQUENCIES_HZ = [
  250, 500, 1000, 2000, 3000, 4000, 6000, 8000,
] as const satisfies readonly AgeModelFrequency[];

/** Ages in years the model holds for; others are moved to the nearer end. */
const MODEL_AGE = { min: 18, max: 80 } as const;
/** Ages in years an estimate is made for at all. */
const ACCEPTED_AGE = { min: 10, max: 110 } as const;

const medianOf = ({ a, b }: MedianCoefficients, yearsPast18: number): number =>
  a * yearsPast18 ** b;

/**
 * Median threshold in dB HL at `age` (years, clamped to 18..80) and `frequencyHz`. `unknown` is the mean of
 * male and female: the app does not ask. Source: ISO 7029:2017.
 */
export const medianThreshold = (
  sex: Sex | 'unknown',
  age: number,
  frequencyHz: AgeModelFrequency,
): number => {
  const yearsPast18 = Math.min(Math.max(age, MODEL_AGE.min), MODEL_AGE.max) - MODEL_AGE.min;
  const { male, female } = ISO_7029_MEDIAN[frequencyHz];
  if (sex === 'male') return medianOf(male, yearsPast18);
  if (sex === 'female') return medianOf(female, yearsPast18);
  return (medianOf(male, yearsPast18) + medianOf(female, yearsPast18)) / 2;
};

/** Age in years as it is on average in a year; half a year less than the difference. */
const ageIn = (year: number, yearOfBirth: number): number => year - yearOfBirth - 0.5;

/** The same in the year of a time in milliseconds since 1970. */
export const ageAt = (time: number, yearOfBirth: number): number =>
  ageIn(new Date(time).getFullYear(), yearOfBirth);

/**
 * The audiogram to expect from a year of birth alone: the median of both sexes at the age reached on average in
 * `currentYear` (half a year less than the difference), the same for both ears.
 * Throws RangeError for an age outside 10..110 years.
 */
export const estimateAudiogram = (yearOfBirth: number, currentYear: number): Audiogram => {
  const age = ageIn(currentYear, yearOfBirth);
  if (!(age >= ACCEPTED_AGE.min && age <= ACCEPTED_AGE.max)) {
    throw new RangeError('age outside 10..110 years');
  }
  return bothEars(() =>
    ESTIMATE_FREQUENCIES_HZ.map((frequencyHz) => ({
      frequencyHz,
      thresholdDbHl: medianThreshold('unknown', age, frequencyHz),
    })),
  );
};
