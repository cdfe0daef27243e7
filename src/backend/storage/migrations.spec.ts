import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Kysely, Migrator, SqliteDialect } from 'kysely';
import Libsql from 'libsql';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { HearingTest } from '../../hearing/hearing-test';
import { sampleTest } from '../../hearing/spec-support/sample-test';
import { createKeys } from '../tokens';
import {
  bearer,
  logIn,
  newUser,
  openService,
  sendJson,
  tempFolder,
  testDeps,
} from '../testing/harness';
import { MIGRATION_NAMES, migrations } from './migrations';
import { openDatabase } from './open-database';
import { execOnFile } from './sqlite';

const ID = '3d6f0a52-8c1e-4b7a-9f2d-5e4c3b2a1908';
const PEPPER = 'ab'.repeat(32);

let folder: string;
beforeEach(() => (folder = tempFolder()));
afterEach(() => rmSync(folder, { recursive: true }));

/** What the first version left: a user with a year of birth and, from a client of old, a profile document. */
const writeFirstVersion = async (path: string): Promise<void> => {
  const database = new Libsql(path);
  const db = new Kysely<unknown>({ dialect: new SqliteDialect({ database }) });
  const { [MIGRATION_NAMES[0]]: initial } = migrations(() => PEPPER, 'sqlite');
  const provider = { getMigrations: () => Promise.resolve({ [MIGRATION_NAMES[0]]: initial }) };
  const { error } = await new Migrator({ db, provider }).migrateToLatest();
  expect(error).toBeUndefined();
  const hash = createKeys(PEPPER, testDeps(folder).randomBytes).hash('anonymous-id', ID);
  await db.destroy();
  database.close();
  execOnFile(path, 'rw', [
    `INSERT INTO users (user_id, id_hash, product, created_at, year_of_birth, profile, settings)
      VALUES ('u1', '${hash}', 'companion', 1, 1966, '{"basis":"age-estimate"}', '{"a":1}')`,
  ]);
};

const asUser = async (service: Awaited<ReturnType<typeof openService>>['service']) => {
  const login = (await (await logIn(service, ID)).json()) as { access_token: string };
  return bearer(login.access_token);
};

it.each(['service.db', 'service.backup.db'])(
  'the %s of the first version opens with its users, and takes hearing tests',
  async (name) => {
    await writeFirstVersion(join(folder, name));
    const { backend, service } = await openService(folder);
    expect(backend.state).toBe(name === 'service.db' ? 'ready' : 'restored-from-copy');
    const headers = await asUser(service);
    expect(await (await service.send('/v1/me/export', { headers })).json()).toMatchObject({
      user: { userId: 'u1', yearOfBirth: 1966 },
      settings: { a: 1 },
      hearingTests: [],
    });
    const test: HearingTest = sampleTest(1);
    const path = `/v1/me/hearing-tests/${test.id}`;
    expect((await sendJson(service, 'PUT', path, test, headers)).status).toBe(201);
    await backend.close();
    const again = await openService(folder);
    expect(again.backend.state).toBe('ready');
    await again.backend.close();
  },
);

it('is damaged without its tables once it should have them', async () => {
  const first = await openService(folder, false);
  await newUser(first.service);
  await first.backend.close();
  rmSync(join(folder, 'service.backup.db'));
  execOnFile(join(folder, 'service.db'), 'rw', ['DROP TABLE hearing_tests']);
  const { backend } = await openService(folder);
  expect(backend.state).toBe('unreadable');
  await backend.close();
});

describe('a database from before its schema was noted', () => {
  const BEFORE = [
    "DELETE FROM kysely_migration WHERE name = '0004-notes'",
    "DELETE FROM meta WHERE key IN ('schema', 'pepper again')",
  ];
  const openAfter = async (...statements: string[]): Promise<string> => {
    const first = await openService(folder, false);
    await newUser(first.service);
    await first.backend.close();
    rmSync(join(folder, 'service.backup.db'));
    execOnFile(join(folder, 'service.db'), 'rw', [...BEFORE, ...statements]);
    const { backend } = await openService(folder);
    await backend.close();
    return backend.state;
  };

  it('gets the notes', async () => {
    expect(await openAfter()).toBe('ready');
    execOnFile(join(folder, 'service.db'), 'rw', ['ALTER TABLE users RENAME product TO x']);
    rmSync(join(folder, 'service.backup.db'));
    const { backend } = await openService(folder);
    expect(backend.state).toBe('unreadable');
    await backend.close();
  });

  it('gets none without what keeps a deleted user deleted', async () => {
    expect(await openAfter('DROP TRIGGER user_leaves_tombstone')).toBe('unreadable');
  });
});

it('opens again after a clock that was ahead at the first migration', async () => {
  const first = await openService(folder, false);
  const { id } = await newUser(first.service);
  await first.backend.close();
  rmSync(join(folder, 'service.backup.db'));
  const ahead = "UPDATE kysely_migration SET timestamp = '2099-01-01' WHERE name = '0001-initial'";
  execOnFile(join(folder, 'service.db'), 'rw', [ahead]);
  const { backend, service } = await openService(folder);
  expect([backend.state, (await logIn(service, id)).status]).toEqual(['ready', 200]);
  await backend.close();
});

it('is sound with what somebody else added', async () => {
  const first = await openService(folder, false);
  await newUser(first.service);
  await first.backend.close();
  const added = ['ANALYZE', 'CREATE TABLE other (a)', 'CREATE INDEX mine ON users (product)'];
  execOnFile(join(folder, 'service.db'), 'rw', added);
  const { backend } = await openService(folder);
  expect(backend.state).toBe('ready');
  await backend.close();
});

it('a copy holds the tests as the last reply left them', async () => {
  const first = await openService(folder, false);
  const { id, as } = await newUser(first.service);
  for (const n of [1, 2, 3]) {
    const test = sampleTest(n);
    await sendJson(first.service, 'PUT', `/v1/me/hearing-tests/${test.id}`, test, as);
  }
  const gone = `/v1/me/hearing-tests/${sampleTest(3).id}`;
  await first.service.send(gone, { method: 'DELETE', headers: as });
  await first.backend.close();
  writeFileSync(join(folder, 'service.db'), 'damaged');
  const { backend, service } = await openService(folder);
  expect(backend.state).toBe('restored-from-copy');
  const { access_token: token } = (await (await logIn(service, id)).json()) as {
    access_token: string;
  };
  const profile = await service.send('/v1/me/profile', { headers: bearer(token) });
  expect(await profile.json()).toEqual({ test: sampleTest(2), count: 2 });
  await backend.close();
});

it('reads the profile down an index, without sorting, however many tests there are', async () => {
  const opened = (await openDatabase(testDeps(folder)))!;
  await opened.close();
  const connection = new Libsql(join(folder, 'service.db'));
  const plan = connection
    .prepare(
      `EXPLAIN QUERY PLAN SELECT body, (SELECT count(*) FROM hearing_tests WHERE user_id = 'u')
       FROM hearing_tests WHERE user_id = 'u' ORDER BY taken_at DESC, id DESC LIMIT 1`,
    )
    .all() as { detail: string }[];
  connection.close();
  const details = plan.map(({ detail }) => detail).join('; ');
  expect(details).toContain('USING INDEX hearing_tests_newest');
  expect(details).toContain('USING COVERING INDEX');
  expect(details).not.toMatch(/TEMP B-TREE|^SCAN hearing_tests;/);
});
