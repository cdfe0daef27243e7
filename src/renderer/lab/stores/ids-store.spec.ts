import { beforeEach, describe, expect, it } from 'vitest';
import type { Result } from '../../../contract/errors';
import type { LabIdView } from '../../../contract/ipc/lab/ids';
import { connectIds, useIds, withRows } from './ids-store';

interface Table {
  readonly revision: number;
  readonly ids: LabIdView[];
}
type Changed = { readonly revision: number; readonly rows: LabIdView[] | null };

const row = (key: string, label = key): LabIdView => ({
  ...{ key, label, maskedId: '••••\u2009abcd', product: 'app', isUsable: true },
  ...{ serviceHost: null, isCurrent: false, lastUsedAt: null, lastOutcome: null },
});

const ok = (revision: number, ...ids: LabIdView[]): Result<Table> => ({
  ok: true,
  value: { revision, ids },
});

/** Main as the window sees it: each question is answered when the test says so. */
const fakeMain = () => {
  const questions: ((answer: Result<Table>) => void)[] = [];
  let listener: (change: Changed) => void = () => undefined;
  connectIds({
    list: () => new Promise((resolve) => questions.push(resolve)),
    changed: (next) => {
      listener = next;
      return () => undefined;
    },
  });
  return {
    asked: () => questions.length,
    answer: async (answer: Result<Table>) => {
      questions.at(-1)?.(answer);
      await new Promise(setImmediate);
    },
    tell: (revision: number, rows: LabIdView[] | null) => listener({ revision, rows }),
  };
};

const labels = (): string[] => useIds.getState().ids.map(({ label }) => label);

beforeEach(() => useIds.setState({ revision: -1, ids: [], failure: null }));

describe('the mirror of the ids', () => {
  it('shows the table, then single rows in their place, without asking again', async () => {
    const main = fakeMain();
    await main.answer(ok(3, row('a'), row('b')));
    main.tell(4, [row('b', 'renamed')]);
    expect(labels()).toEqual(['a', 'renamed']);
    expect([main.asked(), useIds.getState().revision]).toEqual([1, 4]);
  });

  it.each<[string, number, LabIdView[] | null]>([
    ['the order changed', 4, null],
    ['a change was missed', 5, [row('b', 'renamed')]],
  ])('asks for the table when %s', async (_why, revision, rows) => {
    const main = fakeMain();
    await main.answer(ok(3, row('a'), row('b')));
    main.tell(revision, rows);
    expect([main.asked(), labels()]).toEqual([2, ['a', 'b']]);
    await main.answer(ok(revision, row('b'), row('a')));
    expect(labels()).toEqual(['b', 'a']);
  });

  it('asks once more, not at the same time, for what changed while it asked', async () => {
    const main = fakeMain();
    main.tell(1, null);
    main.tell(2, [row('a', 'newest')]);
    expect(main.asked()).toBe(1);
    await main.answer(ok(0, row('a')));
    expect(main.asked()).toBe(2);
    await main.answer(ok(2, row('a', 'newest')));
    expect([main.asked(), labels()]).toEqual([2, ['newest']]);
  });

  it('drops what is older than what is shown', async () => {
    const main = fakeMain();
    await main.answer(ok(3, row('a')));
    main.tell(2, [row('a', 'old')]);
    main.tell(3, null);
    expect([main.asked(), labels()]).toEqual([1, ['a']]);
  });

  it('keeps the rows and says why when the table cannot be read, until it can', async () => {
    const main = fakeMain();
    await main.answer(ok(1, row('a')));
    main.tell(2, null);
    await main.answer({ ok: false, error: { code: 'secrets/locked' } });
    expect([labels(), useIds.getState().failure]).toEqual([['a'], 'secrets/locked']);
    main.tell(3, null);
    await main.answer(ok(3, row('b')));
    expect([labels(), useIds.getState().failure]).toEqual([['b'], null]);
  });

  it('leaves untouched rows the same objects, so that they are not drawn again', () => {
    const ids = [row('a'), row('b')];
    const next = withRows(ids, [row('b', 'x'), row('gone')]);
    expect(next[0]).toBe(ids[0]);
    expect(next.map(({ label }) => label)).toEqual(['a', 'x']);
    expect(withRows(ids, [])).toBe(ids);
  });
});
