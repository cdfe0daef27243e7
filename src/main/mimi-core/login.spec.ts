import { describe, expect, it } from 'vitest';
import { isDifferentUserLoggedIn } from './login';
import { MimiAuthManager } from './mimi-auth-manager';
import { MimiAuthRoute } from './mimi-auth-route';
import { codeOf, createSessionBench, ID_A, ID_B, ID_C } from './spec-support/session-bench';

const login = (id: string) => MimiAuthRoute.LoginAnonymously(id);

describe('MimiAuthManager, as in the guide', () => {
  it('isDifferentUserLoggedIn is inverted in the guide: with A logged in, B is a different user', async () => {
    const bench = createSessionBench();
    bench.service.addUser(ID_B);
    const { users, core } = await bench.startAs(ID_A);
    const user = users.mimiUser.state.value;
    expect(isDifferentUserLoggedIn(user, ID_B)).toBe(true);
    expect(isDifferentUserLoggedIn(user, ID_A)).toBe(false);
    expect(isDifferentUserLoggedIn(null, ID_B)).toBe(false);
    const result = bench.clock.until(new MimiAuthManager(core).authenticateAnonymousUser(ID_B));
    expect(await result).toEqual({ type: 'Success', anonymousId: ID_B });
    await bench.clock.settle();
    // What the guide's guard would have skipped: A's session is ended.
    expect(bench.service.revoked).toEqual(new Set(['refresh-secret-1']));
  });

  it.each([null, undefined, '', '   ', '\n\t'])('row 17: %j is Skipped', async (id) => {
    const bench = createSessionBench();
    const { core, seen } = await bench.startAs(ID_A);
    const result = await new MimiAuthManager(core).authenticateAnonymousUser(id);
    expect(result).toEqual({ type: 'Skipped' });
    expect([bench.rows, seen, bench.service.requests]).toEqual([['17'], [], []]);
  });

  it.each([
    ID_B.toUpperCase(),
    ` ${ID_B}`,
    'x',
    ID_B.slice(1),
    'bbbbbbbb-bbbb-1bbb-8bbb-bbbbbbbbbbbb',
  ])('row 18: %j is a Failure before any network', async (id) => {
    const bench = createSessionBench();
    const { core, users, seen } = await bench.startAs(ID_A);
    const result = await new MimiAuthManager(core).authenticateAnonymousUser(id);
    expect(result).toMatchObject({
      type: 'Failure',
      exception: { code: 'session/invalid-id-format' },
    });
    expect(await codeOf(users.authenticate(login(id)))).toBe('session/invalid-id-format');
    expect([bench.rows, seen, bench.service.requests]).toEqual([['18', '18'], [], []]);
  });

  it('row 16: without the flag every id is a Failure, and the flag is looked at first', async () => {
    const bench = createSessionBench({ flag: false });
    const { core, users } = await bench.start();
    const manager = new MimiAuthManager(core);
    for (const id of [null, '', 'x', ID_B]) {
      expect(await manager.authenticateAnonymousUser(id)).toMatchObject({
        type: 'Failure',
        exception: { code: 'session/anonymous-only-required' },
      });
    }
    expect(await codeOf(users.authenticate(login(ID_B)))).toBe('session/anonymous-only-required');
    expect(bench.rows.slice(2)).toEqual(['16', '16', '16', '16', '16']);
    expect(bench.service.requests).toEqual([]);
  });

  it('row 19, B32: the id already logged in is Success without network', async () => {
    const bench = createSessionBench();
    const { core, seen } = await bench.startAs(ID_A);
    const result = await new MimiAuthManager(core).authenticateAnonymousUser(ID_A);
    expect(result).toEqual({ type: 'Success', anonymousId: ID_A });
    expect([bench.rows, seen, bench.service.requests]).toEqual([['19'], [], []]);
  });

  it('a caller who withdraws gets Cancelled, never Failure', async () => {
    const bench = createSessionBench();
    const { core, seen } = await bench.startAs(ID_A);
    bench.service.fault = () => 'hang';
    const controller = new AbortController();
    const { signal } = controller;
    const result = new MimiAuthManager(core).authenticateAnonymousUser(ID_B, { signal });
    await bench.clock.settle();
    controller.abort();
    expect(await result).toEqual({ type: 'Cancelled' });
    await bench.clock.settle();
    expect(seen).toEqual(['a InProgress', 'a Done']);
    expect(bench.rows).toEqual(["21'", "25'c"]);
  });
});

describe('logging in by id: prove, then switch', () => {
  it("21', 22', B34: one durable step from A to B, one publication, A kept and its session revoked", async () => {
    const bench = createSessionBench();
    bench.service.addUser(ID_B, 1975);
    const { users, seen } = await bench.startAs(ID_A);
    bench.records.writes.length = 0;
    const user = await bench.clock.until(users.authenticate(login(ID_B)));
    const [step] = bench.records.writes;
    expect(step?.current).toMatchObject({ anonymousId: ID_B, yearOfBirth: 1975, signedOut: null });
    expect(step?.kept).toMatchObject([{ anonymousId: ID_A, userId: 'user-2' }]);
    expect(step?.outbox).toMatchObject([{ type: 'revoke', userId: 'user-2' }]);
    await bench.clock.settle();
    expect(user.anonymousId).toBe(ID_B);
    expect(seen).toEqual(['a InProgress', 'b Done']);
    expect(bench.rows).toEqual(["21'", "22'"]);
    expect(bench.disk().outbox).toEqual([]);
  });

  it.each(['withdrawn', 'timed out'])(
    'a login that is %s revokes the session it still gets',
    async (how) => {
      const bench = createSessionBench();
      bench.service.addUser(ID_B);
      const { users, seen } = await bench.startAs(ID_A);
      let release: () => void = () => undefined;
      const held = new Promise<void>((resolve) => (release = resolve));
      const original = bench.service.fetch;
      bench.service.fetch = async (request) => {
        const reply = await original(request);
        if (request.url.endsWith('/oauth/token')) await held;
        return reply;
      };
      const controller = new AbortController();
      const call = codeOf(users.authenticate(login(ID_B), { signal: controller.signal }));
      await bench.clock.settle();
      if (how === 'withdrawn') controller.abort();
      const code = how === 'withdrawn' ? 'session/cancelled' : 'service/timeout';
      expect(await bench.clock.until(call)).toBe(code);
      expect(seen).toEqual(['a InProgress', 'a Done']);
      release();
      await bench.clock.settle();
      expect(bench.service.revoked).toEqual(new Set(['refresh-secret-2']));
      expect(users.mimiUser.state.value?.anonymousId).toBe(ID_A);
    },
  );

  it('kept ids are unique; logging one in takes it out of kept', async () => {
    const bench = createSessionBench();
    bench.service.addUser(ID_B);
    const { users } = await bench.startAs(ID_A);
    for (const id of [ID_B, ID_A, ID_B, ID_A])
      await bench.clock.until(users.authenticate(login(id)));
    expect(bench.disk().current?.anonymousId).toBe(ID_A);
    expect(bench.disk().kept.map((k) => k.anonymousId)).toEqual([ID_B]);
  });

  it.each([
    ['wrong-id' as const, 'session/invariant-violation', "23'"],
    [{ status: 410, code: 'user_deleted' }, 'session/user-deleted', "24'"],
    ['unknown' as const, 'session/unknown-id', "24'"],
    ['offline' as const, 'service/offline', "25'"],
    ['hang' as const, 'service/timeout', "25'"],
    ['lost' as const, 'service/offline', "25'"],
    ['html' as const, 'service/bad-response', "25'"],
    [{ status: 500 }, 'service/unavailable', "25'"],
    [{ status: 429, code: 'rate_limited', retryAfter: '20' }, 'service/rate-limited', "25'"],
    [{ status: 401, code: 'invalid_client' }, 'service/misconfigured', "24'"],
  ])('%j: %s, nothing of A changes', async (fault, code, row) => {
    const bench = createSessionBench();
    if (fault !== 'unknown') bench.service.addUser(ID_B);
    const { users, seen } = await bench.startAs(ID_A);
    const before = bench.disk();
    bench.service.fault = (route) =>
      route === 'POST /oauth/token' && fault !== 'unknown' ? fault : null;
    expect(await bench.clock.until(codeOf(users.authenticate(login(ID_B))))).toBe(code);
    await bench.clock.settle();
    expect(seen).toEqual(['a InProgress', 'a Done']);
    expect(bench.rows).toEqual(["21'", row]);
    expect(bench.disk()).toEqual(before);
    if (fault === 'wrong-id') expect(bench.service.revoked.size).toBe(1);
  });

  it.each([
    ['wrong-id' as const, "23'"],
    [{ status: 400, code: 'user_deleted' }, "24'"],
    ['offline' as const, "25'"],
  ])(
    'with nobody logged in, %j ends in row %s and observers see the failure',
    async (fault, row) => {
      const bench = createSessionBench();
      bench.service.addUser(ID_B);
      const { users, seen } = await bench.start();
      bench.service.fault = (route) => (route === 'POST /oauth/token' ? fault : null);
      const code = await bench.clock.until(codeOf(users.authenticate(login(ID_B))));
      await bench.clock.settle();
      expect(bench.rows).toEqual(['1', '4', '20', row]);
      expect(seen.at(-1)).toBe(`- Failure(${String(code)})`);
      bench.service.fault = null;
      await bench.clock.until(users.authenticate(login(ID_B)));
      expect(bench.rows.at(-1)).toBe("22'");
    },
  );

  it('login never creates: an unknown id is refused and no user is made', async () => {
    const bench = createSessionBench();
    const { users } = await bench.start();
    expect(await bench.clock.until(codeOf(users.authenticate(login(ID_C))))).toBe(
      'session/unknown-id',
    );
    expect(bench.service.users.size).toBe(0);
    expect(bench.disk().current).toBeNull();
  });

  it('a disk that fails at the switch keeps A', async () => {
    const bench = createSessionBench();
    bench.service.addUser(ID_B);
    const { users, seen } = await bench.startAs(ID_A);
    bench.records.failWrites(1);
    expect(await bench.clock.until(codeOf(users.authenticate(login(ID_B))))).toBe(
      'secrets/write-failed',
    );
    await bench.clock.settle();
    expect(seen).toEqual(['a InProgress', 'a Done']);
    expect(bench.disk().current?.anonymousId).toBe(ID_A);
    // B's tokens went to the revoke queue and out of it.
    expect(bench.service.revoked.size).toBe(1);
  });

  it("8': a person's proven id leads out of a store that cannot be read, which is set aside", async () => {
    const bench = createSessionBench();
    bench.service.addUser(ID_B);
    bench.records.blockReading('unreadable');
    const { users, core } = await bench.start();
    bench.service.fault = () => 'offline';
    await bench.clock.until(codeOf(users.authenticate(login(ID_B))));
    expect([core.inspect().state, bench.records.setAsides]).toEqual(['Blocked', 0]);
    bench.service.fault = null;
    await bench.clock.until(users.authenticate(login(ID_B)));
    expect(bench.records.setAsides).toBe(1);
    expect(bench.disk().current?.anonymousId).toBe(ID_B);
    expect(bench.rows.slice(2)).toEqual(["8'b", "25'", "8'b", "22'"]);
  });

  it.each(['locked', 'newer-version'] as const)(
    'a store that is %s refuses logins',
    async (status) => {
      const bench = createSessionBench();
      bench.records.blockReading(status);
      const { users } = await bench.start();
      expect(await codeOf(users.authenticate(login(ID_B)))).toBe('session/storage-blocked');
      expect(bench.rows.at(-1)).toBe('9b');
    },
  );

  it('row 26: a second login waits for the first; both commit in order', async () => {
    const bench = createSessionBench();
    bench.service.addUser(ID_B);
    bench.service.addUser(ID_C);
    const { users, seen } = await bench.startAs(ID_A);
    await bench.clock.until(
      Promise.all([users.authenticate(login(ID_B)), users.authenticate(login(ID_C))]),
    );
    await bench.clock.settle();
    expect(seen).toEqual(['a InProgress', 'b Done', 'b InProgress', 'c Done']);
    expect(bench.rows).toContain('26');
  });
});
