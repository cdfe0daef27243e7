import { medianThreshold } from '../../../src/hearing/age-estimate';
import type { Ear } from '../../../src/hearing/hearing-test';
import { spreadAt, type SpreadFrequency } from './age-spread';

/** Somebody to test: true 50 % points in dB HL by ear and frequency. */
export interface Person {
  /** Years. */
  readonly age: number;
  readonly theta: Readonly<Record<Ear, ReadonlyMap<number, number>>>;
}

/** Whether the two ears of a person resemble each other beyond age and sex, as they do, or not at all. */
export type Ears = 'alike' | 'independent';

const FREQUENCIES_HZ: readonly SpreadFrequency[] = [250, 500, 1000, 2000, 3000, 4000, 6000, 8000];
const AGE = { least: 18, most: 78 } as const;
const THETA = { least: -10, most: 85 } as const;
/** Share of the variance around the median that both ears have in common. */
const LIKENESS: Readonly<Record<Ears, number>> = { alike: 0.7, independent: 0 };
/** Some hear worse towards high frequencies, some at all: how many, and by how many dB. */
const SLOPING = { share: 0.15, least: 10, most: 40 } as const;
const FLAT = { share: 0.1, least: 10, most: 30 } as const;
/** Correlation of one ear's deviations: .35 + .65 exp(-octaves / 2). */
const COMMON = 0.35;

const between = (random: () => number, least: number, most: number): number =>
  least + random() * (most - least);

/** A standard normal number (Box-Muller). */
const normal = (random: () => number): number =>
  Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());

const deviations = (random: () => number): number[] => {
  const common = normal(random);
  let local = normal(random);
  return FREQUENCIES_HZ.map((frequencyHz, index) => {
    const octaves = Math.log2(frequencyHz / (FREQUENCIES_HZ[index - 1] ?? frequencyHz));
    const kept = Math.exp(-octaves / 2);
    local = kept * local + Math.sqrt(1 - kept ** 2) * normal(random);
    return Math.sqrt(COMMON) * common + Math.sqrt(1 - COMMON) * local;
  });
};

const extraLoss = (random: () => number, bounds: typeof SLOPING | typeof FLAT): number =>
  random() < bounds.share ? between(random, bounds.least, bounds.most) : 0;

/** From 1 kHz nothing to 4 kHz all of it. */
const slopeAt = (frequencyHz: number): number =>
  Math.min(Math.max(Math.log2(frequencyHz / 1000) / 2, 0), 1);

/**
 * A person of 18 to 78 years: ISO 7029 median and spread by age and sex; 15 % (alike: of people, else of ears)
 * with a sloping loss besides, 10 % of ears with a flat one; -10..85 dB HL.
 */
export const drawPerson = (random: () => number, ears: Ears): Person => {
  const age = between(random, AGE.least, AGE.most);
  const sex = random() < 0.5 ? 'male' : 'female';
  const shared = { z: deviations(random), sloping: extraLoss(random, SLOPING) };
  const ear = (): Map<number, number> => {
    const own = { z: deviations(random), sloping: extraLoss(random, SLOPING) };
    const flat = extraLoss(random, FLAT);
    const { sloping } = ears === 'alike' ? shared : own;
    const likeness = LIKENESS[ears];
    return new Map(
      FREQUENCIES_HZ.map((frequencyHz, index) => {
        const sharedZ = Math.sqrt(likeness) * (shared.z[index] ?? 0);
        const z = sharedZ + Math.sqrt(1 - likeness) * (own.z[index] ?? 0);
        const spread = spreadAt(sex, age, frequencyHz, z >= 0 ? 'above' : 'below');
        const ageing = medianThreshold(sex, age, frequencyHz) + z * spread;
        const theta = ageing + sloping * slopeAt(frequencyHz) + flat;
        return [frequencyHz, Math.min(Math.max(theta, THETA.least), THETA.most)];
      }),
    );
  };
  return { age, theta: { left: ear(), right: ear() } };
};
