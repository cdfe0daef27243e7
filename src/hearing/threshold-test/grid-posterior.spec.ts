import { describe, expect, it } from 'vitest';
import {
  createGridPosterior,
  GRID,
  MANNERS,
  momentsOf,
  normalised,
  probabilityBelow,
} from './grid-posterior';

const WEIGHTS = MANNERS.map(({ weight }) => weight);
const flat = normalised(new Float64Array(GRID.cells).fill(1));

/** P(heard) as it is written in the docstring, apart from the table. */
const heard = (manner: number, level: number, theta: number): number => {
  const { slopeDb, guess, lapse } = MANNERS[manner]!;
  return guess + (1 - guess - lapse) / (1 + Math.exp(-(level - theta) / slopeDb));
};

const posteriorAfter = (answers: readonly (readonly [number, boolean])[]): Float64Array =>
  normalised(
    flat.map((_, cell) =>
      WEIGHTS.reduce((sum, weight, manner) => {
        const likelihood = answers.reduce((product, [level, yes]) => {
          const p = heard(manner, level, cell + GRID.min);
          return product * (yes ? p : 1 - p);
        }, weight);
        return sum + likelihood;
      }, 0),
    ),
  );

const entropy = (p: Float64Array): number =>
  -p.reduce((sum, x) => sum + (x > 0 ? x * Math.log(x) : 0), 0);

const ANSWERS = [
  [40, true],
  [25, false],
  [30, true],
] as const;

describe('the posterior on the grid', () => {
  it('weighs all manners of answering to 1', () => {
    expect(WEIGHTS.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 12);
  });

  it('is what the rule of Bayes says', () => {
    const posterior = createGridPosterior(flat, WEIGHTS);
    ANSWERS.forEach(([level, yes]) => posterior.update(level, yes));
    const expected = posteriorAfter(ANSWERS);
    posterior.marginal.forEach((p, cell) => expect(p).toBeCloseTo(expected[cell]!, 12));
  });

  it('asks at the level that leaves the least entropy to expect', () => {
    const posterior = createGridPosterior(flat, WEIGHTS);
    ANSWERS.forEach(([level, yes]) => posterior.update(level, yes));
    const before = posteriorAfter(ANSWERS);
    const expected = (level: number): number =>
      [true, false].reduce((sum, yes) => {
        const after = posteriorAfter([...ANSWERS, [level, yes]]);
        const p = before.reduce((total, _, cell) => {
          // P(answer) given the threshold, over the manners as they are weighed after the answers so far.
          const joint = WEIGHTS.map((weight, manner) =>
            ANSWERS.reduce((product, [at, was]) => {
              const q = heard(manner, at, cell + GRID.min);
              return product * (was ? q : 1 - q);
            }, weight),
          );
          const all = joint.reduce((one, other) => one + other, 0);
          const yesHere = joint.reduce(
            (one, w, m) => one + w * heard(m, level, cell + GRID.min),
            0,
          );
          const share = all > 0 ? yesHere / all : 0;
          return total + before[cell]! * (yes ? share : 1 - share);
        }, 0);
        return sum + p * entropy(after);
      }, 0);
    const levels = Array.from({ length: 61 }, (_, index) => index);
    const best = levels.reduce((one, other) => (expected(other) < expected(one) ? other : one));
    expect(posterior.bestLevel(0, 60)).toBe(best);
  });

  it.each([
    [50, 60],
    [-10, 5],
    [28, 28],
  ])('asks within %d..%d dB even where that tells little', (lowest, highest) => {
    const posterior = createGridPosterior(flat, WEIGHTS);
    for (let i = 0; i < 5; i += 1) ANSWERS.forEach(([level, yes]) => posterior.update(level, yes));
    const level = posterior.bestLevel(lowest, highest);
    expect(level).toBeGreaterThanOrEqual(lowest);
    expect(level).toBeLessThanOrEqual(highest);
  });

  it('tells mean, deviation and what lies below a level', () => {
    const two = new Float64Array(GRID.cells);
    two[10] = 0.5;
    two[20] = 0.5;
    expect(momentsOf(two)).toEqual({ meanDbHl: -5, sdDb: 5 });
    expect(probabilityBelow(two, -10)).toBe(0);
    expect(probabilityBelow(two, -9)).toBe(0.5);
    expect(probabilityBelow(two, 95)).toBe(1);
    expect(probabilityBelow(two, -40)).toBe(0);
  });
});
