import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  ESTIMATE_FREQUENCIES_HZ,
  ISO_7029_MEDIAN,
  estimateAudiogram,
  medianThreshold,
  type AgeModelFrequency,
} from './age-estimate';

const SEED = 7029;
const frequencies = Object.keys(ISO_7029_MEDIAN).map(Number) as AgeModelFrequency[];
const anyFrequency = fc.constantFrom(...frequencies);
const anySex = fc.constantFrom<'male' | 'female' | 'unknown'>('male', 'female', 'unknown');

/** dB at 250, 500, 1k, 2k, 3k, 4k, 6k, 8k Hz, rounded to two places, computed apart from this code. */
const VECTORS = [
  [30, 'male', [0.16, 0.25, 0.34, 0.61, 0.87, 1.1, 1.43, 1.65]],
  [30, 'female', [0.24, 0.22, 0.24, 0.32, 0.43, 0.55, 0.81, 1.08]],
  [30, 'unknown', [0.2, 0.23, 0.29, 0.47, 0.65, 0.82, 1.12, 1.37]],
  [40, 'male', [0.88, 1.17, 1.56, 2.63, 3.63, 4.49, 5.81, 6.75]],
  [40, 'female', [1.11, 1.13, 1.29, 1.75, 2.24, 2.74, 3.76, 4.76]],
  [40, 'unknown', [1.0, 1.15, 1.43, 2.19, 2.93, 3.62, 4.78, 5.75]],
  [50, 'male', [2.54, 3.02, 3.98, 6.48, 8.75, 10.74, 13.82, 16.15]],
  [50, 'female', [2.92, 3.11, 3.68, 4.97, 6.23, 7.43, 9.75, 11.86]],
  [50, 'unknown', [2.73, 3.07, 3.83, 5.73, 7.49, 9.09, 11.78, 14.01]],
  [60, 'male', [5.5, 6.03, 7.85, 12.46, 16.58, 20.21, 25.94, 30.41]],
  [60, 'female', [5.87, 6.49, 7.9, 10.62, 13.08, 15.32, 19.44, 23.03]],
  [60, 'unknown', [5.68, 6.26, 7.87, 11.54, 14.83, 17.77, 22.69, 26.72]],
  [70, 'male', [10.06, 10.36, 13.37, 20.82, 27.38, 33.2, 42.53, 50.0]],
  [70, 'female', [10.15, 11.58, 14.38, 19.29, 23.42, 27.04, 33.44, 38.77]],
  [70, 'unknown', [10.11, 10.97, 13.87, 20.05, 25.4, 30.12, 37.98, 44.39]],
] as const;

describe('medianThreshold', () => {
  it.each(VECTORS)('at %i years, %s', (age, sex, expected) => {
    ESTIMATE_FREQUENCIES_HZ.forEach((frequency, index) => {
      expect(Math.abs(medianThreshold(sex, age, frequency) - expected[index]!)).toBeLessThan(
        0.0061,
      );
    });
  });

  it('agrees with an anchor published by another implementation', () => {
    expect(medianThreshold('male', 60, 4000)).toBeCloseTo(20.2085, 4);
  });

  it(`never gets better with age (seed ${SEED})`, () => {
    const age = fc.double({ min: 0, max: 130, noNaN: true });
    fc.assert(
      fc.property(anySex, anyFrequency, age, age, (sex, frequency, one, other) => {
        const [younger, older] = one < other ? [one, other] : [other, one];
        expect(medianThreshold(sex, younger, frequency)).toBeLessThanOrEqual(
          medianThreshold(sex, older, frequency),
        );
      }),
      { seed: SEED },
    );
  });

  it.each(frequencies)('is 0 up to 18 years and stays what it is from 80 on, at %i Hz', (hz) => {
    expect(medianThreshold('unknown', 18, hz)).toBe(0);
    expect(medianThreshold('unknown', 12, hz)).toBe(0);
    expect(medianThreshold('unknown', 95, hz)).toBe(medianThreshold('unknown', 80, hz));
    expect(medianThreshold('unknown', 80, hz)).toBeGreaterThan(0);
  });
});

describe('estimateAudiogram', () => {
  it('gives both ears the median of the mean age in that year', () => {
    const { left, right } = estimateAudiogram(1966, 2026);
    expect(right).toEqual(left);
    expect(left.map(({ frequencyHz }) => frequencyHz)).toEqual([
      250, 500, 1000, 2000, 3000, 4000, 6000, 8000,
    ]);
    expect(left[5]?.thresholdDbHl).toBe(medianThreshold('unknown', 59.5, 4000));
  });

  it.each([2017, 1915, 2027, Number.NaN])('refuses %d as a year of birth in 2026', (year) => {
    expect(() => estimateAudiogram(year, 2026)).toThrow(RangeError);
  });

  it.each([2015, 1916])('accepts %i as a year of birth in 2026', (year) => {
    expect(estimateAudiogram(year, 2026).left).toHaveLength(8);
  });
});
