import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createBackend, startServiceAnew } from '../create-backend';
import {
  bearer,
  clientToken,
  logIn,
  openService,
  overFetch,
  register,
  sendJson,
  tempFolder,
  testDeps,
} from '../testing/harness';

let folder: string;
let id: string;
beforeEach(async () => {
  folder = tempFolder();
  id = randomUUID();
  const { backend, service } = await openService(folder, false);
  expect((await register(service, id)).status).toBe(201);
  await backend.close();
});
afterEach(() => rmSync(folder, { recursive: true }));

const main = () => join(folder, 'service.db');
const backup = () => join(folder, 'service.backup.db');
const keptFiles = () => readdirSync(folder).filter((name) => name.startsWith('service.corrupt-'));

describe('beginning anew', () => {
  const bytesOfKept = () => keptFiles().map((name) => readFileSync(join(folder, name), 'utf8'));
  const stateAfter = async () => {
    const { backend } = await openService(folder, false);
    await backend.close();
    return backend.state;
  };

  it('keeps the bytes of every time, also twice in one millisecond', async () => {
    for (const time of ['first', 'second']) {
      for (const path of [main(), `${main()}-wal`, backup()]) writeFileSync(path, time);
      expect(await stateAfter()).toBe('unreadable');
      startServiceAnew(folder, 1);
      expect(await stateAfter()).toBe('ready');
    }
    expect(bytesOfKept().sort()).toEqual([...Array(3).fill('first'), ...Array(3).fill('second')]);
  });

  it('keeps the last three times, log and copy included, and what is not its own', async () => {
    const own = (times: readonly number[]): string[] =>
      times.flatMap((time) =>
        ['db', 'db-wal', 'db.copy'].map((end) => `service.corrupt-${time}.${end}`),
      );
    for (const name of [...own([9, 20, 100, 3]), 'service.corrupt-of-mine.db'])
      writeFileSync(join(folder, name), 'x');
    expect(await stateAfter()).toBe('ready');
    expect(keptFiles().sort()).toEqual([...own([9, 20, 100]), 'service.corrupt-of-mine.db'].sort());
  });

  it('works with a damaged copy of a main file that is gone', async () => {
    rmSync(main());
    writeFileSync(backup(), 'x');
    expect(await stateAfter()).toBe('unreadable');
    startServiceAnew(folder, 1);
    expect([await stateAfter(), bytesOfKept()]).toEqual(['ready', ['x']]);
  });

  it('leaves a sound copy, which then is used', async () => {
    writeFileSync(main(), 'x');
    startServiceAnew(folder, 1);
    expect([await stateAfter(), bytesOfKept()]).toEqual(['restored-from-copy', ['x']]);
  });
});

it.each([
  ['text', (path: string) => writeFileSync(path, 'x')],
  ['a folder', (path: string) => mkdirSync(path)],
])('sets a copy aside that is %s and makes it again', async (_name, make) => {
  rmSync(backup());
  make(backup());
  const { backend } = await openService(folder);
  expect([backend.state, keptFiles()]).toEqual(['ready', [expect.stringMatching(/\.db\.copy$/)]]);
  await backend.close();
  rmSync(main());
  const restored = await openService(folder);
  expect((await logIn(restored.service, id)).status).toBe(200);
  await restored.backend.close();
});

it('has in the copy what a user changed, not only that they exist', async () => {
  const { backend, service } = await openService(folder);
  const { access_token: token } = (await (await logIn(service, id)).json()) as {
    access_token: string;
  };
  const as = bearer(token);
  await sendJson(service, 'PATCH', '/v1/me', { yearOfBirth: 1980 }, as);
  const settings = { richness: 1 };
  await sendJson(service, 'PUT', '/v1/me/settings', settings, as);
  await backend.close();
  writeFileSync(main(), 'x');
  const restored = await openService(folder);
  const login = (await (await logIn(restored.service, id)).json()) as { access_token: string };
  const kept = await restored.service.send('/v1/me/export', {
    headers: bearer(login.access_token),
  });
  expect(await kept.json()).toMatchObject({ user: { yearOfBirth: 1980 }, settings });
  await restored.backend.close();
});

it('tidies up what a kill left of a copy being written', async () => {
  for (const name of ['service.new.db', 'service.new.db-journal'])
    writeFileSync(join(folder, name), 'half');
  const { backend, service } = await openService(folder);
  expect(readdirSync(folder).filter((name) => name.includes('.new.'))).toEqual([]);
  expect((await logIn(service, id)).status).toBe(200);
  await backend.close();
});

it('makes a copy again that was lost between two starts', async () => {
  rmSync(backup());
  const { backend } = await openService(folder);
  expect(existsSync(backup())).toBe(true);
  await backend.close();
});

it('keeps and reads no copy where copies are off', async () => {
  const server = tempFolder();
  const deps = { ...testDeps(server, { backups: false }), limits: null };
  const backend = await createBackend(deps);
  await register(overFetch(backend), id);
  await backend.close();
  expect(readdirSync(server)).toEqual(['service.db']);
  rmSync(server, { recursive: true });
});

it('copies hold no session: after a restore everybody logs in by id again', async () => {
  const { backend, service } = await openService(folder);
  const { tokens } = (await (await register(service, id)).json()) as {
    tokens: { access_token: string };
  };
  await backend.close();
  rmSync(main());
  const restored = await openService(folder);
  const me = await restored.service.send('/v1/me', { headers: bearer(tokens.access_token) });
  expect(me.status).toBe(401);
  expect((await clientToken(restored.service)).length).toBeGreaterThan(20);
  await restored.backend.close();
});
