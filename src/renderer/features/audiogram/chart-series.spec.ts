import { describe, expect, it } from 'vitest';
import { medianThreshold } from '../../../hearing/age-estimate';
import { fromReading, type EarThreshold, type HearingTest } from '../../../hearing/hearing-test';
import { chartGeometry } from './chart-geometry';
import { linePath, marksOf, medianOf, runsOf, spreadPath } from './chart-series';

const at = (
  frequencyHz: number,
  reading: number,
  flag: EarThreshold['flag'] = 'ok',
  sdDb: number | null = null,
): EarThreshold => ({
  frequencyHz,
  theta50DbHl: fromReading(reading),
  sdDb,
  presentations: 1,
  flag,
});

const geometry = chartGeometry(560);
/** Places a path goes to, in pixels. */
const places = (path: string): number[][] =>
  [...path.matchAll(/(-?[\d.]+),(-?[\d.]+)/g)].map(([, x, y]) => [Number(x), Number(y)]);

describe('points', () => {
  it('stand at the reading, and at the level that was played where nobody heard it', () => {
    expect(marksOf([at(500, 20), at(1000, 85, 'no-response')])).toEqual([
      { frequencyHz: 500, dbHl: 20, sdDb: null, isNoResponse: false },
      { frequencyHz: 1000, dbHl: 85, sdDb: null, isNoResponse: true },
    ]);
  });

  it('are joined, but not over one that was not heard', () => {
    const ear = [at(250, 10), at(500, 20), at(1000, 90, 'no-response'), at(2000, 60), at(4000, 70)];
    const runs = runsOf(marksOf(ear)).map((run) => run.map(({ frequencyHz }) => frequencyHz));
    expect(runs).toEqual([
      [250, 500],
      [2000, 4000],
    ]);
    expect(runsOf(marksOf([at(250, 90, 'no-response'), at(500, 90, 'no-response')]))).toEqual([]);
  });
});

describe('paths', () => {
  it('go through the points', () => {
    const [one, other] = places(linePath(geometry, marksOf([at(1000, 0), at(2000, 20)])));
    expect(one![0]).toBeCloseTo(geometry.x(1000), 2);
    expect(other![0]! - one![0]!).toBeCloseTo(other![1]! - one![1]!, 1);
  });

  it('spread one standard deviation to either side, where one is known', () => {
    const spread = places(
      spreadPath(geometry, marksOf([at(1000, 30, 'ok', 4), at(2000, 30, 'ok', 2)])),
    );
    const heights = spread.map(([, y]) => y ?? 0).toSorted((one, other) => one - other);
    [26, 28, 32, 34].forEach((db, i) => expect(heights[i]).toBeCloseTo(geometry.y(db), 2));
    expect(spreadPath(geometry, marksOf([at(1000, 30), at(2000, 30)]))).toBe('');
  });
});

describe('the median', () => {
  it('is that of the age at the time of the test', () => {
    const test = (year: number): HearingTest => ({
      ...{
        id: 'x',
        source: 'import',
        levels: 'known',
        yearOfBirth: 1966,
        ears: { left: [], right: [] },
      },
      takenAt: Date.UTC(year, 5, 1),
    });
    const db = (year: number, hz: number) =>
      medianOf(test(year)).find(({ frequencyHz }) => frequencyHz === hz)?.dbHl;
    expect(db(2026, 4000)).toBe(medianThreshold('unknown', 59.5, 4000));
    expect(db(2036, 4000)).toBeGreaterThan(db(2026, 4000)!);
    expect(db(1990, 4000)).toBeLessThan(1);
  });
});
