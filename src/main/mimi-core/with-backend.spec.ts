import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createBackend, type Backend } from '../../backend/create-backend';
import { sampleId, sampleTest } from '../../hearing/spec-support/sample-test';
import { MimiAuthRoute } from './mimi-auth-route';
import { createMimiCore, type MimiCore } from './mimi-core';
import { createMemoryRecords, type MemoryRecords } from './spec-support/memory-records';
import { codeOf, ID_C } from './spec-support/session-bench';

const client = { clientId: 'embedded', clientSecret: 'a secret: with ü and %' };
const clock = {
  now: () => Date.now(),
  monotonic: () => performance.now(),
  after: (ms: number, callback: () => void) => {
    const timer = setTimeout(callback, ms);
    return () => {
      clearTimeout(timer);
    };
  },
};

describe('the engine on the real embedded service', () => {
  let folder: string;
  let backend: Backend;
  let records: MemoryRecords;
  let core: MimiCore;

  const startCore = (clientSecret = client.clientSecret): MimiCore =>
    createMimiCore({
      clientId: client.clientId,
      clientSecret,
      configuration: { allowAnonymousUserOnly: true },
      service: {
        id: 'embedded',
        baseUrl: 'http://embedded.invalid',
        fetch: (request) => backend.fetch(request),
      },
      records,
      clock,
      random: Math.random,
      randomUUID,
      journal: () => undefined,
      product: 'mimi-companion',
    });

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'mimi-core-'));
    backend = await createBackend({
      folder,
      clients: [client],
      clock,
      randomBytes,
      randomUUID,
      limits: null,
      backups: false,
      mustExist: () => false,
      currentYear: () => new Date().getUTCFullYear(),
    });
    records = createMemoryRecords();
    core = startCore();
  });

  afterEach(async () => {
    await core.dispose();
    await backend.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('creates, confirms the year, exports, switches, logs out, comes back and deletes', async () => {
    const users = core.userController;
    const first = await users.authenticate(MimiAuthRoute.Anonymously());
    const tests = core.testsController;
    expect(await tests.loadProfile()).toBeNull();
    expect((await users.submitYearOfBirth(1970)).yearOfBirth).toBe(1970);
    for (const n of [1, 2, 3]) await tests.submit(first.userId, sampleTest(n));
    await tests.remove(first.userId, sampleId(3));
    await expect.poll(() => core.inspect().outbox).toEqual([]);
    expect(await tests.loadProfile()).toEqual({ test: sampleTest(2), count: 2 });
    expect(await tests.load(sampleId(1))).toEqual(sampleTest(1));
    expect(await tests.load(sampleId(3))).toBeNull();
    expect(await tests.loadNewest(1)).toEqual({ tests: [sampleTest(2)], count: 2 });
    const older = await tests.history({ before: sampleTest(2).takenAt });
    expect(older).toEqual({ tests: [sampleTest(1)], hasMore: false });
    expect((await users.exportUser()).user.userId).toBe(first.userId);
    expect((await users.refreshUser()).yearOfBirth).toBe(1970);

    const second = await users.authenticate(MimiAuthRoute.Anonymously({ newProfile: true }));
    expect(second.userId).not.toBe(first.userId);
    const back = await users.authenticate(MimiAuthRoute.LoginAnonymously(first.anonymousId));
    expect([back.userId, back.yearOfBirth]).toEqual([first.userId, 1970]);
    await users.logout();
    expect((await users.authenticate(MimiAuthRoute.Anonymously())).userId).toBe(first.userId);

    await users.deleteUser();
    expect(users.mimiUser.state).toMatchObject({ value: null, loadingState: { type: 'Done' } });
    const gone = users.authenticate(MimiAuthRoute.LoginAnonymously(first.anonymousId));
    expect(await codeOf(gone)).toBe('session/user-deleted');
  });

  it('restores without a request, and from the id alone', async () => {
    const user = await core.userController.authenticate(MimiAuthRoute.Anonymously());
    await core.dispose();
    const current = records.onDisk?.current;
    if (records.onDisk && current) {
      records.put({ ...records.onDisk, current: { ...current, tokens: null } });
    }
    core = startCore();
    await core.ready;
    expect(core.userController.mimiUser.state.value?.anonymousId).toBe(user.anonymousId);
    await core.userController.refreshUser();
    expect(records.onDisk?.current?.tokens).not.toBeNull();
  });

  it('refuses unknown ids, and wrong credentials log nobody out', async () => {
    const users = core.userController;
    const unknown = users.authenticate(MimiAuthRoute.LoginAnonymously(ID_C));
    expect(await codeOf(unknown)).toBe('session/unknown-id');
    const user = await users.authenticate(MimiAuthRoute.Anonymously());
    await core.dispose();
    core = startCore('wrong');
    const again = core.userController;
    const call = again.authenticate(MimiAuthRoute.LoginAnonymously(ID_C));
    expect(await codeOf(call)).toBe('service/misconfigured');
    expect(again.mimiUser.state.value?.anonymousId).toBe(user.anonymousId);
    expect(again.sessionView.state.serviceTrouble).toBe('service/misconfigured');
  });
});
