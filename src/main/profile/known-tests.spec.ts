import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sampleId, sampleTest } from '../../hearing/spec-support/sample-test';
import type { QueuedTest } from '../mimi-core/queued-tests';
import { applyQueue, KEPT_TESTS, NO_TESTS, pageWithQueue } from './known-tests';

const SEED = 500;

const stored = (n: number): QueuedTest => ({
  entryId: `store-${n}`,
  type: 'hearing-test',
  test: sampleTest(n),
});
const deleted = (n: number): QueuedTest => ({
  entryId: `delete-${n}`,
  type: 'delete-hearing-test',
  testId: sampleId(n),
});
const knownOf = (...numbers: number[]) => ({
  tests: numbers.map((n) => sampleTest(n)),
  count: numbers.length,
  applied: [],
});
const numbersOf = ({ tests }: { readonly tests: readonly { readonly takenAt: number }[] }) =>
  tests.map(({ takenAt }) => takenAt - sampleTest(0).takenAt);

describe('what is known with what is queued', () => {
  it('has each entry once, and keeps what it did once it is confirmed', () => {
    const queue = [stored(3), deleted(2)];
    const first = applyQueue(knownOf(2, 1), queue);
    expect([numbersOf(first), first.count]).toEqual([[3, 1], 2]);
    expect(applyQueue(first, queue)).toEqual(first);
    expect(applyQueue(first, [])).toEqual({ ...first, applied: [] });
  });

  it('counts a test once whose reply was lost', () => {
    expect(applyQueue(knownOf(2, 1), [stored(2)])).toMatchObject({ count: 2 });
  });

  it('shows the next one when the newest is deleted', () => {
    const ten = knownOf(...Array.from({ length: KEPT_TESTS }, (_, i) => 500 - i));
    const known = applyQueue({ ...ten, count: 500 }, [deleted(500)]);
    expect([numbersOf(known)[0], known.count]).toEqual([499, 499]);
  });

  it(`is sorted, bounded and counts right, in whatever steps it is told (seed ${SEED})`, () => {
    const entry = fc.tuple(fc.boolean(), fc.nat(30)).map(([isNew, n]) => [isNew, n] as const);
    fc.assert(
      fc.property(fc.array(entry, { maxLength: 40 }), fc.nat(40), (entries, cut) => {
        // As the app makes them: a test is stored once, and deleted only after that.
        const alive = new Set<number>();
        const used = new Set<number>();
        const queue = entries.flatMap(([isNew, n]): QueuedTest[] => {
          if (isNew && !used.has(n)) {
            used.add(n);
            alive.add(n);
            return [stored(n)];
          }
          if (isNew || !alive.delete(n)) return [];
          return [deleted(n)];
        });
        const inSteps = applyQueue(applyQueue(NO_TESTS, queue.slice(0, cut)), queue);
        expect(inSteps).toEqual(applyQueue(NO_TESTS, queue));
        expect(inSteps.count).toBe(alive.size);
        const numbers = numbersOf(inSteps);
        expect(numbers).toEqual(numbers.toSorted((a, b) => b - a));
        expect(numbers.length).toBeLessThanOrEqual(KEPT_TESTS);
      }),
      { seed: SEED },
    );
  });
});

describe('a page with what is queued', () => {
  const page = { tests: [sampleTest(8), sampleTest(6)], hasMore: true };
  it('takes in only what belongs on it', () => {
    const queue = [stored(9), stored(7), stored(3), deleted(6)];
    expect(numbersOf(pageWithQueue(page, queue, null))).toEqual([9, 8, 7]);
    const before = sampleTest(9).takenAt;
    expect(numbersOf(pageWithQueue(page, queue, before))).toEqual([8, 7]);
    const last = { ...page, hasMore: false };
    expect(numbersOf(pageWithQueue(last, queue, before))).toEqual([8, 7, 3]);
  });

  it('goes by the order of a test that has one, not by its date', () => {
    const after = { ...sampleTest(5), order: sampleTest(9).takenAt };
    const queue: QueuedTest[] = [{ entryId: 'after', type: 'hearing-test', test: after }];
    expect(numbersOf(pageWithQueue(page, queue, null))).toEqual([5, 8, 6]);
    expect(numbersOf(pageWithQueue(page, queue, sampleTest(9).takenAt))).toEqual([8, 6]);
    expect(numbersOf(applyQueue(knownOf(8, 6), queue))).toEqual([5, 8, 6]);
  });

  it('lists a test once that is stored already', () => {
    expect(numbersOf(pageWithQueue(page, [stored(8)], null))).toEqual([8, 6]);
  });
});
