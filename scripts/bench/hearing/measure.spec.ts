import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../../src/hearing/threshold-test/random';
import { MANNERS, presses } from './listeners';
import { measure } from './measure';
import { drawPerson } from './population';

const FEW = { people: 15, seed: 4, ears: 'alike', ageKnown: true } as const;

describe('simulated people', () => {
  it('press as often as their manner says', () => {
    const random = seededRandom(1);
    const share = (level: number): number =>
      Array.from({ length: 4000 }, () => presses(MANNERS.typical, level, 30, random)).filter(
        Boolean,
      ).length / 4000;
    expect(share(30)).toBeCloseTo(0.5, 1);
    expect(share(-Infinity)).toBeCloseTo(0.03, 1);
    expect(share(80)).toBeCloseTo(0.97, 1);
  });

  it('have ears that are alike, or not', () => {
    const difference = (ears: 'alike' | 'independent'): number =>
      Array.from({ length: 300 }, (_, seed) => drawPerson(seededRandom(seed), ears).theta)
        .map(({ left, right }) => Math.abs((left.get(4000) ?? 0) - (right.get(4000) ?? 0)))
        .reduce((sum, one) => sum + one, 0) / 300;
    expect(difference('alike')).toBeLessThan(0.8 * difference('independent'));
  });
});

/** The whole bar is the bench's; this is wide enough for thirty ears. */
describe('the accuracy of a whole test', { timeout: 60_000 }, () => {
  it('is that of a good audiogram with the Bayesian engine', () => {
    const found = measure({ engine: 'bayesian', manner: 'typical', ...FEW });
    expect(Math.abs(found.bias)).toBeLessThan(1);
    expect(found.mae).toBeLessThan(2.2);
    expect(found.within10).toBeGreaterThan(97);
    expect(found.presentationsPerEar).toBeLessThan(36);
  });

  it('is that of the clinic with Hughson-Westlake, which takes longer', () => {
    const found = measure({ engine: 'hughson-westlake', manner: 'typical', ...FEW });
    expect(Math.abs(found.bias)).toBeLessThan(1);
    expect(found.mae).toBeLessThan(2.8);
    expect(found.presentationsPerFrequency).toBeGreaterThan(8);
    expect(found.presentationsPerFrequency).toBeLessThan(12);
  });

  it('is the same every time', () => {
    const once = { engine: 'bayesian', manner: 'distracted', ...FEW, people: 2 } as const;
    expect(measure(once)).toEqual(measure(once));
  });
});
