import { describe, expect, it } from 'vitest';
import { medianThreshold } from '../../../src/hearing/age-estimate';
import { spreadAt, type SpreadFrequency } from './age-spread';

describe('the spread of thresholds', () => {
  it('agrees with an anchor published by another implementation', () => {
    expect(spreadAt('male', 60, 1000, 'above')).toBeCloseTo(10.1533, 4);
  });

  it.each<[SpreadFrequency, number]>([
    [250, 14.7],
    [1000, 20.9],
    [4000, 43.6],
    [8000, 60.3],
  ])('puts the worst tenth of men of 60 at %i Hz above %d dB', (hz, expected) => {
    const p90 = medianThreshold('male', 60, hz) + 1.2816 * spreadAt('male', 60, hz, 'above');
    expect(Math.abs(p90 - expected)).toBeLessThan(0.06);
  });

  it('is held from 70 years at high frequencies, where the polynomial collapses', () => {
    expect(spreadAt('male', 80, 8000, 'above')).toBe(spreadAt('male', 70, 8000, 'above'));
    expect(spreadAt('male', 80, 1000, 'above')).not.toBe(spreadAt('male', 70, 1000, 'above'));
  });
});
