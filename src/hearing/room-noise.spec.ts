import { describe, expect, it } from 'vitest';
import { baselineOf, hidesTones, loudnessOf, percentile, thirdOctaveLevel } from './room-noise';

describe('a third of an octave', () => {
  const binHz = 5;
  const flat = (db: number) => new Float32Array(4096).fill(db);

  it('sums the power of its bins', () => {
    const bins =
      Math.floor((1000 * 2 ** (1 / 6)) / binHz) - Math.ceil((1000 * 2 ** (-1 / 6)) / binHz) + 1;
    expect(thirdOctaveLevel(flat(-80), binHz, 1000)).toBeCloseTo(-80 + 10 * Math.log10(bins), 6);
  });

  it('hears nothing beside it', () => {
    const spectrum = flat(-Infinity);
    spectrum[1000 / binHz] = -30;
    expect(thirdOctaveLevel(spectrum, binHz, 1000)).toBeCloseTo(-30, 6);
    expect(thirdOctaveLevel(spectrum, binHz, 2000)).toBe(-Infinity);
  });
});

describe('noise during a trial', () => {
  const baseline = baselineOf([-70, -69, -50, -70, -68, -71, -70, -69, -70, -40]);
  const second = (level: number, loud: number, count: number) =>
    Array.from({ length: 10 }, (_, index) => (index < count ? loud : level));

  it('is measured against what the room is like when nothing happens', () => {
    expect(baseline).toBe(-70);
    expect(baselineOf([-Infinity, -Infinity])).toBe(-90);
  });

  it('hides tones when it lasts and is more than 8 dB louder', () => {
    expect(hidesTones(second(-70, -61, 10), baseline, 10)).toBe(true);
    expect(hidesTones(second(-70, -62, 10), baseline, 10)).toBe(false);
    expect(hidesTones([], baseline, 10)).toBe(false);
  });

  it('is not the tone itself, which is on for half of the time at most', () => {
    expect(hidesTones(second(-70, -30, 6), baseline, 10)).toBe(false);
    expect(hidesTones(second(-70, -30, 8), baseline, 10)).toBe(true);
  });

  it('hides the tone also where it is over before the trial is', () => {
    const trial = (count: number) => [
      ...second(-70, -50, count),
      ...second(-70, -70, 10),
      -70,
      -70,
    ];
    expect(hidesTones(trial(10), baseline, 10)).toBe(true);
    expect(hidesTones(trial(6), baseline, 10)).toBe(false);
  });
});

it('tells the room without a unit', () => {
  expect([-80, -60, -50, -45, -20].map(loudnessOf)).toEqual([
    'low',
    'low',
    'medium',
    'medium',
    'high',
  ]);
});

it('has no percentile of nothing', () => {
  expect(() => percentile([], 0.5)).toThrow(RangeError);
});
