import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createBackend, type Backend } from '../../../backend/create-backend';
import type { ErrorCode } from '../../../contract/errors';
import type { Fault } from '../../../contract/faults';
import { systemClock } from '../../app/system-clock';
import type { JournalEvent } from '../../journal/journal-events';
import { MimiAuthRoute } from '../../mimi-core/mimi-auth-route';
import { createMimiCore, type MimiCore } from '../../mimi-core/mimi-core';
import {
  createMemoryRecords,
  type MemoryRecords,
} from '../../mimi-core/spec-support/memory-records';
import { codeOf } from '../../mimi-core/spec-support/session-bench';
import { createLabNetwork, type LabNetwork } from './lab-network';

const client = { clientId: 'embedded', clientSecret: 'secret' };
const ALWAYS = { call: 'all', once: false, share: 100 } as const;
const OFFLINE = 'service/offline';

/** How reading the user ends while a fault is on; null: well. */
const ENDINGS: readonly (readonly [Fault, ErrorCode | null])[] = [
  [{ kind: 'offline', ...ALWAYS }, OFFLINE],
  [{ kind: 'reset', ...ALWAYS }, OFFLINE],
  [{ kind: 'reply-lost', ...ALWAYS }, OFFLINE],
  [{ kind: 'timeout', ...ALWAYS }, 'service/timeout'],
  [{ kind: 'rate-limited', ...ALWAYS, retryAfterSeconds: 60 }, 'service/rate-limited'],
  [{ kind: 'server-error', ...ALWAYS }, 'service/unavailable'],
  [{ kind: 'captive-portal', ...ALWAYS }, 'service/bad-response'],
  [{ kind: 'body-cut', ...ALWAYS }, 'service/bad-response'],
  [{ kind: 'wrong-id', ...ALWAYS }, 'session/invariant-violation'],
  [{ kind: 'latency', ...ALWAYS, ms: 20, jitterMs: 10 }, null],
  [{ kind: 'clock-jump', byMinutes: 525_600 }, null],
  [{ kind: 'clock-jump', byMinutes: -525_600 }, null],
];

describe('the session engine on the embedded service, with faults between them', () => {
  let folder: string;
  let backend: Backend;
  let records: MemoryRecords;
  let network: LabNetwork;
  let core: MimiCore;
  let events: JournalEvent[];
  let statuses: number[];
  /** How much faster its timers run out: nobody waits fifteen seconds for a timeout. */
  let haste = 1;

  const startCore = (): MimiCore => {
    const after = (ms: number, callback: () => void) => systemClock.after(ms / haste, callback);
    return createMimiCore({
      ...client,
      configuration: { allowAnonymousUserOnly: true },
      service: {
        id: 'embedded',
        baseUrl: 'http://embedded.invalid',
        fetch: network.wrap(async (request) => {
          const reply = await backend.fetch(request);
          if (request.url.endsWith('/v1/anonymous-users')) statuses.push(reply.status);
          return reply;
        }),
      },
      records,
      clock: { ...network.clock, after },
      random: Math.random,
      randomUUID,
      journal: (event) => void events.push(event),
      product: 'mimi-companion',
    });
  };

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'mimi-lab-'));
    [events, statuses, haste] = [[], [], 1];
    const journal = (event: JournalEvent): void => void events.push(event);
    network = createLabNetwork({ clock: systemClock, random: Math.random, randomUUID, journal });
    backend = await createBackend({
      folder,
      clients: [client],
      clock: network.clock,
      randomBytes,
      randomUUID,
      limits: null,
      backups: false,
      mustExist: () => false,
      currentYear: () => 2026,
    });
    records = createMemoryRecords();
    core = startCore();
  });

  afterEach(async () => {
    network.clear();
    await core.dispose();
    await backend.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const currentId = () => core.userController.mimiUser.state.value?.anonymousId;
  const logouts = () =>
    events.filter((event) => event.type === 'session/transition' && event.to === 'ForcedOut');

  it.each(ENDINGS)('reading the user under $kind: $1, and nobody is logged out', async (...row) => {
    const [fault, code] = row;
    const users = core.userController;
    const user = await users.authenticate(MimiAuthRoute.Anonymously());
    await network.add(fault);
    haste = fault.kind === 'timeout' ? 30 : 1;
    expect(await codeOf(users.refreshUser().then(() => undefined))).toBe(code ?? 'resolved');
    expect(currentId()).toBe(user.anonymousId);
    expect(records.onDisk?.current?.signedOut).toBeNull();
    haste = 1;
    network.clear();
    expect((await users.refreshUser()).userId).toBe(user.userId);
    expect(logouts()).toEqual([]);
  });

  it.each(ENDINGS.filter(([, code]) => code !== null))(
    'a switch under $kind leaves who is there, and works when it is off',
    async (fault) => {
      const users = core.userController;
      const other = await users.authenticate(MimiAuthRoute.Anonymously());
      const user = await users.authenticate(MimiAuthRoute.Anonymously({ newProfile: true }));
      await network.add('call' in fault ? { ...fault, call: 'login' } : fault);
      haste = fault.kind === 'timeout' ? 30 : 1;
      const route = MimiAuthRoute.LoginAnonymously(other.anonymousId);
      await expect(users.authenticate(route)).rejects.toThrow();
      expect(currentId()).toBe(user.anonymousId);
      haste = 1;
      network.clear();
      expect((await users.authenticate(route)).userId).toBe(other.userId);
      expect(logouts()).toEqual([]);
    },
  );

  it('makes one user of a creation whose reply was lost', async () => {
    await network.add({ kind: 'reply-lost', call: 'register', once: true, share: 100 });
    const user = await core.userController.authenticate(MimiAuthRoute.Anonymously());
    expect(statuses).toEqual([201, 200]);
    expect(records.onDisk).toMatchObject({
      current: { anonymousId: user.anonymousId },
      pending: null,
    });
  });

  it('keeps the id it made when a registration is answered with another', async () => {
    await network.add({ kind: 'wrong-id', ...ALWAYS, call: 'register' });
    const users = core.userController;
    expect(await codeOf(users.authenticate(MimiAuthRoute.Anonymously()))).toBe(
      'session/invariant-violation',
    );
    expect(currentId()).toBeUndefined();
    const minted = records.onDisk?.pending?.anonymousId;
    expect(minted).toBeDefined();
    network.clear();
    expect((await users.authenticate(MimiAuthRoute.Anonymously())).anonymousId).toBe(minted);
  });

  it('logs in again by the id when the next renewal is refused', async () => {
    const user = await core.userController.authenticate(MimiAuthRoute.Anonymously());
    await core.dispose();
    const disk = records.onDisk;
    const tokens = disk?.current?.tokens;
    if (!disk?.current || !tokens) throw new Error('nobody is logged in');
    records.put({
      ...disk,
      current: { ...disk.current, tokens: { ...tokens, accessExpiresAt: 0 } },
    });
    core = startCore();
    await network.refuseNextRefresh();
    await core.userController.refreshUser();
    expect(currentId()).toBe(user.anonymousId);
    expect(network.isOn()).toBe(false);
    const rows = events.flatMap((event) => (event.type === 'session/transition' ? event.row : []));
    expect(rows).toEqual(expect.arrayContaining(['31', '31b']));
    expect(logouts()).toEqual([]);
  });

  it('deletes nobody here whose deletion met a portal, and finishes it afterwards', async () => {
    const users = core.userController;
    const user = await users.authenticate(MimiAuthRoute.Anonymously());
    await network.add({ kind: 'captive-portal', ...ALWAYS, call: 'deletion' });
    expect(await codeOf(users.deleteUser())).toBe('service/bad-response');
    expect(currentId()).toBe(user.anonymousId);
    network.clear();
    await network.add({ kind: 'reply-lost', call: 'deletion', once: true, share: 100 });
    await users.deleteUser();
    expect(currentId()).toBeUndefined();
  });
});
