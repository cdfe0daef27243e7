import { describe, expect, it } from 'vitest';
import { labSoak } from '../../../contract/ipc/lab/soak';
import { NEW_SOAK, numbersOf, soakOf } from './soak-draft';

describe('what is entered for a soak', () => {
  it('is one that main takes', () => {
    const order = soakOf({ ...NEW_SOAK, perSecond: '0,5' });
    expect(order).toEqual({ swaps: 200, perSecond: 0.5, ids: { source: 'scratch', count: 5 } });
    expect(labSoak.start.input.safeParse(order).success).toBe(true);
  });

  it.each(['', ' ', 'ten', '0', '-1', '1e9', '2.5', 'Infinity'])(
    'is not begun with %j swaps',
    (swaps) => {
      expect(numbersOf({ ...NEW_SOAK, swaps }).swaps).toBeNull();
      expect(soakOf({ ...NEW_SOAK, swaps })).toBeNull();
    },
  );

  it('needs two ids to swap between', () => {
    const real = { ...NEW_SOAK, source: 'real' } as const;
    expect(soakOf({ ...real, entries: ['a'] })).toBeNull();
    expect(soakOf({ ...real, entries: ['a', 'b'] })?.ids).toEqual({
      source: 'real',
      entries: ['a', 'b'],
    });
    // The number of scratch ids does not matter then.
    expect(soakOf({ ...real, entries: ['a', 'b'], count: 'x' })).not.toBeNull();
    expect(soakOf({ ...NEW_SOAK, count: '1' })).toBeNull();
  });
});
