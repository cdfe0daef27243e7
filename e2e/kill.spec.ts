import type { Page } from '@playwright/test';
import { keysHere } from './support/keys-here';
import type { Companion } from './support/launch';
import { startRemoteService, type RemoteService } from './support/remote-service';
import { makeProfile, onScreen, snapshotOf, takeKey, writeClipboard } from './support/steps';
import { expect, test } from './support/test';

/** When the kill comes: before the service knows, before its reply arrives, or as it arrives. */
const MOMENTS = ['request on its way', 'reply on its way', 'reply there'] as const;
type Moment = (typeof MOMENTS)[number];

/** The keys of two profiles of one person. */
interface Keys {
  readonly open: string;
  readonly other: string;
}

interface Killed {
  readonly companion: Companion;
  readonly service: RemoteService;
  readonly keys: Keys;
}

interface Flow {
  readonly name: string;
  /** The request in whose middle the kill comes. */
  readonly path: string;
  /** The moments at which a kill can do the most harm; `npm run verify` tries all. */
  readonly worst: readonly Moment[];
  /** Where it begins. Default: one profile open, the other kept. */
  readonly prepare?: (companion: Companion, service: RemoteService) => Promise<Keys>;
  /** Asks for it as a window does, without waiting for the answer. */
  readonly begin: (killed: Killed) => Promise<void>;
  /** The next start, shown and used. Resolves with the keys that must be on this computer. */
  readonly next: (killed: Killed) => Promise<readonly string[]>;
}

const TOKEN = '/oauth/token';
const REVOKE = '/oauth/revoke';

const makeAndTakeKey = async (companion: Companion): Promise<string> => {
  await makeProfile(companion.page);
  return takeKey(companion);
};

/** Waits until restoring, and what it leaves to do with the service, has led there. */
const ends = async ({ page }: Companion, where: RegExp): Promise<string> => {
  const status = async () => (await snapshotOf(page)).session.status;
  await expect.poll(status).toMatch(where);
  return status();
};

const remove = (page: Page): Promise<void> =>
  page.evaluate(() => void window.companion.session.removeFromComputer());

const beginPaste = async (companion: Companion, key: string): Promise<void> => {
  await writeClipboard(companion, key);
  await companion.page.evaluate(() => void window.companion.session.pasteAnonymousId());
};

const paste = async (companion: Companion, key: string): Promise<void> => {
  await writeClipboard(companion, key);
  const call = async () => window.companion.session.pasteAnonymousId();
  expect(await companion.page.evaluate(call)).toEqual({ ok: true, value: 'success' });
};

const refresh = async ({ page }: Companion) =>
  page.evaluate(async () => window.companion.session.refresh());

/** A profile the service knows and this computer does not. */
const elsewhere = async (companion: Companion): Promise<Keys> => {
  const open = await makeAndTakeKey(companion);
  await remove(companion.page);
  await onScreen(companion.page, 'welcome');
  return { open, other: '' };
};

const oneOpenOneKept = async (companion: Companion, { proxy }: RemoteService): Promise<Keys> => {
  const { open: other } = await elsewhere(companion);
  const open = await makeAndTakeKey(companion);
  await paste(companion, other);
  await paste(companion, open);
  // Three sessions have ended: the last of them is on the service, too.
  const revoked = () => proxy.passed.filter(({ path }) => path === REVOKE).length;
  await expect.poll(revoked).toBe(3);
  return { open, other };
};

/** Still open after the kill, and the service is content with it. */
const stillOpen = async ({ companion, keys }: Killed): Promise<readonly string[]> => {
  await ends(companion, /^active$/);
  expect(await refresh(companion)).toEqual({ ok: true });
  return [keys.open, keys.other];
};

const registered = ({ service }: Killed): string[] => {
  const bodies = service.proxy.passed.filter(({ path }) => path === '/v1/anonymous-users');
  const ids = bodies.map(({ body }) => (JSON.parse(body) as { anonymousId: string }).anonymousId);
  return [...new Set(ids)];
};

const FLOWS: readonly Flow[] = [
  {
    name: 'creation',
    path: '/v1/anonymous-users',
    worst: ['reply on its way'],
    prepare: async () => ({ open: '', other: '' }),
    begin: ({ companion: { page } }) =>
      page.evaluate(() => void window.companion.session.createProfile({ yearOfBirth: 1966 })),
    next: async (killed) => {
      // It goes on by itself, with the id and the year that were on disk.
      await ends(killed.companion, /^active$/);
      expect(registered(killed)).toHaveLength(1);
      return registered(killed);
    },
  },
  {
    name: 'login',
    path: TOKEN,
    worst: ['reply on its way'],
    prepare: elsewhere,
    begin: ({ companion, keys }) => beginPaste(companion, keys.open),
    next: async ({ companion, keys }) => {
      if ((await ends(companion, /^(active|signed-out)$/)) === 'signed-out')
        await paste(companion, keys.open);
      return [keys.open];
    },
  },
  {
    name: 'switch',
    path: TOKEN,
    worst: ['reply on its way', 'reply there'],
    begin: ({ companion, keys }) => beginPaste(companion, keys.other),
    next: stillOpen,
  },
  {
    name: 'refresh',
    path: TOKEN,
    worst: ['reply on its way'],
    begin: async ({ companion, service }) => {
      // The access token is past its time, the session is not.
      service.later(0.1);
      await companion.page.evaluate(() => void window.companion.session.refresh());
    },
    next: stillOpen,
  },
  {
    name: 'logout, forced by the service',
    path: '/v1/me',
    worst: ['reply there'],
    begin: async ({ companion, service }) => {
      service.disableUsers();
      await companion.page.evaluate(() => void window.companion.session.refresh());
    },
    next: async ({ companion, service, keys }) => {
      await ends(companion, /^signed-out$/);
      const { session } = await snapshotOf(companion.page);
      const maskedId: unknown = expect.stringContaining(keys.open.slice(-4));
      expect(session).toMatchObject({ reason: 'user-disabled', keptProfile: { maskedId } });
      service.enableUsers();
      return [keys.open, keys.other];
    },
  },
  {
    name: 'deletion',
    path: '/v1/me',
    worst: ['reply on its way'],
    begin: ({ companion: { page } }) =>
      page.evaluate(() => void window.companion.session.deleteProfile({ confirmation: 'DELETE' })),
    next: async (killed) => {
      const { companion, service, keys } = killed;
      if (service.users() === 2) return stillOpen(killed);
      // Deleted there, and perhaps not yet here: the first request tells.
      await ends(companion, /^signed-out$/);
      return [keys.other];
    },
  },
  {
    name: 'removal',
    path: REVOKE,
    worst: ['request on its way'],
    begin: ({ companion: { page } }) => remove(page),
    // The session is revoked once the removal is on disk.
    next: async ({ companion, keys }) => {
      await ends(companion, /^signed-out$/);
      return [keys.other];
    },
  },
];

const kill = async ({ proxy }: RemoteService, path: string, moment: Moment) => {
  if (moment === 'request on its way') proxy.set({ type: 'hang' }, path);
  if (moment === 'reply on its way') proxy.set({ type: 'held-reply' }, path);
  return proxy.next(path);
};

/** Set by `npm run verify`: how often each flow is killed at every moment. */
const times = Number(process.env['MIMI_E2E_KILLS'] ?? '0');

for (const flow of FLOWS) {
  const moments = times === 0 ? flow.worst : Array.from({ length: times }, () => MOMENTS).flat();
  moments.forEach((moment, index) => {
    test(`killed during ${flow.name}, ${moment}${times > 1 ? ` (${index})` : ''}: no key is lost or changed, no user made twice`, async ({
      launch,
      home,
    }) => {
      const service = await startRemoteService(home);
      const first = await launch({ env: service.env });
      await onScreen(first.page, 'welcome');
      const keys = await (flow.prepare ?? oneOpenOneKept)(first, service);
      const users = service.users();
      const met = kill(service, flow.path, moment);
      await flow.begin({ companion: first, service, keys });
      await met;
      await first.kill9();
      service.proxy.set({ type: 'none' });

      const companion = await launch({ env: service.env });
      const expected = await flow.next({ companion, service, keys });
      expect((await keysHere(companion)).sort()).toEqual([...expected].sort());
      const made = flow.name === 'creation' ? 1 : 0;
      const deleted = keys.other !== '' && expected.length < 2 && flow.name === 'deletion' ? 1 : 0;
      expect(service.users()).toBe(users + made - deleted);
      await service.close();
    });
  });
}
