import type { Ear } from '../hearing-test';
import type { Site } from './types';

const RETEST_HZ = 1000;
/** Neighbours that differ by this much, in dB, get the frequency between them tested as well. */
const STEEP = 20;
const BETWEEN = [
  { lowHz: 2000, addedHz: 3000, highHz: 4000 },
  { lowHz: 4000, addedHz: 6000, highHz: 8000 },
] as const;

/** One series of the plan. `retest` is the second one at 1 kHz, `repeat` one made because of it. */
export interface PlannedSeries extends Site {
  readonly purpose: 'test' | 'retest' | 'extra' | 'repeat';
}

/**
 * The order in one ear: from 1 kHz up, 1 kHz again, then from below 1 kHz down. The retest needs 1 kHz and
 * something above it.
 */
export const plannedSeries = (ear: Ear, frequenciesHz: readonly number[]): PlannedSeries[] => {
  const ascending = [...new Set(frequenciesHz)].sort((a, b) => a - b);
  const upper = ascending.filter((frequencyHz) => frequencyHz >= RETEST_HZ);
  const lower = ascending.filter((frequencyHz) => frequencyHz < RETEST_HZ).reverse();
  const test = (frequencyHz: number) => ({ ear, frequencyHz, purpose: 'test' as const });
  const retest = { ear, frequencyHz: RETEST_HZ, purpose: 'retest' as const };
  const again = upper[0] === RETEST_HZ && upper.length > 1 ? [retest] : [];
  return [...upper.map(test), ...again, ...lower.map(test)];
};

/** The frequencies between steep neighbours that were not tested, by what was found at each frequency tested. */
export const steepBetween = (ear: Ear, found: ReadonlyMap<number, number>): PlannedSeries[] =>
  BETWEEN.flatMap(({ lowHz, addedHz, highHz }) => {
    const low = found.get(lowHz);
    const high = found.get(highHz);
    const steep = low !== undefined && high !== undefined && Math.abs(high - low) >= STEEP;
    return steep && !found.has(addedHz) ? [{ ear, frequencyHz: addedHz, purpose: 'extra' }] : [];
  });
