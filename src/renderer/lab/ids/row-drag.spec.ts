import { describe, expect, it } from 'vitest';
import { gapAt, placeIn, scrollStep } from './row-drag';

describe('dragging a row', () => {
  it.each([
    [-50, 0],
    [14, 0],
    [16, 1],
    [44, 1],
    [46, 2],
    [10_000, 3],
  ])('%i pixels down is nearest to gap %i of three rows', (y, gap) => {
    expect(gapAt(y, 3)).toBe(gap);
  });

  it('leads nowhere with no rows', () => {
    expect(gapAt(100, 0)).toBe(0);
  });

  it.each([
    ['up', 3, 0, 0],
    ['down', 0, 3, 2],
    ['before itself', 1, 1, 1],
    ['behind itself', 1, 2, 1],
  ])('%s puts the row where it was dropped', (_way, from, gap, place) => {
    const rows = ['a', 'b', 'c', 'd'];
    const row = rows[from] ?? '';
    expect(placeIn(gap, from)).toBe(place);
    // As if it were put into the gap with the row still in its old place, which then closes.
    const dropped = rows.toSpliced(gap, 0, '*').filter((each) => each !== row);
    expect(dropped.indexOf('*')).toBe(place);
  });

  it('scrolls at the edges alone, faster further out', () => {
    const at = (y: number): number => scrollStep(y, 100, 500);
    expect(at(300)).toBe(0);
    expect(at(141)).toBe(0);
    expect(at(110)).toBeLessThan(0);
    expect(at(60)).toBeLessThan(at(110));
    expect(at(490)).toBe(-at(110));
    expect(at(700)).toBeGreaterThan(at(500));
  });
});
