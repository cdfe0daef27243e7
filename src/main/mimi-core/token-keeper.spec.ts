import { describe, expect, it } from 'vitest';
import { sampleId } from '../../hearing/spec-support/sample-test';
import { MimiAuthRoute } from './mimi-auth-route';
import { codeOf, createSessionBench, ID_A, ID_B } from './spec-support/session-bench';

type Bench = ReturnType<typeof createSessionBench>;
type Started = Awaited<ReturnType<Bench['start']>>;
const refreshes = (bench: Bench): number =>
  bench.service.requests.filter((route) => route === 'POST /oauth/token').length;
const onToken = (bench: Bench, fault: ReturnType<NonNullable<Bench['service']['fault']>>): void => {
  bench.service.fault = (route) => (route === 'POST /oauth/token' ? fault : null);
};

describe('access tokens', () => {
  it('B16, B30: many callers, one refresh, and the new pair is on disk before they go on', async () => {
    const bench = createSessionBench();
    const { tests } = await bench.startAs(ID_A);
    await bench.clock.advance(900_000);
    const before = bench.disk().current?.tokens?.refreshToken;
    const original = bench.service.fetch;
    bench.service.fetch = (request) => {
      if (request.url.endsWith('/profile')) {
        expect(bench.disk().current?.tokens?.refreshToken).not.toBe(before);
      }
      return original(request);
    };
    await bench.clock.until(Promise.all([1, 2, 3, 4, 5].map(() => tests.loadProfile())));
    expect(refreshes(bench)).toBe(1);
    expect(bench.rows).toEqual(['29']);
  });

  it('B11: renews within the margin and not before', async () => {
    const bench = createSessionBench();
    const { tests } = await bench.startAs(ID_A);
    await bench.clock.advance(800_000);
    await bench.clock.until(tests.loadProfile());
    expect(refreshes(bench)).toBe(0);
    await bench.clock.advance(20_000);
    await bench.clock.until(tests.loadProfile());
    expect(refreshes(bench)).toBe(1);
  });

  it.each([30 * 86_400_000, -30 * 86_400_000])(
    'a wall clock set by %i ms neither renews in a loop nor logs out',
    async (skew) => {
      const bench = createSessionBench();
      await bench.startAs(ID_A);
      bench.kill();
      bench.clock.setWallClock(skew);
      const { tests, seen } = await bench.start();
      for (let call = 0; call < 20; call += 1) await bench.clock.until(tests.loadProfile());
      expect(refreshes(bench)).toBeLessThanOrEqual(1);
      expect(seen.at(-1)).toBe('a Done');
    },
  );

  it('at most one renewal in 30 s, however short a token lives', async () => {
    const bench = createSessionBench();
    bench.service.accessLifeSeconds = 1;
    const { users, tests } = await bench.startAs(ID_A);
    for (let second = 0; second < 60; second += 1) {
      await bench.clock.advance(1_000);
      await bench.clock.until(codeOf(tests.loadProfile()));
    }
    expect(refreshes(bench)).toBeLessThanOrEqual(2);
    expect(users.mimiUser.state.value?.anonymousId).toBe(ID_A);
  });

  it('a 401 renews once and repeats the call once', async () => {
    const bench = createSessionBench();
    const { users, tests } = await bench.startAs(ID_A);
    bench.service.expireAccess();
    expect(await bench.clock.until(tests.loadProfile())).toBeNull();
    expect(bench.service.requests).toEqual([
      'GET /v1/me/profile',
      'POST /oauth/token',
      'GET /v1/me/profile',
    ]);
    bench.service.fault = (route) =>
      route === 'GET /v1/me/profile' ? { status: 401, code: 'invalid_token' } : null;
    bench.service.requests.length = 0;
    expect(await bench.clock.until(codeOf(tests.loadProfile()))).toBe('service/bad-response');
    expect(bench.service.requests).toHaveLength(1);
    expect(users.mimiUser.state.value?.anonymousId).toBe(ID_A);
  });

  it('many calls refused at the same time renew once', async () => {
    const bench = createSessionBench();
    const { users, tests } = await bench.startAs(ID_A);
    bench.service.expireAccess();
    const calls = [tests.loadProfile(), users.exportUser(), tests.loadProfile()].map(codeOf);
    await bench.clock.until(Promise.all(calls));
    expect(refreshes(bench)).toBe(1);
  });

  it.each([
    'offline' as const,
    'hang' as const,
    'html' as const,
    { status: 500 },
    { status: 503, code: 'profile_data_unreadable' },
    { status: 429, code: 'rate_limited', retryAfter: '5' },
    { status: 401, code: 'invalid_client' },
    { status: 403, code: 'no such code' },
  ])('B19, B29, row 30: %j never logs anybody out', async (fault) => {
    const bench = createSessionBench();
    const { tests, seen } = await bench.startAs(ID_A);
    await bench.clock.advance(900_000);
    onToken(bench, fault);
    expect(await bench.clock.until(codeOf(tests.loadProfile()))).toMatch(/^service\//);
    expect(seen).toEqual([]);
    expect(bench.rows).toEqual(['30']);
    expect(bench.disk().current).toMatchObject({ anonymousId: ID_A, signedOut: null });
    bench.service.fault = null;
    await bench.clock.advance(30_000);
    expect(await bench.clock.until(tests.loadProfile())).toBeNull();
  });

  it('B18: 50 calls one after the other in an outage make one attempt to renew', async () => {
    const bench = createSessionBench();
    const { users, tests } = await bench.startAs(ID_A);
    await bench.clock.advance(900_000);
    onToken(bench, { status: 400, code: 'invalid_request' });
    for (let call = 0; call < 50; call += 1) await bench.clock.until(codeOf(tests.loadProfile()));
    expect(refreshes(bench)).toBe(1);
    bench.service.fault = null;
    await bench.clock.until(users.refreshUser());
    expect(await bench.clock.until(tests.loadProfile())).toBeNull();
  });

  it.each<[string, (started: Started) => Promise<unknown>]>([
    ['reading the user', ({ users }) => users.refreshUser()],
    ['exporting', ({ users }) => users.exportUser()],
    ['giving the year', ({ users }) => users.submitYearOfBirth(1970)],
    ['opening the history', ({ tests }) => tests.history({ before: null })],
    ['opening a test', ({ tests }) => tests.load(sampleId(1))],
    ['deleting', ({ users }) => users.deleteUser()],
  ])('%s again after a renewal that failed renews again, also after a 401', async (_, ask) => {
    const bench = createSessionBench();
    const started = await bench.startAs(ID_A);
    const { tests } = started;
    bench.service.expireAccess();
    onToken(bench, { status: 400, code: 'invalid_request' });
    expect(await bench.clock.until(codeOf(tests.loadProfile()))).toBe('service/invalid-request');
    bench.service.fault = null;
    // What nobody asked for takes that failure for its own; a person's own try does not.
    expect(await bench.clock.until(codeOf(tests.loadProfile()))).toBe('service/invalid-request');
    expect(refreshes(bench)).toBe(1);
    await bench.clock.until(ask(started));
    expect(refreshes(bench)).toBeGreaterThan(1);
  });

  it('B26: a refresh whose reply was lost ends in a silent login, not in a logout', async () => {
    const bench = createSessionBench();
    const { tests, seen } = await bench.startAs(ID_A);
    await bench.clock.advance(900_000);
    let lost = 0;
    bench.service.fault = (_, body) =>
      body.includes('refresh_token') && (lost += 1) === 1 ? 'lost' : null;
    expect(await bench.clock.until(tests.loadProfile())).toBeNull();
    expect(bench.rows).toEqual(['31', '31b']);
    expect(seen).toEqual([]);
  });

  it.each(['deleted', 'disabled', 'unknown'] as const)(
    'row 32: a silent login refused as %s ends the session once, with its reason; the id stays',
    async (status) => {
      const bench = createSessionBench();
      const { users, tests, seen, core } = await bench.startAs(ID_A);
      const user = bench.service.users.get(ID_A);
      if (status === 'unknown') bench.service.users.delete(ID_A);
      else if (user) user.status = status;
      bench.service.forgetSessions();
      const calls = [tests.loadProfile(), users.exportUser(), tests.loadProfile()].map(codeOf);
      const codes = await bench.clock.until(Promise.all(calls));
      expect(new Set(codes)).toEqual(new Set(['session/forcibly-logged-out']));
      expect(seen).toEqual(['- Failure(session/forcibly-logged-out)']);
      expect(core.inspect().state).toBe('ForcedOut');
      expect(bench.disk().current).toMatchObject({
        anonymousId: ID_A,
        tokens: null,
        signedOut: `user-${status}`,
      });
    },
  );

  it.each([
    ['logged out', (users: Users) => users.logout(), null],
    ['switched', (users: Users) => users.authenticate(MimiAuthRoute.LoginAnonymously(ID_B)), ID_B],
    ['deleted', (users: Users) => users.removeFromComputer(), null],
  ])(
    'B17, row 33: a refresh that ends after A %s is discarded and revoked',
    async (_, act, left) => {
      const bench = createSessionBench();
      bench.service.addUser(ID_B);
      const { users, tests } = await bench.startAs(ID_A);
      await bench.clock.advance(900_000);
      const original = bench.service.fetch;
      let stray: string | undefined;
      bench.service.fetch = async (request) => {
        const body = await request.clone().text();
        const reply = await original(request);
        if (body.includes('grant_type=refresh_token')) {
          stray = ((await reply.clone().json()) as { refresh_token: string }).refresh_token;
          await act(users);
        }
        return reply;
      };
      expect(await bench.clock.until(codeOf(tests.loadProfile()))).toBe('session/superseded');
      await bench.clock.settle();
      expect(users.mimiUser.state.value?.anonymousId ?? null).toBe(left);
      expect(bench.service.revoked).toContain(stray);
      expect(JSON.stringify(bench.disk())).not.toContain(stray);
    },
  );

  it.each([403, 404, 410])('a bare %i, of whoever it is, ends no session', async (status) => {
    const bench = createSessionBench();
    const { users, tests } = await bench.startAs(ID_A);
    const original = bench.service.fetch;
    bench.service.fetch = (request) =>
      request.url.endsWith('/profile')
        ? Promise.resolve(new Response('<html>Gone</html>', { status }))
        : original(request);
    expect(await bench.clock.until(codeOf(tests.loadProfile()))).toBe('service/misconfigured');
    expect(users.mimiUser.state.value?.anonymousId).toBe(ID_A);
  });

  it('a refusal met only when the call is repeated ends the session too', async () => {
    const bench = createSessionBench();
    const { tests, seen } = await bench.startAs(ID_A);
    bench.service.expireAccess();
    let asked = 0;
    bench.service.fault = (route) =>
      route === 'GET /v1/me/profile' && (asked += 1) === 2
        ? { status: 403, code: 'user_disabled' }
        : null;
    const code = await bench.clock.until(codeOf(tests.loadProfile()));
    expect(code).toBe('session/forcibly-logged-out');
    expect(seen).toEqual(['- Failure(session/forcibly-logged-out)']);
  });

  it('many calls refused at the same time end the session once', async () => {
    const bench = createSessionBench();
    const { users, tests, seen } = await bench.startAs(ID_A);
    const user = bench.service.users.get(ID_A);
    if (user) user.status = 'disabled';
    const calls = [tests.loadProfile(), users.exportUser(), tests.loadProfile()].map(codeOf);
    await bench.clock.until(Promise.all(calls));
    expect(seen).toEqual(['- Failure(session/forcibly-logged-out)']);
  });

  it('a new pair that cannot be written is not used', async () => {
    const bench = createSessionBench();
    const { users, tests } = await bench.startAs(ID_A);
    await bench.clock.advance(900_000);
    bench.records.failWrites(1);
    expect(await bench.clock.until(codeOf(tests.loadProfile()))).toBe('secrets/write-failed');
    expect(users.mimiUser.state.value?.anonymousId).toBe(ID_A);
    await bench.clock.advance(30_000);
    expect(await bench.clock.until(tests.loadProfile())).toBeNull();
  });
});

type Users = Awaited<ReturnType<Bench['start']>>['users'];
