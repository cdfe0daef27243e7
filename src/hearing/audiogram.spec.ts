import { describe, expect, it } from 'vitest';
import { thresholdAt } from './audiogram';

const ear = [
  { frequencyHz: 250, thresholdDbHl: 0 },
  { frequencyHz: 1000, thresholdDbHl: 10 },
  { frequencyHz: 4000, thresholdDbHl: 40 },
];

describe('an ear', () => {
  it.each([
    [125, 0],
    [250, 0],
    [500, 5],
    [1000, 10],
    [2000, 25],
    [4000, 40],
    [8000, 40],
  ])('reads %i Hz as %d dB: linear over octaves, held at the ends', (hz, db) => {
    expect(thresholdAt(ear, hz)).toBeCloseTo(db, 10);
  });

  it('of which nothing is known is drawn as the median at 18', () => {
    expect(thresholdAt([], 1000)).toBe(0);
  });
});
