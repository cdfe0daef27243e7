import { sql } from 'kysely';
import type { HearingTest } from '../../../hearing/hearing-test';
import type { HearingTestRow, Schema, UserRow } from '../../storage/schema';
import type { Db } from '../../storage/store';
import { settingsOf } from '../../storage/users';
import {
  COUNTED,
  NO_LINES,
  type SetCounts,
  type SetHeader,
  type SetLine,
  type SetRow,
} from './format';

/** Rows read at once: what an export holds in memory, however many accounts there are. */
const PAGE = 200;

const toUser = (row: UserRow): SetRow => ({
  type: 'user',
  userId: row.user_id,
  idHash: row.id_hash,
  product: row.product,
  createdAt: row.created_at,
  disabledAt: row.disabled_at,
  yearOfBirth: row.year_of_birth,
  settings: settingsOf(row),
});

/** Pages of what a query gives after the last row, until a page is not full. */
async function* pages<T>(read: (last: T | undefined) => Promise<T[]>): AsyncGenerator<T[]> {
  let last: T | undefined;
  for (;;) {
    const page = await read(last);
    if (page.length > 0) yield page;
    if (page.length < PAGE) return;
    last = page.at(-1);
  }
}

const userPages = (db: Db) =>
  pages<UserRow>((last) =>
    db
      .selectFrom('users')
      .selectAll()
      .where('user_id', '>', last?.user_id ?? '')
      .orderBy('user_id')
      .limit(PAGE)
      .execute(),
  );

interface TestKey {
  readonly user_id: string;
  readonly id: string;
}

/** Rows of some users after the last one, in the order of their key. */
const after = (users: readonly string[], last: TestKey | undefined) =>
  sql<boolean>`user_id IN (${sql.join(users)}) AND (user_id, id) > (${last?.user_id ?? ''}, ${last?.id ?? ''})`;

const testPages = (db: Db, users: readonly string[]) =>
  pages<HearingTestRow>((last) => {
    const rest = db.selectFrom('hearing_tests').selectAll().where(after(users, last));
    return rest.orderBy('user_id').orderBy('id').limit(PAGE).execute();
  });

const deletedTestPages = (db: Db, users: readonly string[]) =>
  pages<Schema['deleted_hearing_tests']>((last) => {
    const rest = db.selectFrom('deleted_hearing_tests').selectAll().where(after(users, last));
    return rest.orderBy('user_id').orderBy('id').limit(PAGE).execute();
  });

const tombstonePages = (db: Db) =>
  pages<Schema['tombstones']>((last) =>
    db
      .selectFrom('tombstones')
      .selectAll()
      .where('id_hash', '>', last?.id_hash ?? '')
      .orderBy('id_hash')
      .limit(PAGE)
      .execute(),
  );

async function* rows(db: Db): AsyncGenerator<SetRow[]> {
  for await (const users of userPages(db)) {
    yield users.map(toUser);
    const ids = users.map((user) => user.user_id);
    for await (const page of testPages(db, ids)) {
      // Checked by the schema before it was stored.
      const test = (body: string) => JSON.parse(body) as HearingTest;
      yield page.map((row) => ({ type: 'test', userId: row.user_id, test: test(row.body) }));
    }
    for await (const page of deletedTestPages(db, ids)) {
      yield page.map(({ user_id: userId, id, deleted_at: deletedAt }) => {
        return { type: 'deleted-test', userId, id, deletedAt };
      });
    }
  }
  // Last: a user who is deleted meanwhile and was already in the set is deleted again by this line.
  for await (const page of tombstonePages(db)) {
    yield page.map(({ id_hash: idHash }) => ({ type: 'deleted-user', idHash }));
  }
}

const encode = (lines: readonly SetLine[]): Uint8Array =>
  Buffer.from(lines.map((line) => `${JSON.stringify(line)}\n`).join(''));

/**
 * The set as it goes over the wire, a page at a time and only as fast as it is taken. Each page of users is read as it
 * is then: who registers or is deleted meanwhile may be in it or not.
 */
export async function* exportSet(db: Db, header: SetHeader): AsyncGenerator<Uint8Array> {
  yield encode([header]);
  const counts: SetCounts = { ...NO_LINES };
  for await (const page of rows(db)) {
    for (const { type } of page) counts[COUNTED[type]] += 1;
    yield encode(page);
  }
  yield encode([{ type: 'end', ...counts }]);
}
