import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openPostgres } from '../storage/postgres';
import { logIn, newUser, tempFolder } from '../testing/harness';
import { startPostgres, type Postgres } from '../testing/postgres';
import type { AccountPage } from './accounts';
import { AS_ADMIN, startTestSandbox, type TestSandbox } from './spec-support/sandbox';

describe('two sandboxes on one PostgreSQL', () => {
  let postgres: Postgres;
  let one: TestSandbox;
  let two: TestSandbox;

  const open = async (url: string): Promise<TestSandbox> => {
    const opened = await openPostgres({ url, clock: Date, randomBytes });
    return startTestSandbox({ opened: opened!, folder: tempFolder() });
  };

  beforeAll(async () => {
    postgres = await startPostgres();
    const url = await postgres.newDatabase();
    // At the same time: both make the tables.
    [one, two] = await Promise.all([open(url), open(url)]);
  }, 60_000);
  afterAll(async () => {
    await one.stop();
    await two.stop();
    await postgres.stop();
  });

  const reasonOf = async (sandbox: TestSandbox, id: string) =>
    ((await (await logIn(sandbox, id)).json()) as { reason?: string }).reason;

  it('share accounts, seeds and snapshots', async () => {
    const { id, as, user } = await newUser(one);
    await one.admin('PUT', '/snapshots/shared');
    await two.send('/v1/me', { method: 'DELETE', headers: as });
    const seed = { seed: 'pg', count: 30, testsPerAccount: 1 };
    await Promise.all([one.admin('POST', '/seed', seed), two.admin('POST', '/seed', seed)]);
    const page = (await (await two.admin('GET', '/accounts?limit=200')).json()) as AccountPage;
    expect(page.accounts).toHaveLength(30);
    const found = await one.admin('POST', '/accounts/search', { product: 'see', limit: 1 });
    expect(await found.json()).toMatchObject({ accounts: [{ hearingTests: 1 }] });
    expect((await two.admin('POST', '/snapshots/shared/restore')).status).toBe(200);
    expect(await reasonOf(one, id)).toBeUndefined();
    const read = await one.admin('GET', `/accounts/${user.userId}`);
    expect(await read.json()).toMatchObject({ userId: user.userId, hearingTests: 0 });
  });

  it('start at once on an empty database, four of them too', async () => {
    const url = await postgres.newDatabase();
    const sandboxes = await Promise.all([1, 2, 3, 4].map(() => open(url)));
    const { id } = await newUser(sandboxes[0]!);
    for (const each of sandboxes) expect(await reasonOf(each, id)).toBeUndefined();
    for (const each of sandboxes) await each.stop();
  });

  it('give what concerns all accounts as long as it needs', async () => {
    const url = await postgres.newDatabase();
    // As with many more accounts: longer than a statement has.
    const sandbox = await open(`${url}?statement_timeout=250`);
    const operator = new pg.Client({ connectionString: url });
    await operator.connect();
    await sandbox.admin('POST', '/seed', { seed: 'slow', count: 10 });
    await operator.query(`CREATE FUNCTION sleep() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN PERFORM pg_sleep(0.5); RETURN NULL; END $$;
      CREATE TRIGGER slowly AFTER INSERT ON users FOR EACH STATEMENT EXECUTE FUNCTION sleep();
      CREATE TRIGGER slower AFTER DELETE ON users FOR EACH STATEMENT EXECUTE FUNCTION sleep()`);
    await operator.end();
    expect((await sandbox.admin('PUT', '/snapshots/ten')).status).toBe(200);
    const restored = await sandbox.admin('POST', '/snapshots/ten/restore');
    expect([restored.status, await restored.json()]).toMatchObject([200, { accounts: 10 }]);
    const page = (await (await sandbox.admin('GET', '/accounts')).json()) as AccountPage;
    expect(page.accounts).toHaveLength(10);
    // Anything else still has to end in time.
    expect((await sandbox.admin('POST', '/seed', { seed: 'more', count: 1 })).status).toBe(500);
    await sandbox.stop();
  });

  it('do not compile what they ask', async () => {
    const opened = await openPostgres({
      url: await postgres.newDatabase(),
      clock: Date,
      randomBytes,
    });
    const { rows } = await sql`SHOW jit`.execute(opened!.store.db);
    await opened?.close();
    expect(rows).toEqual([{ jit: 'off' }]);
  });

  it('share the clock at once, and each advance counts', async () => {
    const ms = 1_000;
    await Promise.all([one, two, one, two].map((at) => at.admin('POST', '/clock/advance', { ms })));
    expect(await (await two.admin('GET', '/clock')).json()).toMatchObject({ offsetMs: 4_000 });
    await one.admin('PUT', '/clock', { now: 5_000_000 });
    const { user } = await newUser(two);
    expect(user.createdAt).toBeGreaterThanOrEqual(5_000_000);
    expect(user.createdAt).toBeLessThan(5_060_000);
    await two.admin('DELETE', '/clock');
  });

  it('share the pepper that an import brings', async () => {
    const from = await startTestSandbox();
    const { id } = await newUser(from);
    const passphrase = { ...AS_ADMIN, 'x-set-passphrase': 'a long passphrase' };
    const set = await (await from.send('/emulator/v1/export', { headers: passphrase })).text();
    await from.stop();
    const gone = await newUser(two);
    const imported = await one.send('/emulator/v1/import?mode=replace', {
      method: 'POST',
      headers: passphrase,
      body: set,
    });
    expect(imported.status).toBe(200);
    expect(await reasonOf(two, id)).toBeUndefined();
    expect(await reasonOf(two, gone.id)).toBe('unknown');
    expect((await two.send('/v1/me', { headers: gone.as })).status).toBe(401);
  });

  it('export whole what they hold, page after page', async () => {
    await one.admin('DELETE', '/accounts');
    await one.admin('POST', '/seed', { seed: 'set', count: 250, testsPerAccount: 2 });
    const newest = await newUser(two);
    await two.send('/v1/me', { method: 'DELETE', headers: newest.as });
    const set = await (await two.send('/emulator/v1/export', { headers: AS_ADMIN })).text();
    const imported = await one.send('/emulator/v1/import?mode=replace', {
      method: 'POST',
      headers: AS_ADMIN,
      body: set,
    });
    const counts = { users: 250, tests: 500, deletedTests: 0, deletedUsers: 1 };
    expect(await imported.json()).toEqual(counts);
  });

  it('make nobody whom a pepper that comes in meanwhile hides', async () => {
    const from = await startTestSandbox();
    await from.admin('POST', '/seed', { seed: 'race', count: 2_000, testsPerAccount: 1 });
    const passphrase = { ...AS_ADMIN, 'x-set-passphrase': 'a long passphrase' };
    const set = await (await from.send('/emulator/v1/export', { headers: passphrase })).text();
    await from.stop();
    const made: { userId: string; anonymousId: string }[] = [];
    const done = new AbortController();
    const make = async (): Promise<void> => {
      while (!done.signal.aborted) {
        const reply = await two.admin('POST', '/accounts', { product: 'p' });
        if (reply.status === 201) made.push((await reply.json()) as (typeof made)[number]);
      }
    };
    const making = Promise.all(Array.from({ length: 16 }, make));
    const request = { method: 'POST', headers: passphrase, body: set };
    const imported = await one.send('/emulator/v1/import?mode=replace', request);
    done.abort();
    await making;
    expect(imported.status).toBe(200);
    for (const { userId, anonymousId } of made) {
      if ((await two.admin('GET', `/accounts/${userId}`)).status === 404) continue;
      expect(await reasonOf(two, anonymousId)).toBeUndefined();
    }
  }, 30_000);

  it('keep faults and recorded requests to themselves', async () => {
    const fault = { kind: 'server-error', call: 'all', once: false, share: 100 };
    await one.admin('POST', '/faults', fault);
    expect((await one.send('/v1/me')).status).toBe(500);
    expect((await two.send('/v1/me')).status).toBe(401);
    const recorded = async (at: TestSandbox) =>
      (await at.admin('GET', '/requests?status=500')).text();
    expect(await recorded(one)).toContain('server-error');
    expect(await recorded(two)).toBe('{"requests":[]}');
    await one.admin('DELETE', '/faults');
  });

  it('restore among logins on the other: an answer or an error, never half', async () => {
    await one.admin('DELETE', '/accounts');
    const { id } = await newUser(one);
    await one.admin('PUT', '/snapshots/with');
    const done = new AbortController();
    const seen = new Set<string>();
    const watching = (async () => {
      while (!done.signal.aborted) seen.add((await reasonOf(two, id)) ?? 'known');
    })();
    for (let n = 0; n < 5; n += 1) {
      expect((await one.admin('POST', '/snapshots/with/restore')).status).toBe(200);
    }
    done.abort();
    await watching;
    expect([...seen]).toEqual(['known']);
  });
});
