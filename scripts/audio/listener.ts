import { medianThreshold } from '../../src/hearing/age-estimate';
import type { Ear } from '../../src/hearing/hearing-test';
import { seededRandom } from '../../src/hearing/threshold-test/random';
import { TESTABLE_FREQUENCIES_HZ } from '../../src/hearing/threshold-test/config';

/** Level heard half of the time in dB HL, by ear and frequency in Hz. */
export type TrueThresholds = Readonly<Record<Ear, Readonly<Record<number, number>>>>;

/** A person as the psychometric model knows one. */
export interface Listener {
  readonly yearOfBirth: number;
  readonly thresholds: TrueThresholds;
}

/** A typical listener: slope in dB, and how often an audible tone is missed. */
const SLOPE_DB = 2;
const LAPSES = 0.03;
/** From the tone's onset, in milliseconds. */
const REACTION_MS = { least: 280, most: 520 } as const;
const RANGE_DB_HL = { least: 0, most: 68 } as const;

const normal = (random: () => number): number =>
  Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());

/** Somebody of a random age: the median at that age, and what is one's own, more alike between near frequencies. */
export const randomListener = (seed: number, currentYear: number): Listener => {
  const random = seededRandom(seed);
  const age = 25 + Math.floor(random() * 50);
  const ear = (): Record<number, number> => {
    let own = 4 * normal(random) + 3;
    const entries = TESTABLE_FREQUENCIES_HZ.map((hz) => {
      own = 0.8 * own + 3.5 * normal(random);
      const threshold = medianThreshold('unknown', age, hz) + own;
      return [hz, Math.min(RANGE_DB_HL.most, Math.max(RANGE_DB_HL.least, threshold))] as const;
    });
    return Object.fromEntries(entries);
  };
  return { yearOfBirth: currentYear - age - 1, thresholds: { left: ear(), right: ear() } };
};

/** How this listener takes a tone: the reaction time from its onset in milliseconds, or null for no press. */
export const createReactions = (thresholds: TrueThresholds, seed: number) => {
  const random = seededRandom(seed);
  return (ear: Ear, frequencyHz: number, dbHl: number): number | null => {
    const threshold = thresholds[ear][frequencyHz];
    if (threshold === undefined) throw new RangeError(`no threshold at ${frequencyHz} Hz`);
    const audible = 1 / (1 + Math.exp(-(dbHl - threshold) / SLOPE_DB));
    const presses = random() < audible * (1 - LAPSES);
    const reaction = REACTION_MS.least + random() * (REACTION_MS.most - REACTION_MS.least);
    return presses ? reaction : null;
  };
};
