import { describe, expect, it } from 'vitest';
import { fromReading, type EarThreshold, type HearingTest } from './hearing-test';
import { gradeOf, summarise } from './summary';

const ear = (levels: Readonly<Record<number, number>>, noResponseAt = 0): EarThreshold[] =>
  Object.entries(levels).map(([hz, reading]) => ({
    frequencyHz: Number(hz),
    theta50DbHl: fromReading(reading),
    sdDb: null,
    presentations: 0,
    flag: Number(hz) === noResponseAt ? 'no-response' : 'ok',
  }));

const flat = (level: number): EarThreshold[] =>
  ear({ 500: level, 1000: level, 2000: level, 4000: level });

const base = { id: 'x', takenAt: 0, yearOfBirth: 1966 };
const imported = (right: EarThreshold[], left: EarThreshold[]): HearingTest => ({
  ...base,
  source: 'import',
  levels: 'known',
  ears: { right, left },
});
const measured = (
  tier: 'A' | 'B' | 'C',
  right: EarThreshold[],
  left: EarThreshold[],
): HearingTest => ({
  ...base,
  ...{ source: 'ptt', engine: 'bayesian', tier, confidence: 'ok' },
  device: { name: null, headphones: null, volume: null },
  catchTrials: { count: 10, hits: 0 },
  retest1k: { left: 0, right: 0 },
  ears: { right, left },
});

describe('averages', () => {
  it('are the mean reading of 500, 1000, 2000 and 4000 Hz', () => {
    const right = ear({ 250: 90, 500: 10, 1000: 15, 2000: 30, 3000: 90, 4000: 45, 8000: 90 });
    expect(summarise(imported(right, flat(20))).pta4DbHl).toEqual({ right: 25, left: 20 });
  });

  it('count a level that was not heard as 5 dB more', () => {
    const right = ear({ 500: 80, 1000: 80, 2000: 80, 4000: 80 }, 4000);
    expect(summarise(imported(right, flat(20))).pta4DbHl.right).toBe(81.25);
  });

  it('are left out, and the grade with them, where a frequency is missing', () => {
    const test = imported(ear({ 500: 20, 1000: 20, 2000: 20 }), flat(40));
    expect(summarise(test)).toMatchObject({ pta4DbHl: { right: null, left: 40 }, grade: null });
  });
});

describe('the grade', () => {
  it.each([
    [-10, 'normal'],
    [19.99, 'normal'],
    [20, 'mild'],
    [34.99, 'mild'],
    [35, 'moderate'],
    [49.99, 'moderate'],
    [50, 'moderately-severe'],
    [64.99, 'moderately-severe'],
    [65, 'severe'],
    [79.99, 'severe'],
    [80, 'profound'],
    [94.99, 'profound'],
    [95, 'complete'],
    [120, 'complete'],
  ])('of a better ear at %d dB is %s', (level, grade) => {
    expect(gradeOf(level, 120)).toBe(level < 20 ? 'unilateral' : grade);
    expect(gradeOf(level, level)).toBe(grade);
    expect(gradeOf(level + 5, level)).toBe(grade);
  });

  it.each([
    [19.99, 35, 'unilateral'],
    [35, 19.99, 'unilateral'],
    [19.99, 34.99, 'normal'],
    [20, 35, 'mild'],
  ])('of ears at %d and %d dB is %s', (right, left, grade) => {
    expect(gradeOf(right, left)).toBe(grade);
  });

  it('is given where levels are known, and nowhere else', () => {
    const estimate: HearingTest = {
      ...base,
      source: 'age',
      ears: { left: flat(40), right: flat(40) },
    };
    expect(summarise(imported(flat(40), flat(40))).grade).toBe('moderate');
    expect(summarise(measured('A', flat(40), flat(40))).grade).toBe('moderate');
    expect(summarise(measured('B', flat(40), flat(40))).grade).toBe('moderate');
    expect(summarise(measured('C', flat(40), flat(40))).grade).toBeNull();
    expect(summarise(estimate).grade).toBeNull();
  });
});

describe('advice', () => {
  const at = (left: Readonly<Record<number, number>>) =>
    summarise(imported(flat(20), ear({ 500: 20, 1000: 20, 2000: 20, 4000: 20, ...left }))).advice;

  it('is given for 15 dB between the ears at two frequencies', () => {
    expect(at({ 2000: 35, 4000: 35 })).toEqual(['ears-differ']);
    expect(at({ 500: 5, 4000: 35 })).toEqual(['ears-differ']);
    expect(at({ 2000: 34.9, 4000: 35 })).toEqual([]);
    expect(at({ 4000: 60 })).toEqual([]);
    expect(at({ 3000: 60, 8000: 60 })).toEqual([]);
  });

  it('is given for an average above 60 dB, in either ear', () => {
    expect(summarise(imported(flat(60), flat(60))).advice).toEqual([]);
    expect(summarise(imported(flat(60), flat(60.5))).advice).toEqual(['loud-needed']);
    expect(summarise(measured('C', flat(70), flat(70))).advice).toEqual([]);
  });
});
