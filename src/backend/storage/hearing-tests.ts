import type { HearingProfile } from '../../contract/hearing-profile';
import { HEARING_TESTS_PER_PAGE, type HearingTestsPage } from '../../contract/http/hearing-tests';
import { orderOf, type HearingTest } from '../../hearing/hearing-test';
import { Refusal } from '../problem';
import type { HearingTestRow } from './schema';
import type { Db, Store } from './store';
import { lockUser } from './users';

/** Tests of one user at most: more than one a day for ten years. Also how many deleted ids are remembered. */
const TESTS_PER_USER = 5_000;

/** Which test of whom. */
export type TestKey = Pick<HearingTestRow, 'user_id' | 'id'>;

// Checked by the schema before it was stored.
const toTest = ({ body }: Pick<HearingTestRow, 'body'>) => JSON.parse(body) as HearingTest;

const countTests = (db: Db, userId: string) =>
  db
    .selectFrom('hearing_tests')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('user_id', '=', userId);

/** Newest first; those of one moment in the order of their ids. */
const newestFirst = (db: Db, userId: string) =>
  db
    .selectFrom('hearing_tests')
    .select(['body', 'taken_at'])
    .where('user_id', '=', userId)
    .orderBy('taken_at', 'desc')
    .orderBy('id', 'desc');

const find = (db: Db, { user_id: userId, id }: TestKey) =>
  db
    .selectFrom('hearing_tests')
    .select('body')
    .where('user_id', '=', userId)
    .where('id', '=', id)
    .executeTakeFirst();

/**
 * Stores a test; false when it was stored before. Refuses with `conflict` another test under the same id, and one
 * that was deleted; with 422 more tests than a person can take.
 */
export const storeTest = (
  store: Pick<Store, 'write' | 'lock'>,
  userId: string,
  test: HearingTest,
): Promise<boolean> =>
  store.write(async (trx) => {
    await lockUser(trx, store, userId);
    const key = { user_id: userId, id: test.id };
    const body = JSON.stringify(test);
    const known = await find(trx, key);
    if (known !== undefined) {
      if (known.body !== body) throw new Refusal('conflict');
      return false;
    }
    const deleted = trx.selectFrom('deleted_hearing_tests').selectAll();
    const isDeleted = deleted.where('user_id', '=', userId).where('id', '=', test.id);
    if ((await isDeleted.executeTakeFirst()) !== undefined) throw new Refusal('conflict');
    const { count } = await countTests(trx, userId).executeTakeFirstOrThrow();
    if (count >= TESTS_PER_USER) throw new Refusal('invalid_request', { status: 422 });
    await trx
      .insertInto('hearing_tests')
      .values({ ...key, taken_at: orderOf(test), body })
      .execute();
    return true;
  });

/**
 * Deletes a test and remembers its id, also of one not stored: the request storing it may still be on its way.
 * Freed pages are overwritten and the log is emptied, as with a user.
 */
export const eraseTest = async (
  store: Pick<Store, 'write' | 'lock' | 'scrub'>,
  key: TestKey,
  now: number,
): Promise<void> => {
  await store.write(async (trx) => {
    await lockUser(trx, store, key.user_id);
    await trx
      .deleteFrom('hearing_tests')
      .where('user_id', '=', key.user_id)
      .where('id', '=', key.id)
      .execute();
    await trx
      .insertInto('deleted_hearing_tests')
      .values({ ...key, deleted_at: now })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    const surplus = trx
      .selectFrom('deleted_hearing_tests')
      .select('id')
      .where('user_id', '=', key.user_id)
      .orderBy('deleted_at', 'desc')
      .limit(Number.MAX_SAFE_INTEGER)
      .offset(TESTS_PER_USER);
    await trx
      .deleteFrom('deleted_hearing_tests')
      .where('user_id', '=', key.user_id)
      .where('id', 'in', surplus)
      .execute();
  });
  await store.scrub();
};

/** One test; null when it is not stored. */
export const readTest = async (db: Db, key: TestKey): Promise<HearingTest | null> => {
  const row = await find(db, key);
  return row === undefined ? null : toTest(row);
};

/** All tests, newest first. */
export const readAllTests = async (db: Db, userId: string): Promise<HearingTest[]> =>
  (await newestFirst(db, userId).execute()).map(toTest);

/**
 * Tests older than `before`, newest first. A page never ends between tests of the same moment, for the next one
 * begins before it: it is shorter rather, or as long as that moment where nothing else would be on it.
 */
export const readTestsPage = async (
  db: Db,
  userId: string,
  { before, limit }: { readonly before: number | undefined; readonly limit: number },
): Promise<HearingTestsPage> => {
  const older = newestFirst(db, userId).where('taken_at', '<', before ?? Number.MAX_SAFE_INTEGER);
  const rows = await older.limit(limit + 1).execute();
  const next = rows[limit];
  if (next === undefined) return { tests: rows.map(toTest), hasMore: false };
  const whole = rows.filter((row) => row.taken_at > next.taken_at);
  if (whole.length > 0) return { tests: whole.map(toTest), hasMore: true };
  const moment = newestFirst(db, userId).where('taken_at', '=', next.taken_at);
  const together = await moment.limit(HEARING_TESTS_PER_PAGE).execute();
  return { tests: together.map(toTest), hasMore: true };
};

/** The newest test and how many there are, in one step down the index; null without any. */
export const readProfile = async (db: Db, userId: string): Promise<HearingProfile | null> => {
  const row = await newestFirst(db, userId)
    .select(countTests(db, userId).as('count'))
    .limit(1)
    .executeTakeFirst();
  return row === undefined ? null : { test: toTest(row), count: row.count ?? 1 };
};
