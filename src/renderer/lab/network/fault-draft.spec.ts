import { describe, expect, it } from 'vitest';
import { FAULT_KINDS } from '../../../contract/fault-vocabulary';
import { faultSchema } from '../../../contract/faults';
import { faultOf, NEW_FAULT, NUMBERS, numbersOf, type NumberName } from './fault-draft';

describe('a fault being entered', () => {
  it.each(FAULT_KINDS)('of kind %s is one the contract takes', (kind) => {
    const fault = faultOf({ ...NEW_FAULT, kind, call: 'login', once: true });
    expect(faultSchema.parse(fault)).toEqual(fault);
  });

  it.each(FAULT_KINDS)(
    'of kind %s is none while a number of it is wrong, and at its ends is',
    (kind) => {
      for (const name of numbersOf(kind)) {
        const { min, max } = NUMBERS[name];
        for (const typed of ['', '1.5', 'x', String(min - 1), String(max + 1)]) {
          expect(faultOf({ ...NEW_FAULT, kind, [name]: typed })).toBeNull();
        }
        for (const typed of [String(min), String(max)]) {
          const fault = faultOf({ ...NEW_FAULT, kind, [name]: typed });
          expect(faultSchema.parse(fault)).toMatchObject({ [name]: Number(typed) });
        }
      }
    },
  );

  it('minds no number its kind does not need', () => {
    const wrong = Object.fromEntries(Object.keys(NUMBERS).map((name) => [name, 'x'])) as Record<
      NumberName,
      string
    >;
    expect(faultOf({ ...NEW_FAULT, ...wrong, share: '5', kind: 'reset' })).toMatchObject({
      share: 5,
    });
    expect(faultOf({ ...NEW_FAULT, ...wrong, byMinutes: '-1', kind: 'clock-jump' })).toEqual({
      kind: 'clock-jump',
      byMinutes: -1,
    });
  });
});
