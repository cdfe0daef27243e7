import { describe, expect, it } from 'vitest';
import type { HearingTest } from '../../../hearing/hearing-test';
import { sampleTest } from '../../../hearing/spec-support/sample-test';
import { fromStart, withOlder, type HistoryPages } from './history-pages';

/** Ten tests; 4, 5 and 6 were taken at the same moment. */
const STORED: readonly HearingTest[] = Array.from({ length: 10 }, (_, index) => {
  const number = 10 - index;
  return sampleTest(number, number >= 4 && number <= 6 ? 1000 + 5 : 1000 + number);
});
const NONE: HistoryPages = { tests: [], hasMore: false, failed: false };

/** What a service answers that never ends a page between two tests of one moment. */
const ask = (before: number | null, limit: number) => {
  const older = STORED.filter(({ takenAt }) => takenAt < (before ?? Infinity));
  const page = older.slice(0, limit);
  const end = page.at(-1)?.takenAt;
  const tests = older.filter((test, index) => index < limit || test.takenAt === end);
  return { ok: true, value: { tests, hasMore: tests.length < older.length } } as const;
};
const offline = { ok: false, error: { code: 'service/offline' } } as const;

describe('the history', () => {
  it.each([1, 2, 3, 4, 7, 10, 50])('read %i at a time, has every test once', (limit) => {
    let pages = fromStart(NONE, ask(null, limit));
    for (let turn = 0; pages.hasMore && turn < 20; turn += 1) {
      const last = pages.tests.at(-1);
      pages = withOlder(pages, last, ask(last?.takenAt ?? null, limit));
    }
    expect(pages).toEqual({ tests: STORED, hasMore: false, failed: false });
  });

  it('takes a page once, however often it was asked for', () => {
    const first = fromStart(NONE, ask(null, 3));
    const last = first.tests.at(-1);
    const page = ask(last!.takenAt, 3);
    const twice = withOlder(withOlder(first, last, page), last, page);
    expect(twice).toEqual(withOlder(first, last, page));
  });

  it('leaves no gap when it was read anew meanwhile', () => {
    const first = fromStart(NONE, ask(null, 2));
    const second = withOlder(first, first.tests[1], ask(first.tests[1]!.takenAt, 2));
    const late = ask(second.tests.at(-1)!.takenAt, 2);
    const anew = fromStart(second, ask(null, 2));
    expect(withOlder(anew, second.tests.at(-1), late)).toEqual(anew);
  });

  it('keeps what it has when it cannot go on, and then goes on from there', () => {
    const first = fromStart(NONE, ask(null, 3));
    const stuck = withOlder(first, first.tests.at(-1), offline);
    expect(stuck).toEqual({ ...first, failed: true });
    expect(fromStart(first, offline)).toEqual({ ...first, failed: true });
    const last = stuck.tests.at(-1);
    expect(withOlder(stuck, last, ask(last!.takenAt, 50))).toMatchObject({
      tests: STORED,
      failed: false,
    });
  });
});
