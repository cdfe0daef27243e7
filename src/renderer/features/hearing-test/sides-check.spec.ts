import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawSides, judgeSides } from './sides-check';

const SEED = 20_250_117;

describe('the left/right check', () => {
  it(`plays four bursts, never all in one ear (seed ${SEED})`, () => {
    const share = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
    fc.assert(
      fc.property(fc.array(share, { minLength: 5, maxLength: 5 }), (values) => {
        const left = [...values];
        const sides = drawSides(() => left.shift()!);
        expect(sides).toHaveLength(4);
        expect(new Set(sides).size).toBe(2);
      }),
      { seed: SEED },
    );
  });

  it.each([
    [['left', 'right', 'right', 'left'], 'right'],
    [['right', 'left', 'left', 'right'], 'turned'],
    [['left', 'right', 'right', 'right'], 'mixed'],
    [['left', 'left', 'left', 'left'], 'mixed'],
  ] as const)('judges %j as %s', (heard, verdict) => {
    expect(judgeSides(['left', 'right', 'right', 'left'], heard)).toBe(verdict);
  });
});
