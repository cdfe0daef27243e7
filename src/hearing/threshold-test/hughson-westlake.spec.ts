import { describe, expect, it } from 'vitest';
import { createHughsonWestlakeEngine, hughsonWestlakeSeries } from './hughson-westlake';
import { configOf } from './spec-support/take-test';
import type { Series } from './types';

const RANGE = { startDbHl: 40, floorDbHl: -10, ceilingDbHl: 85 };
const SITE = { ear: 'right', frequencyHz: 1000 } as const;

/** The levels asked for until it is done, and the reading. */
const run = (hears: (level: number, index: number) => boolean, range = RANGE) => {
  const series = hughsonWestlakeSeries(range);
  const levels: number[] = [];
  while (!series.done) {
    levels.push(series.level());
    series.answer(hears(series.level(), levels.length - 1));
  }
  expect(series.presentations).toBe(levels.length);
  return { levels, reading: series.reading, theta50DbHl: series.theta50DbHl };
};

const scripted = (answers: string) => run((_, index) => answers.split(' ')[index] === 'Y');
const exact = (theta: number) => run((level) => level >= theta);

describe('the modified Hughson-Westlake procedure', () => {
  it.each([
    ['N Y N Y N N Y', [40, 50, 40, 45, 35, 40, 45], 45],
    ['N Y N Y N N N Y N Y', [40, 50, 40, 45, 35, 40, 45, 50, 40, 45], 45],
    ['N Y N N N Y N N Y', [40, 50, 40, 45, 50, 55, 45, 50, 55], 55],
  ])('reads %s as the clinic does', (answers, levels, dbHl) => {
    expect(scripted(answers)).toEqual({
      levels,
      reading: { dbHl, flag: 'ok' },
      theta50DbHl: dbHl - 2.5,
    });
  });

  it.each([
    [30, [40, 30, 20, 25, 30, 20, 25, 30], 30, 'ok'],
    [28, [40, 30, 20, 25, 30, 20, 25, 30], 30, 'ok'],
    [12, [40, 30, 20, 10, 15, 5, 10, 15], 15, 'ok'],
    [-10, [40, 30, 20, 10, 0, -10, -10], -10, 'floor'],
    [999, [40, 50, 60, 70, 80, 85, 85], 85, 'no-response'],
  ])('finds somebody who hears exactly from %d dB', (theta, levels, dbHl, flag) => {
    const found = exact(theta);
    expect(found.levels).toEqual(levels);
    expect(found.reading).toEqual({ dbHl, flag });
  });

  it('gives up after 40 tones, at the lowest level ever heard on the way up', () => {
    // Hears every level once on the way up, and never again: two ascents never end at the same one.
    const heardAt = new Set<number>();
    let previous = Infinity;
    const { levels, reading } = run((level) => {
      const isUp = level - previous === 5;
      const isFirstWayDown = heardAt.size === 0 && !isUp;
      previous = level;
      if (isFirstWayDown) return level >= 10;
      if (!isUp || heardAt.has(level)) return false;
      heardAt.add(level);
      return true;
    });
    expect(levels).toHaveLength(40);
    expect(reading).toEqual({ dbHl: Math.min(...heardAt), flag: 'low-confidence' });
  });

  it('never plays outside its range', () => {
    for (let theta = -30; theta < 100; theta += 1) {
      const { levels } = exact(theta);
      expect(Math.min(...levels)).toBeGreaterThanOrEqual(-10);
      expect(Math.max(...levels)).toBeLessThanOrEqual(85);
    }
  });
});

const finish = (series: Series, theta: number): void => {
  while (!series.done) series.answer(series.level() >= theta);
};

describe('the Hughson-Westlake engine', () => {
  const readings = (...thetas: number[]) => {
    const engine = createHughsonWestlakeEngine(configOf({ engine: 'hughson-westlake' }));
    thetas.forEach((theta) => finish(engine.begin(SITE, 40, false), theta));
    return engine.threshold(SITE);
  };

  it('knows nothing before a series is done', () => expect(readings()).toBeUndefined());

  it.each([
    [[20, 25], 20],
    [[25, 20], 20],
    [[20, 30], 30],
    [[30, 20], 20],
    [[20, 30, 25], 25],
    [[20, 30, 35], 30],
  ])('of readings %j keeps %d', (thetas, kept) => {
    expect(readings(...thetas)?.theta50DbHl).toBe(kept - 2.5);
  });

  it('counts the tones of every series, and estimates no deviation', () => {
    expect(readings(30)).toEqual({
      ...{ frequencyHz: 1000, theta50DbHl: 27.5, sdDb: null },
      ...{ presentations: 8, flag: 'ok' },
    });
    expect(readings(30, 30)?.presentations).toBeGreaterThan(8);
  });

  it('starts 15 dB above the nearest threshold, of the same ear if there is one', () => {
    const engine = createHughsonWestlakeEngine(configOf({ engine: 'hughson-westlake' }));
    const at = (ear: 'left' | 'right', frequencyHz: number, theta: number) => {
      const series = engine.begin({ ear, frequencyHz }, 200, false);
      const start = series.level();
      finish(series, theta);
      return start;
    };
    expect(at('right', 1000, 10)).toBe(40);
    expect(at('right', 8000, 60)).toBe(25);
    expect(at('right', 4000, 50)).toBe(75);
    expect(at('right', 500, 5)).toBe(25);
    expect(at('left', 8000, 20)).toBe(75);
    expect(at('left', 500, 20)).toBe(35);
  });

  it('starts no higher than it is allowed to', () => {
    const engine = createHughsonWestlakeEngine(configOf({ engine: 'hughson-westlake' }));
    finish(engine.begin(SITE, 40, false), 60);
    expect(engine.begin({ ear: 'right', frequencyHz: 2000 }, 50, false).level()).toBe(50);
  });

  it('stays on the 5-dB grid inside levels that are not', () => {
    const config = configOf({ engine: 'hughson-westlake', floorDbHl: -7 }, 77.5);
    const engine = createHughsonWestlakeEngine(config);
    finish(engine.begin(SITE, 40, false), 200);
    expect(engine.threshold(SITE)?.theta50DbHl).toBe(72.5);
    const other = { ear: 'left', frequencyHz: 1000 } as const;
    finish(engine.begin(other, 40, false), -50);
    expect(engine.threshold(other)).toMatchObject({ theta50DbHl: -7.5, flag: 'floor' });
  });
});
