import { z } from 'zod';
import { hearingTestSchema } from '../../contract/hearing-test';
import type { HearingTestsPage } from '../../contract/http/hearing-tests';
import { orderOf, type HearingTest } from '../../hearing/hearing-test';
import type { QueuedTest } from '../mimi-core/queued-tests';

/** Newest tests kept here: enough for the picture, and for what comes next when some are deleted offline. */
export const KEPT_TESTS = 10;

/** As it is kept. */
export const knownTestsSchema = z.strictObject({
  /** The newest ones, newest first. */
  tests: z.array(hearingTestSchema).max(KEPT_TESTS).readonly(),
  /** How many there are in all. */
  count: z.int().nonnegative(),
  /** Queued entries that are part of it already. */
  applied: z.array(z.string()).readonly(),
});

/** What is known here of a user's hearing tests. */
export type KnownTests = Readonly<z.infer<typeof knownTestsSchema>>;

export const NO_TESTS: KnownTests = { tests: [], count: 0, applied: [] };

const newestFirst = (tests: readonly HearingTest[]): HearingTest[] =>
  tests.toSorted((a, b) => orderOf(b) - orderOf(a) || (a.id < b.id ? 1 : -1));

const apply = ({ tests, count, applied }: KnownTests, entry: QueuedTest): KnownTests => {
  const id = entry.type === 'hearing-test' ? entry.test.id : entry.testId;
  const rest = tests.filter((test) => test.id !== id);
  const isHere = rest.length < tests.length;
  const next = { applied: [...applied, entry.entryId] };
  if (entry.type === 'delete-hearing-test') {
    return { ...next, tests: rest, count: Math.max(count - 1, rest.length) };
  }
  // A queued test can be stored already: the reply was lost.
  const all = newestFirst([...rest, entry.test]);
  return { ...next, tests: all.slice(0, KEPT_TESTS), count: isHere ? count : count + 1 };
};

/** `known` with everything queued, each entry once. What an entry did stays when it is confirmed and leaves. */
export const applyQueue = (known: KnownTests, queue: readonly QueuedTest[]): KnownTests => {
  const isQueued = (id: string): boolean => queue.some(({ entryId }) => entryId === id);
  const begun = { ...known, applied: known.applied.filter(isQueued) };
  return queue.filter(({ entryId }) => !begun.applied.includes(entryId)).reduce(apply, begun);
};

/** A page older than `before` (null: the first one) with what is queued for its stretch of time. */
export const pageWithQueue = (
  { tests, hasMore }: HearingTestsPage,
  queue: readonly QueuedTest[],
  before: number | null,
): HearingTestsPage => {
  const last = tests.at(-1);
  const oldest = hasMore && last ? orderOf(last) : 0;
  const listed = new Map(tests.map((test) => [test.id, test as HearingTest]));
  for (const entry of queue) {
    if (entry.type === 'delete-hearing-test') listed.delete(entry.testId);
    else if (orderOf(entry.test) >= oldest && orderOf(entry.test) < (before ?? Infinity))
      listed.set(entry.test.id, entry.test);
  }
  return { tests: newestFirst([...listed.values()]), hasMore };
};
