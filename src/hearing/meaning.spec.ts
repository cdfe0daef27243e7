import { describe, expect, it } from 'vitest';
import { fromReading, type HearingTest } from './hearing-test';
import { meaningOf } from './meaning';

const HZ = [250, 500, 1000, 2000, 4000, 8000];

const test = (right: readonly number[], left: readonly number[], tier?: 'C'): HearingTest => {
  const ear = (levels: readonly number[]) =>
    levels.map((level, i) => ({
      ...{ frequencyHz: HZ[i]!, theta50DbHl: fromReading(level), sdDb: null, presentations: 0 },
      flag: 'ok' as const,
    }));
  const base = {
    id: 'x',
    takenAt: 0,
    yearOfBirth: 1966,
    ears: { right: ear(right), left: ear(left) },
  };
  return tier === undefined
    ? { ...base, source: 'import', levels: 'known' }
    : {
        ...base,
        ...{ source: 'ptt', engine: 'bayesian', tier, confidence: 'ok' },
        device: { name: null, headphones: null, volume: null },
        catchTrials: { count: 10, hits: 0 },
        retest1k: { left: null, right: null },
      };
};

const loudnesses = (right: readonly number[], left = right) => {
  const meaning = meaningOf(test(right, left));
  return meaning.type === 'sounds' ? meaning.sounds.map(({ loudness }) => loudness) : null;
};

describe('what a test means', () => {
  it.each([
    [
      [5, 5, 5, 5, 5, 5],
      ['soft', 'soft', 'soft', 'soft'],
    ],
    [
      [10, 10, 10, 20, 40, 60],
      ['soft', 'soft', 'raised', 'firm'],
    ],
    [
      [20, 20, 20, 20, 20, 20],
      ['raised', 'raised', 'raised', 'raised'],
    ],
    [
      [35, 35, 35, 35, 60, 60],
      ['firm', 'firm', 'firm', 'loud'],
    ],
    [
      [70, 70, 60, 60, 20, 20],
      ['loud', 'loud', 'firm', 'raised'],
    ],
  ])('goes from low to high pitch: %j', (levels, expected) => {
    expect(loudnesses(levels)).toEqual(expected);
  });

  it('is what both ears hear together: the better one at each pitch', () => {
    expect(loudnesses([5, 5, 5, 60, 60, 60], [60, 60, 60, 5, 5, 5])).toEqual(
      loudnesses([5, 5, 5, 5, 5, 5]),
    );
  });

  it('leaves out pitches nobody measured', () => {
    const meaning = meaningOf(test([10], [10]));
    expect(meaning).toEqual({ type: 'sounds', sounds: [{ sound: 'hum', loudness: 'soft' }] });
  });

  it.each([
    [[30, 30, 30, 30, 39, 39], 'even'],
    [[30, 30, 30, 30, 40, 40], 'less-high'],
    [[40, 40, 30, 30, 30, 30], 'less-low'],
  ])('is a shape only where levels are relative: %j', (levels, shape) => {
    const taken = test(levels, levels, 'C');
    const { id, takenAt, yearOfBirth, ears } = taken;
    const brought = {
      source: 'import',
      levels: 'relative',
      id,
      takenAt,
      yearOfBirth,
      ears,
    } as const;
    for (const each of [taken, brought]) {
      expect(meaningOf(each)).toEqual({ type: 'shape', shape });
    }
  });

  it('says so where not one tone was heard', () => {
    const taken = test([90], [90], 'C');
    const unheard = taken.ears.left.map((at) => ({ ...at, flag: 'no-response' as const }));
    const meaning = meaningOf({ ...taken, ears: { left: unheard, right: unheard } });
    expect(meaning).toEqual({ type: 'shape', shape: 'unheard' });
  });
});
