import fc from 'fast-check';
import { expect, it } from 'vitest';
import { slotsOf } from './slots';

const shown = (slots: readonly (number | null)[]): number[] =>
  slots.filter((row) => row !== null).toSorted((a, b) => a - b);

it('every row has one element, and keeps it as long as there are as many', () => {
  fc.assert(
    fc.property(fc.nat(100_000), fc.nat(80), fc.integer({ min: -90, max: 90 }), (at, rows, by) => {
      const range = Array.from({ length: rows }, (_, n) => at + n);
      const slots = slotsOf(at, at + rows);
      expect(shown(slots)).toEqual(range);
      const first = Math.max(0, at + by);
      const later = slotsOf(first, first + rows);
      for (const row of range.filter((one) => one >= first && one < first + rows)) {
        expect(later.indexOf(row)).toBe(slots.indexOf(row));
      }
    }),
    { seed: 20_261_122, numRuns: 300 },
  );
});
