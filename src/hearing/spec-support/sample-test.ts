import type { AgeEstimate, EarThreshold, PureToneTest } from '../hearing-test';

/** The id of the sample test with this number. */
export const sampleId = (n: number): string =>
  `00000000-0000-4000-8000-${n.toString(16).padStart(12, '0')}`;

const ear = (theta50DbHl: number): EarThreshold[] =>
  [500, 1000, 4000].map((frequencyHz) => ({
    frequencyHz,
    theta50DbHl,
    sdDb: null,
    presentations: 0,
    flag: 'ok',
  }));

/** A hearing test of number `n`: its id follows from it, and by default when it was taken. */
export const sampleTest = (n: number, takenAt = 1_795_000_000_000 + n): AgeEstimate => ({
  source: 'age',
  id: sampleId(n),
  takenAt,
  yearOfBirth: 1966,
  ears: { left: ear(10 + (n % 50)), right: ear(12.5 + (n % 50)) },
});

/** A test as big as one taken in the app can be. */
export const largeSampleTest = (n: number): PureToneTest => ({
  ...sampleTest(n),
  source: 'ptt',
  ears: {
    left: Array.from({ length: 16 }, (_, i) => ({ ...largest, frequencyHz: 125 + i * 500 })),
    right: Array.from({ length: 16 }, (_, i) => ({ ...largest, frequencyHz: 125 + i * 500 })),
  },
  engine: 'bayesian',
  tier: 'B',
  device: { name: 'ü'.repeat(200), headphones: 'ü'.repeat(200), volume: 1 / 3 },
  catchTrials: { count: 12, hits: 1 },
  retest1k: { left: 10 / 3, right: null },
  confidence: 'ok',
});

const largest = {
  theta50DbHl: 100 / 3,
  sdDb: 10 / 3,
  presentations: 1000,
  flag: 'low-confidence',
} as const;
