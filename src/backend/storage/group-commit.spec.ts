import { randomUUID } from 'node:crypto';
import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Kysely, SqliteDialect } from 'kysely';
import Libsql from 'libsql';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createBackend } from '../create-backend';
import {
  bearer,
  clientToken,
  logIn,
  openService,
  overFetch,
  sendJson,
  tempFolder,
  testDeps,
} from '../testing/harness';
import { createGroupCommit } from './group-commit';
import type { Schema } from './schema';
import type { Db } from './store';

let folder: string;
let connection: Libsql.Database;
let db: Db;
/** What was executed beside queries, and a way to make one of it fail. */
let executed: string[];
let failing: string | null;

beforeEach(() => {
  folder = tempFolder();
  connection = new Libsql(join(folder, 'group.db'));
  connection.exec('CREATE TABLE meta (key text PRIMARY KEY, value text NOT NULL)');
  db = new Kysely<Schema>({
    dialect: new SqliteDialect({ database: connection }),
  });
  [executed, failing] = [[], null];
});
afterEach(async () => {
  await db.destroy();
  rmSync(folder, { recursive: true });
});

const watched = {
  exec: (sql: string): void => {
    executed.push(sql);
    if (sql === failing) throw new Error('disk full');
    connection.exec(sql);
  },
  get inTransaction() {
    return connection.inTransaction;
  },
};
const put = (key: string) => (trx: Db) =>
  trx.insertInto('meta').values({ key, value: '' }).execute();
const keys = async () =>
  (await db.selectFrom('meta').select('key').execute()).map(({ key }) => key);
const count = (sql: string): number => executed.filter((each) => each === sql).length;

it('writes that arrive together share one commit, and each gets its own result', async () => {
  const write = createGroupCommit(db, watched);
  const results = await Promise.all(
    [1, 2, 3].map((n) =>
      write(async (trx) => {
        await put(String(n))(trx);
        return n;
      }),
    ),
  );
  expect([results, await keys(), count('COMMIT')]).toEqual([[1, 2, 3], ['1', '2', '3'], 1]);
});

it('one that fails takes back what it did, and harms nobody else', async () => {
  const write = createGroupCommit(db, watched);
  const refusal = new Error('refused');
  const outcomes = await Promise.allSettled([
    write(put('a')),
    write(async (trx) => {
      await put('half')(trx);
      throw refusal;
    }),
    write(put('a')),
    write(put('b')),
  ]);
  expect(outcomes.map(({ status }) => status)).toEqual([
    'fulfilled',
    'rejected',
    'rejected',
    'fulfilled',
  ]);
  expect(outcomes[1]).toMatchObject({ reason: refusal });
  expect([await keys(), count('COMMIT')]).toEqual([['a', 'b'], 1]);
});

it('one by itself takes back what it did, and keeps no savepoint of it', async () => {
  const write = createGroupCommit(db, watched);
  await write(put('a'));
  const failed = write(async (trx) => {
    await put('half')(trx);
    throw new Error('refused');
  });
  await expect(failed).rejects.toThrow('refused');
  await write(put('b'));
  expect([await keys(), count('SAVEPOINT task')]).toEqual([['a', 'b'], 0]);
});

it('all of a group fail when its commit fails, and the next one works', async () => {
  const write = createGroupCommit(db, watched);
  failing = 'COMMIT';
  const outcomes = await Promise.allSettled([write(put('a')), write(put('b'))]);
  expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  failing = null;
  await write(put('c'));
  expect(await keys()).toEqual(['c']);
});

it('all of a group fail when the database takes the whole transaction back', async () => {
  const write = createGroupCommit(db, watched);
  const outcomes = await Promise.allSettled([
    write(put('a')),
    write(async () => {
      // What SQLite does by itself when the disk is full.
      connection.exec('ROLLBACK');
      throw new Error('disk full');
    }),
    write(put('b')),
  ]);
  expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
  expect(await keys()).toEqual([]);
  await write(put('c'));
  expect(await keys()).toEqual(['c']);
});

it('nobody reads what is not committed', async () => {
  const write = createGroupCommit(db, watched);
  let seen: Promise<string[]> | undefined;
  const writing = write(async (trx) => {
    await put('a')(trx);
    seen = keys();
    await put('b')(trx);
    throw new Error('refused');
  });
  await expect(writing).rejects.toThrow('refused');
  expect(await seen).toEqual([]);
});

it('a creation that was answered survives a kill at that moment, among 30 at once', async () => {
  const data = join(folder, 'service');
  const backend = await createBackend({ ...testDeps(data, { backups: false }), limits: null });
  const service = overFetch(backend);
  const as = bearer(await clientToken(service));
  const answered = await Promise.all(
    Array.from({ length: 30 }, async (_, n) => {
      const anonymousId = randomUUID();
      const body = { anonymousId, product: 'x' };
      const { status } = await sendJson(service, 'POST', '/v1/anonymous-users', body, as);
      // What a kill right after the reply would leave.
      const picture = join(folder, `picture-${String(n)}`);
      cpSync(data, picture, { recursive: true });
      return { anonymousId, picture, status };
    }),
  );
  await backend.close();
  for (const { anonymousId, picture, status } of answered) {
    expect(status).toBe(201);
    const { backend: killed, service: after } = await openService(picture);
    expect((await logIn(after, anonymousId)).status).toBe(200);
    await killed.close();
  }
});
