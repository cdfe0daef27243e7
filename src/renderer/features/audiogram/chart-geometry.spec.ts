import { describe, expect, it } from 'vitest';
import { chartGeometry, GRID_HZ, LEVELS_DB, OCTAVES_HZ, toGrid } from './chart-geometry';

describe.each([360, 452, 560, 871.5])('a chart %d pixels wide', (width) => {
  const { x, y, plot, height, frequencyAt, levelAt } = chartGeometry(width);

  it('draws one octave as wide as 20 dB are high', () => {
    expect(x(2000) - x(1000)).toBeCloseTo(y(20) - y(0), 6);
    expect(x(250) - x(125)).toBeCloseTo(y(120) - y(100), 6);
  });

  it('keeps every frequency and level inside its plot', () => {
    for (const hz of GRID_HZ) {
      expect(x(hz)).toBeGreaterThan(plot.left);
      expect(x(hz)).toBeLessThan(plot.right);
    }
    expect([y(LEVELS_DB.top), y(LEVELS_DB.bottom)]).toEqual([plot.top, plot.bottom]);
    expect([y(-40), y(130)]).toEqual([plot.top, plot.bottom]);
    expect([plot.right < width, plot.bottom < height]).toEqual([true, true]);
  });

  it('grows to the right with pitch and downwards with level', () => {
    const across = OCTAVES_HZ.map(x);
    expect(across).toEqual(across.toSorted((a, b) => a - b));
    expect(y(40)).toBeGreaterThan(y(35));
  });

  it('finds the nearest frequency and level that can be entered', () => {
    for (const hz of GRID_HZ) expect(frequencyAt(x(hz) + 2)).toBe(hz);
    for (const db of [-10, 0, 35, 120]) expect(levelAt(y(db) + 1)).toBe(db);
    expect([frequencyAt(-500), frequencyAt(5000)]).toEqual([125, 8000]);
    expect([levelAt(-500), levelAt(5000)]).toEqual([-10, 120]);
  });
});

describe('toGrid', () => {
  it.each([
    [12, 10],
    [12.5, 15],
    [-30, -10],
    [200, 120],
  ])('moves %d to %d', (level, grid) => expect(toGrid(level)).toBe(grid));
});
