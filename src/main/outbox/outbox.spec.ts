import { describe, expect, it } from 'vitest';
import { MimiAuthRoute } from '../mimi-core/mimi-auth-route';
import {
  codeOf,
  createSessionBench,
  ID_A,
  ID_B,
  SERVICE,
} from '../mimi-core/spec-support/session-bench';

type Bench = ReturnType<typeof createSessionBench>;
const login = (id: string) => MimiAuthRoute.LoginAnonymously(id);
const patches = (bench: Bench): number =>
  bench.service.requests.filter((route) => route === 'PATCH /v1/me').length;
const pendingYear = (users: Awaited<ReturnType<Bench['start']>>['users']): number | null => {
  const view = users.sessionView.state;
  return view.status === 'active' ? view.pendingYearOfBirth : null;
};

describe('the year of birth', () => {
  it('is on disk before it is sent, confirmed once, and published', async () => {
    const bench = createSessionBench();
    const { users, seen } = await bench.startAs(ID_A);
    bench.service.fault = () => {
      expect(bench.disk().outbox).toMatchObject([{ type: 'year-of-birth', yearOfBirth: 1970 }]);
      return null;
    };
    const user = await bench.clock.until(users.submitYearOfBirth(1970));
    expect(user.yearOfBirth).toBe(1970);
    expect(seen).toEqual(['a Done']);
    expect(bench.disk()).toMatchObject({ current: { yearOfBirth: 1970 }, outbox: [] });
    expect(patches(bench)).toBe(1);
  });

  it.each(['offline' as const, 'hang' as const, 'html' as const, 'lost' as const, { status: 500 }])(
    '%j: the caller hears of it, the entry stays and is sent later',
    async (fault) => {
      const bench = createSessionBench();
      const { users } = await bench.startAs(ID_A);
      bench.service.fault = () => fault;
      expect(await bench.clock.until(codeOf(users.submitYearOfBirth(1970)))).toMatch(/^service\//);
      expect(pendingYear(users)).toBe(1970);
      bench.service.fault = null;
      await bench.clock.advance(60_000);
      expect(users.mimiUser.state.value?.yearOfBirth).toBe(1970);
      expect(pendingYear(users)).toBeNull();
    },
  );

  it('waits as long as the service asks, then backs off with growing gaps', async () => {
    const bench = createSessionBench();
    bench.service.accessLifeSeconds = 86_400;
    const { users } = await bench.startAs(ID_A);
    bench.service.fault = () => ({ status: 429, code: 'rate_limited', retryAfter: '200' });
    await bench.clock.until(codeOf(users.submitYearOfBirth(1970)));
    const first = patches(bench);
    await bench.clock.advance(199_000);
    expect(patches(bench)).toBe(first);
    await bench.clock.advance(2_000);
    expect(patches(bench)).toBe(first + 1);
    bench.service.fault = () => 'offline';
    await bench.clock.advance(3_600_000);
    // At half of a bound of 300 s: about one attempt in 150 s, far from a storm.
    expect(patches(bench)).toBeLessThan(first + 40);
    expect(patches(bench)).toBeGreaterThan(first + 10);
  });

  it('a newer year replaces the older one', async () => {
    const bench = createSessionBench();
    const { users } = await bench.startAs(ID_A);
    bench.service.fault = () => 'offline';
    for (const year of [1970, 1971, 1972]) {
      await bench.clock.until(codeOf(users.submitYearOfBirth(year)));
    }
    expect(bench.disk().outbox).toMatchObject([{ yearOfBirth: 1972 }]);
    bench.service.fault = null;
    await bench.clock.advance(60_000);
    expect(bench.service.users.get(ID_A)?.yearOfBirth).toBe(1972);
  });

  it('B4: ten at once end with the last one', async () => {
    const bench = createSessionBench();
    const { users } = await bench.startAs(ID_A);
    const years = Array.from({ length: 10 }, (_, index) => 1960 + index);
    await bench.clock.until(Promise.all(years.map((y) => codeOf(users.submitYearOfBirth(y)))));
    await bench.clock.advance(60_000);
    expect(bench.service.users.get(ID_A)?.yearOfBirth).toBe(1969);
    expect(users.mimiUser.state.value?.yearOfBirth).toBe(1969);
    expect(bench.disk().outbox).toEqual([]);
  });

  it('is sent as its own user only, even after that user was away', async () => {
    const bench = createSessionBench();
    bench.service.addUser(ID_B);
    const { users } = await bench.startAs(ID_A);
    bench.service.fault = (route) => (route === 'PATCH /v1/me' ? 'offline' : null);
    await bench.clock.until(codeOf(users.submitYearOfBirth(1970)));
    await bench.clock.until(users.authenticate(login(ID_B)));
    bench.service.fault = null;
    await bench.clock.advance(600_000);
    expect(bench.service.users.get(ID_B)?.yearOfBirth).toBeNull();
    expect(bench.disk().outbox).toHaveLength(1);
    await bench.clock.until(users.authenticate(login(ID_A)));
    await bench.clock.advance(60_000);
    expect(bench.service.users.get(ID_A)?.yearOfBirth).toBe(1970);
    expect(bench.disk().outbox).toEqual([]);
  });

  it('refused definitively, it is dropped and the caller told', async () => {
    const bench = createSessionBench();
    const { users } = await bench.startAs(ID_A);
    bench.service.fault = () => ({ status: 400, code: 'invalid_request' });
    const call = codeOf(users.submitYearOfBirth(1900));
    expect(await bench.clock.until(call)).toBe('service/invalid-request');
    expect(bench.disk().outbox).toEqual([]);
    expect(bench.clock.pendingTimers()).toBe(0);
  });

  it('withdrawing leaves the entry to be sent', async () => {
    const bench = createSessionBench();
    const { users } = await bench.startAs(ID_A);
    bench.service.fault = () => 'hang';
    const controller = new AbortController();
    const call = codeOf(users.submitYearOfBirth(1970, { signal: controller.signal }));
    await bench.clock.settle();
    controller.abort();
    expect(await call).toBe('session/cancelled');
    bench.service.fault = null;
    await bench.clock.advance(60_000);
    expect(users.mimiUser.state.value?.yearOfBirth).toBe(1970);
  });
});

describe('the queue', () => {
  it('survives a kill: what was not confirmed is sent at the next start', async () => {
    const bench = createSessionBench();
    const { users } = await bench.startAs(ID_A);
    bench.service.fault = () => 'offline';
    await bench.clock.until(codeOf(users.submitYearOfBirth(1970)));
    await bench.clock.until(users.logout());
    bench.kill();
    bench.service.fault = null;
    await bench.start();
    expect(bench.service.revoked.size).toBe(1);
    expect(bench.disk().outbox.map((entry) => entry.type)).toEqual(['year-of-birth']);
  });

  it('a year does not wait behind a session that cannot be revoked', async () => {
    const bench = createSessionBench();
    bench.service.addUser(ID_B);
    const { users } = await bench.startAs(ID_A);
    bench.service.fault = (route) =>
      route === 'POST /oauth/revoke' ? { status: 404, code: 'not_found' } : null;
    await bench.clock.until(users.authenticate(login(ID_B)));
    await bench.clock.until(users.logout());
    const route = MimiAuthRoute.Anonymously({ newProfile: true, yearOfBirth: 1970 });
    await bench.clock.until(users.authenticate(route));
    await bench.clock.advance(10_000);
    expect(users.mimiUser.state.value?.yearOfBirth).toBe(1970);
    expect(bench.disk().outbox.map((entry) => entry.type)).toEqual(['revoke', 'revoke']);
  });

  it('sends nothing of another service', async () => {
    const tokens = { accessToken: 'x', refreshToken: 'stray', accessExpiresAt: 0 };
    const facts = { userId: 'u', anonymousId: ID_A, createdAt: 0, yearOfBirth: null };
    const current = { ...facts, service: 'embedded', tokens, signedOut: null };
    const initial = { current, kept: [], pending: null, outbox: [] };
    const bench = createSessionBench({ initial });
    bench.service.addUser(ID_B);
    const { users } = await bench.start();
    await bench.clock.until(users.authenticate(login(ID_B)));
    await bench.clock.advance(600_000);
    expect(bench.service.revoked.size).toBe(0);
    expect(bench.disk().outbox).toMatchObject([{ service: 'embedded', refreshToken: 'stray' }]);
    expect(bench.disk().current?.service).toBe(SERVICE);
  });

  it('a confirmation that cannot be written is sent again', async () => {
    const bench = createSessionBench();
    const { users } = await bench.startAs(ID_A);
    bench.service.fault = (route) => {
      if (route === 'PATCH /v1/me' && patches(bench) === 1) bench.records.failWrites(1);
      return null;
    };
    const call = codeOf(users.submitYearOfBirth(1970));
    expect(await bench.clock.until(call)).toBe('secrets/write-failed');
    await bench.clock.advance(60_000);
    expect(bench.disk()).toMatchObject({ current: { yearOfBirth: 1970 }, outbox: [] });
  });

  it('stops with the engine', async () => {
    const bench = createSessionBench();
    const { core, users } = await bench.startAs(ID_A);
    bench.service.fault = () => 'offline';
    await bench.clock.until(codeOf(users.submitYearOfBirth(1970)));
    await core.dispose();
    expect(bench.clock.pendingTimers()).toBe(0);
    expect(bench.disk().outbox).toHaveLength(1);
  });
});
