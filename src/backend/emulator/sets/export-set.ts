import { sql } from 'kysely';
import type { HearingTest } from '../../../hearing/hearing-test';
import type { Schema, UserRow } from '../../storage/schema';
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

/** All rows of a table in the order of its key, those of some users only where they are named, a page at a time. */
async function* pages<T extends keyof Schema>(
  db: Db,
  table: T,
  key: readonly (keyof Schema[T] & string)[],
  users?: readonly string[],
): AsyncGenerator<Schema[T][]> {
  const columns = sql.join(key.map((column) => sql.ref(column)));
  const isMeant = users === undefined ? sql`TRUE` : sql`user_id IN (${sql.join(users)})`;
  let last: Schema[T] | undefined;
  for (;;) {
    const after = sql.join(key.map((column) => last?.[column] ?? ''));
    const { rows } = await sql<Schema[T]>`SELECT * FROM ${sql.table(table)}
      WHERE ${isMeant} AND (${columns}) > (${after}) ORDER BY ${columns} LIMIT ${PAGE}`.execute(db);
    if (rows.length > 0) yield rows;
    if (rows.length < PAGE) return;
    last = rows.at(-1);
  }
}

/** Of what belongs to a user. */
const BY_USER = ['user_id', 'id'] as const;

async function* rows(db: Db): AsyncGenerator<SetRow[]> {
  for await (const users of pages(db, 'users', ['user_id'])) {
    yield users.map(toUser);
    const ids = users.map((user) => user.user_id);
    for await (const page of pages(db, 'hearing_tests', BY_USER, ids)) {
      // Checked by the schema before it was stored.
      const test = (body: string) => JSON.parse(body) as HearingTest;
      yield page.map((row) => ({ type: 'test', userId: row.user_id, test: test(row.body) }));
    }
    for await (const page of pages(db, 'deleted_hearing_tests', BY_USER, ids)) {
      yield page.map(({ user_id: userId, id, deleted_at: deletedAt }) => {
        return { type: 'deleted-test', userId, id, deletedAt };
      });
    }
  }
  // Last: a user who is deleted meanwhile and was already in the set is deleted again by this line.
  for await (const page of pages(db, 'tombstones', ['id_hash'])) {
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
