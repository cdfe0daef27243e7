import { medianThreshold } from '../age-estimate';
import { isTestable, type TestableFrequency } from './config';
import { GRID, normalised, type Distribution } from './grid-posterior';
import type { Site } from './types';

/** A normal distribution of a threshold. */
export interface Estimate {
  readonly meanDbHl: number;
  readonly sdDb: number;
}

/** What is known of one place. */
export interface Known extends Estimate {
  readonly site: Site;
}

/** Deviation of people of one age from the median, in dB, wider than otologically normal people's. */
const SD_DB: Readonly<Record<TestableFrequency, number>> = {
  250: 12,
  500: 12,
  1000: 12,
  2000: 13,
  3000: 14,
  4000: 15,
  6000: 16,
  8000: 17,
};
/** People who take a test hear a little worse than otologically normal ones, in dB. */
const ABOVE_MEDIAN = 3;
const UNKNOWN_AGE: Estimate = { meanDbHl: 15, sdDb: 20 };

/** Over this distance in octaves a person's thresholds lose their likeness (to 1/e). */
const LIKENESS_OCTAVES = 4;
/** Likeness of both ears at one frequency; kept low, so that an ear unlike the other is found as well. */
const EARS_CORRELATION = 0.7;
/** Weight of each cell beside the normal distribution, whose top is 1: nobody is ruled out. */
const TAIL = 0.002;

/** What age alone says of a threshold. `age` in years, or null. */
const byAge = (frequencyHz: number, age: number | null): Estimate => {
  if (age === null || !isTestable(frequencyHz)) return UNKNOWN_AGE;
  return {
    meanDbHl: medianThreshold('unknown', age, frequencyHz) + ABOVE_MEDIAN,
    sdDb: SD_DB[frequencyHz],
  };
};

const correlation = (one: Site, other: Site): number =>
  (one.ear === other.ear ? 1 : EARS_CORRELATION) *
  Math.exp(-Math.abs(Math.log2(one.frequencyHz / other.frequencyHz)) / LIKENESS_OCTAVES);

/**
 * What is to be expected at `site`, by age and by what is `known` of other places: the conditional of a Gaussian
 * process over both ears and log frequency. The known ones are taken in one by one (a Kalman update), so no
 * matrix is inverted.
 */
export const expectedAt = (site: Site, known: readonly Known[], age: number | null): Estimate => {
  const places = [...known.map((one) => one.site), site];
  const ages = places.map(({ frequencyHz }) => byAge(frequencyHz, age));
  const means = ages.map(({ meanDbHl }) => meanDbHl);
  const sdAt = (index: number): number => ages[index]?.sdDb ?? 0;
  const covariance = places.map((one, row) =>
    places.map((other, column) => correlation(one, other) * sdAt(row) * sdAt(column)),
  );
  const at = (row: number, column: number): number => covariance[row]?.[column] ?? 0;

  known.forEach(({ meanDbHl, sdDb }, seen) => {
    const total = at(seen, seen) + sdDb ** 2;
    const surprise = meanDbHl - (means[seen] ?? 0);
    const gains = places.map((_, row) => at(row, seen) / total);
    const pivot = places.map((_, column) => at(seen, column));
    covariance.forEach((values, row) => {
      const gain = gains[row] ?? 0;
      means[row] = (means[row] ?? 0) + gain * surprise;
      pivot.forEach((value, column) => {
        values[column] = (values[column] ?? 0) - gain * value;
      });
    });
  });
  const target = known.length;
  return { meanDbHl: means[target] ?? 0, sdDb: Math.sqrt(at(target, target)) };
};

/** `estimate` on the grid, no narrower than `leastSdDb`, with heavy tails. */
export const onGrid = ({ meanDbHl, sdDb }: Estimate, leastSdDb: number): Distribution => {
  const sd = Math.max(sdDb, leastSdDb);
  return normalised(
    new Float64Array(GRID.cells).map(
      (_, cell) => Math.exp(-(((cell + GRID.min - meanDbHl) / sd) ** 2) / 2) + TAIL,
    ),
  );
};
