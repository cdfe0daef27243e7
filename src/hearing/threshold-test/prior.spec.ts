import { describe, expect, it } from 'vitest';
import { medianThreshold } from '../age-estimate';
import { momentsOf } from './grid-posterior';
import { expectedAt, onGrid } from './prior';

const right1k = { ear: 'right', frequencyHz: 1000 } as const;
const left1k = { ear: 'left', frequencyHz: 1000 } as const;
const right2k = { ear: 'right', frequencyHz: 2000 } as const;

describe('what is expected', () => {
  it('follows from age alone while nothing is known', () => {
    expect(expectedAt(right1k, [], 60)).toEqual({
      meanDbHl: medianThreshold('unknown', 60, 1000) + 3,
      sdDb: 12,
    });
    expect(expectedAt(right1k, [], null)).toEqual({ meanDbHl: 15, sdDb: 20 });
  });

  it('is the conditional of a normal distribution', () => {
    // Worked by hand: correlation exp(-1/4), deviations 12 and 13 dB, 2 dB of doubt.
    const prior1k = medianThreshold('unknown', 60, 1000) + 3;
    const prior2k = medianThreshold('unknown', 60, 2000) + 3;
    const gain = (Math.exp(-1 / 4) * 12 * 13) / (12 ** 2 + 2 ** 2);
    const known = { site: right1k, meanDbHl: prior1k + 10, sdDb: 2 };
    const { meanDbHl, sdDb } = expectedAt(right2k, [known], 60);
    expect(meanDbHl).toBeCloseTo(prior2k + 10 * gain, 10);
    expect(sdDb ** 2).toBeCloseTo(13 ** 2 - gain * Math.exp(-1 / 4) * 12 * 13, 10);
  });

  it('does not depend on the order in which things are known', () => {
    const known = [
      { site: right1k, meanDbHl: 30, sdDb: 2 },
      { site: { ear: 'right', frequencyHz: 8000 }, meanDbHl: 55, sdDb: 3 },
      { site: { ear: 'left', frequencyHz: 4000 }, meanDbHl: 10, sdDb: 1 },
    ] as const;
    const one = expectedAt(right2k, known, 50);
    const other = expectedAt(right2k, [...known].reverse(), 50);
    expect(other.meanDbHl).toBeCloseTo(one.meanDbHl, 10);
    expect(other.sdDb).toBeCloseTo(one.sdDb, 10);
  });

  it('learns more from the same ear next door than from afar or from the other ear', () => {
    const after = (site: Parameters<typeof expectedAt>[0]) =>
      expectedAt(right2k, [{ site, meanDbHl: 30, sdDb: 2 }], 50).sdDb;
    expect(after(right1k)).toBeLessThan(after(left1k));
    expect(after(right1k)).toBeLessThan(after({ ear: 'right', frequencyHz: 250 }));
    expect(after(left1k)).toBeLessThan(13);
  });
});

describe('on the grid', () => {
  it('keeps mean and deviation, but for the tails', () => {
    const { meanDbHl, sdDb } = momentsOf(onGrid({ meanDbHl: 35, sdDb: 7 }, 5));
    expect(meanDbHl).toBeCloseTo(35, 0);
    expect(sdDb).toBeGreaterThan(7);
    expect(sdDb).toBeLessThan(9);
  });

  it('is never narrower than it must be, and rules nothing out', () => {
    const narrow = onGrid({ meanDbHl: 35, sdDb: 0.1 }, 5);
    expect(momentsOf(narrow).sdDb).toBeGreaterThan(5);
    expect(Math.min(...narrow)).toBeGreaterThan(0);
  });
});
