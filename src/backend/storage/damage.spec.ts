import { randomUUID } from 'node:crypto';
import {
  cpSync,
  existsSync,
  lstatSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import Libsql from 'libsql';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { problemSchema } from '../../contract/http/problem';
import { createApp } from '../app';
import { DAMAGES } from '../testing/damage';
import { sampleId } from '../../hearing/spec-support/sample-test';
import {
  logIn,
  newUser,
  openService,
  postForm,
  refresh,
  register,
  sendJson,
  tempFolder,
} from '../testing/harness';
import { execOnFile } from './sqlite';

/** All plain files of a folder with their bytes. */
const contents = (folder: string): Record<string, string> =>
  Object.fromEntries(
    readdirSync(folder)
      .filter((name) => lstatSync(join(folder, name)).isFile() && !name.endsWith('-shm'))
      .map((name) => [name, readFileSync(join(folder, name), 'base64')]),
  );

let folder: string;
let id: string;
beforeEach(async () => {
  folder = tempFolder();
  const { backend, service } = await openService(folder, false);
  const user = await newUser(service);
  ({ id } = user);
  // Something on every page: a page of nothing can be cut without a loss.
  const path = `/v1/me/hearing-tests/${sampleId(1)}`;
  await service.send(path, { method: 'DELETE', headers: user.as });
  await backend.close();
});
afterEach(() => rmSync(folder, { recursive: true }));

const main = () => join(folder, 'service.db');
const backup = () => join(folder, 'service.backup.db');
const keptFiles = () => readdirSync(folder).filter((name) => name.startsWith('service.corrupt-'));

describe.each(Object.entries(DAMAGES))('a main file that is %s', (name, damage) => {
  it('is set aside with its bytes, and the copy takes its place', async () => {
    damage(main());
    const isFile = existsSync(main()) && lstatSync(main()).isFile();
    const bytes = isFile ? readFileSync(main()) : null;
    const { backend, service } = await openService(folder);
    expect(backend.state).toBe('restored-from-copy');
    expect((await logIn(service, id)).status).toBe(200);
    await backend.close();
    const kept = keptFiles();
    expect(kept).toHaveLength(name === 'nothing at all' ? 0 : 1);
    if (bytes !== null) expect(readFileSync(join(folder, kept[0]!)).equals(bytes)).toBe(true);
    const again = await openService(folder);
    expect([again.backend.state, (await logIn(again.service, id)).status]).toEqual(['ready', 200]);
    await again.backend.close();
  });

  it('without a copy is left alone: 503 to everything, and readable once it is back', async () => {
    const good = readFileSync(main());
    rmSync(backup());
    damage(main());
    const before = contents(folder);
    const { backend, service } = await openService(folder);
    expect(backend.state).toBe('unreadable');
    for (const path of [
      '/oauth/token',
      '/oauth/revoke',
      '/v1/me',
      '/v1/anonymous-users',
      '/healthz',
      '/x',
    ]) {
      const reply = await service.send(path, { method: path === '/healthz' ? 'GET' : 'POST' });
      expect([reply.status, problemSchema.parse(await reply.json()).code]).toEqual([
        503,
        'profile_data_unreadable',
      ]);
    }
    expect(contents(folder)).toEqual(before);
    rmSync(main(), { recursive: true, force: true });
    writeFileSync(main(), good);
    expect((await logIn(service, id)).status).toBe(200);
    expect(backend.state).toBe('ready');
    await backend.close();
  });
});

describe('both files', () => {
  it('damaged: nothing is moved, and nobody is unknown', async () => {
    writeFileSync(main(), 'x');
    writeFileSync(backup(), 'y');
    const before = contents(folder);
    for (const mustExist of [true, false]) {
      const { backend, service } = await openService(folder, mustExist);
      expect((await logIn(service, id)).status).toBe(503);
      await backend.close();
    }
    expect(contents(folder)).toEqual(before);
  });

  it('missing: lost while the app holds an id, a first start while it does not', async () => {
    rmSync(main());
    rmSync(backup());
    const lost = await openService(folder);
    expect(lost.backend.state).toBe('unreadable');
    expect(readdirSync(folder)).toEqual([]);
    const first = await openService(folder, false);
    expect(first.backend.state).toBe('ready');
    await first.backend.close();
    expect(readdirSync(folder)).toEqual(['service.db']);
  });

  it('of a newer version: refused and left alone, though the copy would open', async () => {
    execOnFile(main(), 'rw', ["INSERT INTO kysely_migration VALUES ('9999-later', 'x')"]);
    const before = contents(folder);
    const { backend } = await openService(folder);
    expect(backend.state).toBe('unreadable');
    expect(contents(folder)).toEqual(before);
  });
});

it('opens after a kill with everything in the write-ahead log, and keeps that log when damaged', async () => {
  const later = randomUUID();
  const killed = `${folder}-killed`;
  const { backend, service } = await openService(folder);
  await register(service, later);
  cpSync(folder, killed, { recursive: true });
  await backend.close();
  const log = readFileSync(join(killed, 'service.db-wal'));
  expect(log.length).toBeGreaterThan(0);
  writeFileSync(join(killed, 'service.db'), 'x');
  const restored = await openService(killed);
  expect(restored.backend.state).toBe('restored-from-copy');
  for (const known of [id, later]) expect((await logIn(restored.service, known)).status).toBe(200);
  await restored.backend.close();
  const kept = readdirSync(killed).find((name) => /^service\.corrupt-\d+\.db-wal$/.test(name));
  expect(readFileSync(join(killed, kept!)).equals(log)).toBe(true);
  rmSync(killed, { recursive: true });
});

it('takes a main file without bytes for a first start only when no log lies beside it', async () => {
  rmSync(backup());
  writeFileSync(main(), '');
  writeFileSync(`${main()}-wal`, 'something');
  const before = contents(folder);
  const refused = await openService(folder, false);
  expect([refused.backend.state, contents(folder)]).toEqual(['unreadable', before]);
  rmSync(`${main()}-wal`);
  const fresh = await openService(folder, false);
  expect(fresh.backend.state).toBe('ready');
  await fresh.backend.close();
});

it('takes no main file at all for a first start only when no log lies beside it', async () => {
  rmSync(backup());
  rmSync(main());
  writeFileSync(`${main()}-wal`, 'something');
  const before = contents(folder);
  const { backend } = await openService(folder, false);
  expect([backend.state, contents(folder)]).toEqual(['unreadable', before]);
});

describe('a file that another program holds', () => {
  /** A few waits: SQLite waits on the thread that answers the app's windows. */
  const SOON_MS = 2_500;
  let other: Libsql.Database;
  beforeEach(() => (other = new Libsql(main())));
  afterEach(() => other.close());
  const timed = async <T>(work: () => Promise<T>) => {
    const began = performance.now();
    return { result: await work(), ms: performance.now() - began };
  };

  it('fails a request soon, as something to be tried again', async () => {
    const { backend, service } = await openService(folder);
    const { tokens, as } = await newUser(service);
    const writes = [
      () => logIn(service, id),
      () => refresh(service, tokens.refresh_token),
      () => postForm(service, '/oauth/token', { grant_type: 'client_credentials' }),
      () => sendJson(service, 'PATCH', '/v1/me', { yearOfBirth: 1980 }, as),
      () => sendJson(service, 'DELETE', '/v1/me', {}, as),
    ];
    for (const write of writes) {
      other.exec('BEGIN IMMEDIATE');
      const { result, ms } = await timed(write);
      const problem = problemSchema.parse(await result.json());
      expect(problem).toMatchObject({ status: 500, retryable: true });
      expect(ms).toBeLessThan(SOON_MS);
      other.exec('ROLLBACK');
      // Nothing of it is left that would refuse the next one.
      expect((await write()).ok).toBe(true);
    }
    await backend.close();
  });

  it('is left alone at a start, and opened once it is free', async () => {
    other.exec('PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE');
    const before = contents(folder);
    const { result, ms } = await timed(() => openService(folder));
    expect([result.backend.state, contents(folder)]).toEqual(['unreadable', before]);
    expect(ms).toBeLessThan(SOON_MS);
    other.exec('ROLLBACK');
    other.close();
    expect((await logIn(result.service, id)).status).toBe(200);
    await result.backend.close();
  });
});

it('answers 503 once a query finds the open database damaged', async () => {
  let told = 0;
  const app = createApp({
    ...{ clients: [], currentYear: () => 2026, randomUUID, limits: null },
    store: () => Promise.reject(Object.assign(new Error('malformed'), { code: 'SQLITE_CORRUPT' })),
    onDamage: () => (told += 1),
  });
  const reply = await app.fetch(new Request('http://embedded.invalid/v1/me'), {});
  expect([reply.status, told, problemSchema.parse(await reply.json()).code]).toEqual([
    503,
    1,
    'profile_data_unreadable',
  ]);
});
