import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LabIdView } from '../../../contract/ipc/lab/ids';
import type { LabOutcomeView } from '../../../contract/ipc/lab/outcome';
import {
  arrange,
  AS_KEPT,
  countOutcomes,
  isAsKept,
  nextSorting,
  SORT_COLUMNS,
  type OutcomeFilter,
} from './arrange';

const outcome = (type: LabOutcomeView['type'], code: LabOutcomeView['code'] = null) => ({
  ...{ type, code, ms: 1 },
});
const id = (label: string, change: Partial<LabIdView> = {}): LabIdView => ({
  ...{ key: label, label, maskedId: '••••\u2009abcd', product: 'app', isUsable: true },
  ...{ serviceHost: null, isCurrent: false, lastUsedAt: null, lastOutcome: null, ...change },
});

const IDS = [
  id('user 10', { lastOutcome: outcome('Success'), lastUsedAt: 20 }),
  id('User 9', { lastOutcome: outcome('Failure', 'service/timeout'), lastUsedAt: 30 }),
  id('Zoë', { serviceHost: 'sandbox.test', product: 'headset' }),
  id('anna', { lastOutcome: outcome('Failure', 'session/unknown-id'), lastUsedAt: 10 }),
];
const labels = (change: Partial<typeof AS_KEPT>): string[] =>
  arrange(IDS, { ...AS_KEPT, ...change }).map(({ label }) => label);

describe('the arrangement of the ids', () => {
  it.each([
    ['label', false, ['anna', 'User 9', 'user 10', 'Zoë']],
    ['label', true, ['Zoë', 'user 10', 'User 9', 'anna']],
    ['order', true, ['anna', 'Zoë', 'User 9', 'user 10']],
    ['lastUsedAt', true, ['User 9', 'user 10', 'anna', 'Zoë']],
    ['service', true, ['Zoë', 'user 10', 'User 9', 'anna']],
    ['outcome', false, ['User 9', 'anna', 'user 10', 'Zoë']],
  ] as const)('sorts by %s, descending: %s', (column, isDescending, expected) => {
    expect(labels({ sorting: { column, isDescending } })).toEqual(expected);
  });

  it.each([
    ['every word, in any column and case', 'HEADSET zoë', ['Zoë']],
    ['a reason', 'timeout', ['User 9']],
    ['a host', 'sandbox', ['Zoë']],
    ['blanks: everything', '  ', ['user 10', 'User 9', 'Zoë', 'anna']],
    ['nothing', 'nobody', []],
  ])('finds %s', (_what, text, expected) => {
    expect(labels({ text })).toEqual(expected);
  });

  it('filters by outcome, and counts what each filter would leave', () => {
    const counts = [...countOutcomes(IDS)];
    expect(counts).toEqual([
      ['all', 4],
      ['Success', 1],
      ['Failure', 2],
      ['unused', 1],
    ]);
    for (const [name, count] of counts) expect(labels({ outcome: name })).toHaveLength(count);
  });

  it('goes up, down and back to the own order with each press on a head', () => {
    const up = nextSorting(AS_KEPT.sorting, 'label');
    const down = nextSorting(up, 'label');
    expect([up, down, nextSorting(down, 'label'), nextSorting(down, 'product')]).toEqual([
      { column: 'label', isDescending: false },
      { column: 'label', isDescending: true },
      AS_KEPT.sorting,
      { column: 'product', isDescending: false },
    ]);
  });

  it('knows when rows stand in their own places', () => {
    expect(isAsKept({ ...AS_KEPT, text: ' ' })).toBe(true);
    const others = [
      { text: 'x' },
      { outcome: 'Failure' as OutcomeFilter },
      { sorting: { column: 'order', isDescending: true } as const },
    ];
    for (const other of others) expect(isAsKept({ ...AS_KEPT, ...other })).toBe(false);
  });

  it('never changes, loses or repeats a row, however it is sorted', () => {
    const rows = fc.uniqueArray(fc.string(), { maxLength: 20 }).map((all) => all.map((l) => id(l)));
    fc.assert(
      fc.property(rows, fc.constantFrom(...SORT_COLUMNS), fc.boolean(), (ids, column, down) => {
        const before = [...ids];
        const after = arrange(ids, { ...AS_KEPT, sorting: { column, isDescending: down } });
        expect(new Set(after)).toEqual(new Set(ids));
        expect(after).toHaveLength(ids.length);
        expect(ids).toEqual(before);
      }),
      { seed: 20_260_104 },
    );
  });
});
