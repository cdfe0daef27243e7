import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createMeasures, csvOf, quantile, timesOf } from './measure';

const MEMORY = { heapBytes: 10, residentBytes: 20 };

describe('what swaps took', () => {
  it('is told by nearest rank', () => {
    const swaps = [4, 1, 3, 2, 5].map((ms) => ({ atMs: 0, ms, ok: true }));
    expect(timesOf(swaps)).toEqual({ p50Ms: 3, p95Ms: 5, maxMs: 5 });
    expect(timesOf([])).toEqual({ p50Ms: null, p95Ms: null, maxMs: null });
  });

  it('has at least the share of all values at or below each quantile', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0, max: 1e6, noNaN: true }), { minLength: 1 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (values, share) => {
          const sorted = values.toSorted((a, b) => a - b);
          const found = quantile(sorted, share)!;
          expect(values).toContain(found);
          const below = values.filter((value) => value <= found).length;
          expect(below / values.length).toBeGreaterThanOrEqual(share);
        },
      ),
      { seed: 20_261_122 },
    );
  });
});

describe('windows', () => {
  it('hold the swaps that ended in them, and a window without any has no times', () => {
    const measures = createMeasures(1_000);
    measures.close(0, MEMORY);
    measures.add({ atMs: 100, ms: 8, ok: true });
    measures.add({ atMs: 200, ms: 2, ok: false });
    measures.close(1_000, MEMORY);
    expect(measures.samples).toEqual([
      { atMs: 0, swaps: 0, failed: 0, p50Ms: null, p95Ms: null, ...MEMORY },
      { atMs: 1_000, swaps: 2, failed: 1, p50Ms: 2, p95Ms: 8, ...MEMORY },
    ]);
  });

  it('grow longer instead of more, and lose no swap', () => {
    const measures = createMeasures(1_000);
    for (let second = 0; second < 2_000; second += 1) {
      measures.add({ atMs: second * 1_000, ms: second, ok: second % 2 === 0 });
      if ((second * 1_000) % measures.windowMs === 0) measures.close(second * 1_000, MEMORY);
      expect(measures.samples.length).toBeLessThanOrEqual(240);
    }
    measures.close(2_000_000, MEMORY);
    const sum = (of: 'swaps' | 'failed') =>
      measures.samples.reduce((total, sample) => total + sample[of], 0);
    expect(sum('swaps')).toBe(2_000);
    expect(sum('failed')).toBe(1_000);
    expect(measures.windowMs).toBe(16_000);
    expect(measures.samples.map(({ atMs }) => atMs)).toEqual(
      measures.samples.map(({ atMs }) => atMs).toSorted((a, b) => a - b),
    );
  });
});

it('writes one line a swap, with the memory at the end of its window', () => {
  const measures = createMeasures(1_000);
  measures.close(0, MEMORY);
  measures.add({ atMs: 12.34, ms: 1.234, ok: true });
  measures.close(1_000, { heapBytes: 11, residentBytes: 21 });
  measures.add({ atMs: 1_500, ms: 2, ok: false });
  expect(csvOf(measures)).toBe(
    [
      'swap,at_ms,took_ms,outcome,heap_bytes,resident_bytes',
      '1,12.3,1.23,success,11,21',
      '2,1500.0,2.00,failure,,',
      '',
    ].join('\r\n'),
  );
});
