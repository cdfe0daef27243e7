import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AnonymousId } from '../../../contract/anonymous-id';
import { createBackend } from '../../../backend/create-backend';
import { servePartner } from '../../../partner-service/serve-partner';
import { MimiAuthRoute } from '../../mimi-core/mimi-auth-route';
import { createMimiCore } from '../../mimi-core/mimi-core';
import { createMemoryRecords } from '../../mimi-core/spec-support/memory-records';
import { createOwnPeerCheck, readSocketTable } from '../own-peer';
import { createPartner } from '../partner';
import { createFetchBrowser, type Act } from './fetch-browser';

const client = { clientId: 'client', clientSecret: 'secret' };
const SERVICE = 'https://service.example#client';
const BASE = 'https://service.example';

/** A real partner on loopback, a real service in this process, and products that use both. */
export const createPartnerBench = async () => {
  const folder = mkdtempSync(join(tmpdir(), 'partner-'));
  let ahead = 0;
  const clock = {
    now: () => Date.now() + ahead,
    monotonic: () => performance.now(),
    after: (ms: number, callback: () => void) => {
      const timer = setTimeout(callback, ms);
      return () => clearTimeout(timer);
    },
  };
  const backend = await createBackend({
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
  const log: string[] = [];
  const partner = await servePartner({ port: 0, log: (line) => log.push(line) });
  const config = {
    name: 'Example Sound',
    issuer: partner.issuer,
    clientId: partner.clientId,
    associationUrl: partner.associationUrl,
  };
  const ends: (() => Promise<void>)[] = [];

  /** Starts a product on its own disk; `network` may fail what goes to the partner. */
  const start = async (
    records = createMemoryRecords(),
    network: (request: Request) => Promise<Response> = fetch,
  ) => {
    let isTestRunning = false;
    let followed = 0;
    const core = createMimiCore({
      ...client,
      configuration: { allowAnonymousUserOnly: true },
      service: { id: SERVICE, baseUrl: BASE, fetch: (request) => backend.fetch(request) },
      records,
      clock,
      random: Math.random,
      randomUUID,
      journal: () => undefined,
      product: 'test',
      associate: (entry, id) => side.associate(entry, id),
      dissociate: (entry) => side.dissociate(entry),
    });
    const side = createPartner({
      config,
      core,
      service: SERVICE,
      clock,
      fetch: network,
      profile: () => ({ status: 'none' }),
      isTestRunning: () => isTestRunning,
      isOwnPeer: createOwnPeerCheck({ uid: process.geteuid?.(), readTable: readSocketTable }),
      page: (accepted) => (accepted ? 'close this page' : 'not valid'),
      changed: () => undefined,
      followed: () => (followed += 1),
    });
    await core.ready;
    const dispose = async (): Promise<void> => {
      side.dispose();
      await core.dispose();
    };
    ends.push(dispose);
    const browser = createFetchBrowser();
    const users = core.userController;
    return {
      ...{ core, side, records, browser, users, dispose },
      testRuns: (runs: boolean) => (isTestRunning = runs),
      /** How often the person was told that another product had decided. */
      followed: () => followed,
      /** Signs in as a person does; answers how it ended. */
      signIn: (act: Act) => side.signIn(async (url) => void browser.signIn(url, act)),
      create: async (): Promise<AnonymousId> =>
        (await users.authenticate(MimiAuthRoute.Anonymously({ newProfile: true }))).anonymousId,
      current: (): AnonymousId | null => users.mimiUser.state.value?.anonymousId ?? null,
      status: () => side.view().status,
    };
  };

  return {
    ...{ start, partner, config, log, clock },
    /** Moves the app's clock away from the partner's. */
    shift: (ms: number) => (ahead = ms),
    /** What the account of that name has. */
    has: (name: string): AnonymousId | null =>
      partner.accounts.association(partner.accounts.pick(name))?.anonymousId ?? null,
    close: async (): Promise<void> => {
      for (const end of ends) await end();
      await partner.close();
      await backend.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
};

export type PartnerBench = Awaited<ReturnType<typeof createPartnerBench>>;
