import { describe, expect, it } from 'vitest';
import { CHART, layOut } from './curve';

const curve = (...values: (number | null)[]) =>
  values.map((value, index) => ({ atMs: index * 1_000, value }));

describe('a chart of curves', () => {
  it('goes from the left edge to the right one, and from 0 to the most of all curves', () => {
    const { paths, rows } = layOut([curve(0, 10), curve(0, 40)], 400);
    expect(paths[1]).toBe(
      `M${CHART.left},${CHART.height - CHART.bottom}L${400 - CHART.right},${CHART.top}`,
    );
    expect(rows.map(({ value }) => value)).toEqual([0, 10, 20, 30, 40]);
  });

  it('breaks a curve where nothing was measured', () => {
    const [path] = layOut([curve(1, 2, null, 3, 4)], 400).paths;
    expect(path?.match(/M/g)).toHaveLength(2);
  });

  it.each([
    ['no points', []],
    ['nothing but nulls', curve(null, null)],
    ['only zeros', curve(0, 0, 0)],
  ])('has no impossible numbers with %s', (_name, points) => {
    expect(JSON.stringify(layOut([points], 0))).not.toMatch(/null|NaN|Infinity/);
  });
});
