import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  bearer,
  clientToken,
  logIn,
  newUser,
  refresh,
  register,
  sendJson,
  tempFolder,
} from '../testing/harness';
import { AS_ADMIN, startTestSandbox, type TestSandbox } from './spec-support/sandbox';

let sandbox: TestSandbox;
let realNow = 1_795_000_000_000;
beforeAll(async () => {
  sandbox = await startTestSandbox({ now: () => realNow });
});
afterAll(() => sandbox.stop());

const reasonOf = async (id: string) =>
  ((await (await logIn(sandbox, id)).json()) as { reason?: string }).reason;

describe('snapshots', () => {
  beforeEach(async () => {
    await sandbox.admin('DELETE', '/accounts');
  });

  it('put all accounts back as they were and end all sessions', async () => {
    const [kept, deleted] = [await newUser(sandbox), await newUser(sandbox)];
    await sandbox.admin('POST', '/seed', { seed: 'snap', count: 5, testsPerAccount: 2 });
    await sandbox.send('/v1/me', { method: 'DELETE', headers: deleted.as });
    const list = async () => (await sandbox.admin('GET', '/accounts')).json();
    const before = await list();
    const made = await sandbox.admin('PUT', '/snapshots/before');
    expect(await made.json()).toMatchObject({ name: 'before', accounts: 6 });

    await sandbox.send('/v1/me', { method: 'DELETE', headers: kept.as });
    const later = await newUser(sandbox);
    const restored = await sandbox.admin('POST', '/snapshots/before/restore');
    expect(await restored.json()).toMatchObject({ name: 'before', accounts: 6 });

    expect(await list()).toEqual(before);
    expect(await reasonOf(kept.id)).toBeUndefined();
    expect(await reasonOf(deleted.id)).toBe('deleted');
    expect(await reasonOf(later.id)).toBe('unknown');
    expect((await sandbox.send('/v1/me', { headers: later.as })).status).toBe(401);
    const { tokens } = kept;
    expect(await (await refresh(sandbox, tokens.refresh_token)).json()).toMatchObject({
      reason: 'revoked',
    });
  });

  it('bring back the pepper that an import replaced', async () => {
    const { id } = await newUser(sandbox);
    await sandbox.admin('PUT', '/snapshots/mine');
    const other = await startTestSandbox();
    const headers = { ...AS_ADMIN, 'x-set-passphrase': 'a long passphrase' };
    const set = await (await other.send('/emulator/v1/export', { headers })).text();
    await other.stop();
    const path = '/emulator/v1/import?mode=replace';
    expect((await sandbox.send(path, { method: 'POST', headers, body: set })).status).toBe(200);
    expect(await reasonOf(id)).toBe('unknown');
    await sandbox.admin('POST', '/snapshots/mine/restore');
    expect(await reasonOf(id)).toBeUndefined();
    await sandbox.admin('DELETE', '/snapshots/mine');
  });

  it('and an import leave a database that opens again', async () => {
    const folder = tempFolder();
    const first = await startTestSandbox({ folder });
    const headers = { ...AS_ADMIN, 'x-set-passphrase': 'a long passphrase' };
    await newUser(sandbox);
    const set = await (await sandbox.send('/emulator/v1/export', { headers })).text();
    const path = '/emulator/v1/import?mode=replace';
    await first.send(path, { method: 'POST', headers, body: set });
    await first.admin('PUT', '/snapshots/imported');
    await first.admin('POST', '/snapshots/imported/restore');
    await first.stop();
    const second = await startTestSandbox({ folder });
    const accounts = await (await second.admin('GET', '/accounts')).json();
    expect(accounts).toMatchObject({ accounts: [{}] });
    await second.stop();
    rmSync(folder, { recursive: true });
  });

  it('replace one of the same name, are listed, and are forgotten', async () => {
    await newUser(sandbox);
    await sandbox.admin('PUT', '/snapshots/a');
    await newUser(sandbox);
    realNow += 1;
    await sandbox.admin('PUT', '/snapshots/b');
    realNow += 1;
    await sandbox.admin('PUT', '/snapshots/a');
    await sandbox.admin('DELETE', '/snapshots/before');
    const { snapshots } = (await (await sandbox.admin('GET', '/snapshots')).json()) as {
      snapshots: unknown[];
    };
    expect(snapshots).toMatchObject([
      { name: 'b', accounts: 2 },
      { name: 'a', accounts: 2 },
    ]);
    for (const name of ['a', 'b']) {
      expect((await sandbox.admin('DELETE', `/snapshots/${name}`)).status).toBe(204);
      expect((await sandbox.admin('DELETE', `/snapshots/${name}`)).status).toBe(404);
      expect((await sandbox.admin('POST', `/snapshots/${name}/restore`)).status).toBe(404);
    }
  });

  it.each(['A', 'a b', '..', 'x'.repeat(65)])('refuse the name %j', async (name) => {
    const path = `/snapshots/${encodeURIComponent(name)}`;
    expect([400, 404]).toContain((await sandbox.admin('PUT', path)).status);
  });

  it('have room for 20', async () => {
    for (let n = 0; n < 20; n += 1) {
      expect((await sandbox.admin('PUT', `/snapshots/s${n}`)).status).toBe(200);
    }
    expect((await sandbox.admin('PUT', '/snapshots/more')).status).toBe(400);
    expect((await sandbox.admin('PUT', '/snapshots/s3')).status).toBe(200);
    for (let n = 0; n < 20; n += 1) await sandbox.admin('DELETE', `/snapshots/s${n}`);
  });

  it('are restored among requests of which none sees half and none fails', async () => {
    const ids = Array.from({ length: 8 }, () => randomUUID());
    for (const id of ids) await register(sandbox, id);
    await sandbox.admin('PUT', '/snapshots/full');
    await sandbox.admin('DELETE', '/accounts');
    await sandbox.admin('PUT', '/snapshots/empty');
    let isDone = false;
    const seen = new Set<string>();
    const watch = async (id: string): Promise<void> => {
      while (!isDone) {
        const reply = await logIn(sandbox, id);
        seen.add(`${reply.status} ${((await reply.json()) as { reason?: string }).reason ?? ''}`);
      }
    };
    const create = async (): Promise<void> => {
      while (!isDone) {
        const { status } = await register(sandbox, randomUUID());
        // A client's own token ends with a restore too.
        seen.add(status === 401 ? '201' : String(status));
      }
    };
    const all = [...ids.slice(0, 3).map(watch), create(), create()];
    for (const name of ['full', 'empty', 'full', 'empty', 'full']) {
      expect((await sandbox.admin('POST', `/snapshots/${name}/restore`)).status).toBe(200);
    }
    isDone = true;
    await Promise.all(all);
    expect([...seen].sort()).toEqual(['200 ', '201', '400 unknown']);
    for (const name of ['full', 'empty']) await sandbox.admin('DELETE', `/snapshots/${name}`);
  });
});

describe('the clock', () => {
  const clock = async (method: string, path = '', body?: unknown) =>
    (await (await sandbox.admin(method, `/clock${path}`, body)).json()) as {
      now: number;
      offsetMs: number;
    };

  it('is set, advanced and put right, and goes on in between', async () => {
    expect(await clock('GET')).toEqual({ now: realNow, offsetMs: 0 });
    expect(await clock('PUT', '', { now: 1_000_000 })).toEqual({
      now: 1_000_000,
      offsetMs: 1_000_000 - realNow,
    });
    realNow += 5;
    expect((await clock('POST', '/advance', { ms: 10 })).now).toBe(1_000_015);
    expect((await clock('PUT', '', { offsetMs: -7 })).now).toBe(realNow - 7);
    expect(await clock('DELETE')).toEqual({ now: realNow, offsetMs: 0 });
  });

  it('counts each of those who advance it at once', async () => {
    await Promise.all(Array.from({ length: 20 }, () => clock('POST', '/advance', { ms: 1_000 })));
    expect((await clock('GET')).offsetMs).toBe(20_000);
    await clock('DELETE');
  });

  it('is what the service goes by: tokens, sessions, creation and age', async () => {
    const { id, tokens, as, user } = await newUser(sandbox);
    await clock('POST', '/advance', { ms: 15 * 60_000 });
    expect((await sandbox.send('/v1/me', { headers: as })).status).toBe(401);
    expect((await refresh(sandbox, tokens.refresh_token)).status).toBe(200);
    await clock('POST', '/advance', { ms: 91 * 24 * 3_600_000 });
    expect((await refresh(sandbox, tokens.refresh_token)).status).toBe(400);
    expect((await newUser(sandbox)).user.createdAt).toBe((await clock('GET')).now);
    expect(user.createdAt).toBe(realNow);
    await clock('PUT', '', { now: Date.UTC(2040, 5, 1) });
    const again = (await (await logIn(sandbox, id)).json()) as { access_token: string };
    const born = (yearOfBirth: number) =>
      sendJson(sandbox, 'PATCH', '/v1/me', { yearOfBirth }, bearer(again.access_token));
    expect([(await born(2022)).status, (await born(2023)).status]).toEqual([200, 400]);
    await clock('DELETE');
  });

  it.each([
    ['PUT', '', {}],
    ['PUT', '', { now: -1 }],
    ['PUT', '', { offsetMs: 1e15 }],
    ['PUT', '', { now: 1, offsetMs: 1 }],
    ['POST', '/advance', { ms: -1 }],
    ['POST', '/advance', { ms: 1.5 }],
  ])('refuses %s %s %j', async (method, path, body) => {
    expect((await sandbox.admin(method, `/clock${path}`, body)).status).toBe(400);
    expect((await clock('GET')).offsetMs).toBe(0);
  });

  it('goes no further than a century', async () => {
    const century = 100 * 366 * 24 * 3_600_000;
    expect((await clock('POST', '/advance', { ms: century })).offsetMs).toBe(century);
    expect((await sandbox.admin('POST', '/clock/advance', { ms: 1 })).status).toBe(400);
    await clock('DELETE');
    expect(await clientToken(sandbox)).toBeTruthy();
  });
});
