import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { medianThreshold } from './age-estimate';
import { toReading, type EarThreshold, type EarThresholds } from './hearing-test';
import { relativeShape } from './relative-shape';

const SEED = 20_261_122;
const AGE = 59.5;

const at = (
  frequencyHz: number,
  theta50DbHl: number,
  flag: EarThreshold['flag'] = 'ok',
): EarThreshold => ({ frequencyHz, theta50DbHl, sdDb: 2, presentations: 7, flag });

describe('the shape of a test whose levels are not known', () => {
  it('reads as the age median where the better ear hears best, and keeps every difference', () => {
    const { left, right } = relativeShape(
      { left: [at(500, 22), at(1000, 18), at(4000, 50)], right: [at(1000, 30), at(2000, 25)] },
      AGE,
    );
    const median = medianThreshold('unknown', AGE, 1000);
    expect(toReading(left[1]!.theta50DbHl)).toBeCloseTo(median, 10);
    expect(left.map(({ theta50DbHl }) => theta50DbHl - left[1]!.theta50DbHl)).toEqual([4, 0, 32]);
    expect(right[0]!.theta50DbHl - left[1]!.theta50DbHl).toBeCloseTo(12, 10);
    expect(right[1]).toMatchObject({ frequencyHz: 2000, sdDb: 2, presentations: 7, flag: 'ok' });
  });

  it('does not go by high and low frequencies, nor by what was not heard', () => {
    const ears = {
      left: [at(250, 30), at(500, 60), at(1000, 20, 'no-response'), at(8000, 25)],
      right: [at(2000, 70)],
    };
    const { left } = relativeShape(ears, AGE);
    expect(toReading(left[1]!.theta50DbHl)).toBeCloseTo(medianThreshold('unknown', AGE, 500), 10);
  });

  it('keeps its shape within what can be stored where tones far from the middle were heard much softer', () => {
    const rising = [at(500, 60), at(1000, 55), at(2000, 50), at(4000, 5), at(8000, 0, 'floor')];
    const shape = relativeShape({ left: rising, right: rising }, 30);
    expect(shape.right.map(({ theta50DbHl }) => theta50DbHl)).toEqual([20, 15, 10, -35, -40]);
  });

  it('is the test itself where nothing was heard at the middle frequencies', () => {
    const ears = { left: [at(1000, 80, 'no-response')], right: [at(4000, 20)] };
    expect(relativeShape(ears, AGE)).toBe(ears);
  });

  it('does not depend on how loud everything was, swaps with the ears, and applied twice is the same', () => {
    const ear = fc
      .array(fc.integer({ min: -20, max: 95 }), { minLength: 6, maxLength: 6 })
      .map((levels) => levels.map((dbHl, i) => at([250, 500, 1000, 2000, 4000, 8000][i]!, dbHl)));
    const close = (a: EarThresholds, b: EarThresholds): void => {
      for (const side of ['left', 'right'] as const) {
        a[side].forEach((one, i) =>
          expect(one.theta50DbHl).toBeCloseTo(b[side][i]!.theta50DbHl, 8),
        );
      }
    };
    fc.assert(
      fc.property(
        fc.record({ left: ear, right: ear }),
        fc.integer({ min: -15, max: 15 }),
        fc.integer({ min: 18, max: 110 }),
        (ears, louder, age) => {
          const all = (list: EarThreshold[]) =>
            list.map((one) => ({ ...one, theta50DbHl: one.theta50DbHl + louder }));
          const shape = relativeShape(ears, age);
          close(relativeShape({ left: all(ears.left), right: all(ears.right) }, age), shape);
          close(relativeShape(shape, age), shape);
          const swapped = relativeShape({ left: ears.right, right: ears.left }, age);
          close({ left: swapped.right, right: swapped.left }, shape);
        },
      ),
      { seed: SEED, numRuns: 200 },
    );
  });
});
