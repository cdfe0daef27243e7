import { describe, expect, it } from 'vitest';
import { everything, extended, NO_SELECTION, only, toggled, within } from './selection';

const KEYS = ['a', 'b', 'c', 'd', 'e'];

describe('the selection', () => {
  it('extends from where it began, to either side, and shrinks again', () => {
    const from = only('c');
    const down = extended(from, KEYS, 'e');
    expect([...down.selected]).toEqual(['c', 'd', 'e']);
    expect([...extended(down, KEYS, 'd').selected]).toEqual(['c', 'd']);
    expect([...extended(down, KEYS, 'a').selected]).toEqual(['a', 'b', 'c']);
    expect(down.active).toBe('e');
  });

  it('begins at the row itself when its beginning is not shown', () => {
    expect(extended(NO_SELECTION, KEYS, 'b')).toEqual(only('b'));
    expect(extended(only('gone'), KEYS, 'b')).toEqual(only('b'));
  });

  it('takes single rows in and out, and all', () => {
    const two = toggled(only('a'), 'c');
    expect([...two.selected]).toEqual(['a', 'c']);
    expect([...toggled(two, 'a').selected]).toEqual(['c']);
    expect(everything(only('b'), KEYS)).toMatchObject({ active: 'b', selected: new Set(KEYS) });
  });

  it('holds nothing that is not shown, and is the same object while nothing was lost', () => {
    const some = toggled(only('a'), 'c');
    expect(within(some, KEYS)).toBe(some);
    expect(within(some, ['a', 'b'])).toEqual({
      active: null,
      anchor: null,
      selected: new Set(['a']),
    });
  });
});
