import { describe, expect, it } from 'vitest';
import { MimiAuthRoute } from './mimi-auth-route';
import { EMPTY_RECORDS } from './records';
import { codeOf, createSessionBench, ID_A, ID_B, SERVICE } from './spec-support/session-bench';

const NEW = MimiAuthRoute.Anonymously({ newProfile: true });
const GET = MimiAuthRoute.Anonymously();

const PENDING = {
  ...EMPTY_RECORDS,
  pending: { service: SERVICE, anonymousId: ID_A, yearOfBirth: 1960 },
};

const NEW_OF_1971 = MimiAuthRoute.Anonymously({ newProfile: true, yearOfBirth: 1971 });
const login = (id: string) => MimiAuthRoute.LoginAnonymously(id);

/** The first registration from now on is answered only once it is released. */
const holdRegistration = (bench: ReturnType<typeof createSessionBench>) => {
  const answer = bench.service.fetch;
  let release = (): void => undefined;
  const released = new Promise<void>((resolve) => (release = resolve));
  bench.service.fetch = async (request) => {
    if (!request.url.endsWith('anonymous-users')) return answer(request);
    bench.service.fetch = answer;
    const reply = await answer(request);
    await released;
    return reply;
  };
  return () => release();
};

describe('creating an anonymous user', () => {
  it('B1: yields an anonymous user with an id that is on disk before it is published', async () => {
    const bench = createSessionBench();
    const { core, users, seen } = await bench.start();
    const onDiskWhenSeen: unknown[] = [];
    users.mimiUser.observe(({ value }) => {
      if (value) onDiskWhenSeen.push(bench.disk().current?.anonymousId === value.anonymousId);
    });
    const user = await bench.clock.until(users.authenticate(GET));
    await bench.clock.settle();
    expect(user.isAnonymous).toBe(true);
    expect(user.anonymousId).toMatch(/^[0-9a-f-]{36}$/);
    expect(onDiskWhenSeen).toEqual([true]);
    expect(seen).toEqual(['- InProgress', '- Done', '- InProgress', 'd Done']);
    expect(bench.disk().pending).toBeNull();
    expect(core.inspect().state).toBe('Active');
    expect(bench.rows).toEqual(['1', '4', '10', '11']);
  });

  it('writes the id as pending before the first request', async () => {
    const bench = createSessionBench();
    const { users } = await bench.start();
    bench.service.fault = (route) => {
      expect(route).toBe('POST /oauth/token');
      expect(bench.disk().pending?.anonymousId).toMatch(/^dddddddd/);
      return { status: 400, code: 'invalid_request' };
    };
    expect(await bench.clock.until(codeOf(users.authenticate(GET)))).toBe(
      'service/invalid-request',
    );
    expect(bench.service.requests).toHaveLength(1);
  });

  it('B2: a second time on the same computer yields the same user and no request', async () => {
    const bench = createSessionBench();
    const { users } = await bench.start();
    const first = await bench.clock.until(users.authenticate(GET));
    bench.service.requests.length = 0;
    const second = await bench.clock.until(users.authenticate(GET));
    expect(second.anonymousId).toBe(first.anonymousId);
    expect(bench.service.requests).toEqual([]);
    expect(bench.rows.at(-1)).toBe('15');
  });

  it('B3: the same user after a restart, even when asked for before restoring has ended', async () => {
    const bench = createSessionBench();
    const { users } = await bench.start();
    const first = await bench.clock.until(users.authenticate(GET));
    bench.kill();
    const again = bench.launch();
    const second = await bench.clock.until(again.core.userController.authenticate(GET));
    expect(second.anonymousId).toBe(first.anonymousId);
    expect(bench.service.users.size).toBe(1);
  });

  it('callers at the same time share one creation', async () => {
    const bench = createSessionBench();
    const { users } = await bench.start();
    const all = [1, 2, 3].map(() => users.authenticate(NEW));
    const ids = (await bench.clock.until(Promise.all(all))).map((user) => user.anonymousId);
    expect(new Set(ids).size).toBe(1);
    expect(bench.service.users.size).toBe(1);
  });

  it('logs a kept id in unless a new profile was chosen', async () => {
    const bench = createSessionBench();
    const { users } = await bench.startAs(ID_A);
    await bench.clock.until(users.logout());
    const back = await bench.clock.until(users.authenticate(GET));
    expect(back.anonymousId).toBe(ID_A);
    await bench.clock.until(users.logout());
    const fresh = await bench.clock.until(users.authenticate(NEW));
    expect(fresh.anonymousId).not.toBe(ID_A);
    expect(bench.disk().kept.map((k) => k.anonymousId)).toEqual([ID_A]);
  });

  it("10' a new profile beside an active one: the old stays until the new is confirmed", async () => {
    const bench = createSessionBench();
    const { users, seen } = await bench.startAs(ID_A);
    await bench.clock.until(users.authenticate(NEW));
    await bench.clock.settle();
    expect(seen).toEqual(['a InProgress', 'd Done']);
    expect(bench.rows).toEqual(["10'", '11']);
    expect(bench.disk().kept.map((k) => k.anonymousId)).toEqual([ID_A]);
    expect(bench.service.revoked.size).toBe(1);
  });

  it.each([
    ['offline' as const, 'service/offline', '12'],
    [{ status: 500 }, 'service/unavailable', '12'],
    [{ status: 429, code: 'rate_limited', retryAfter: '60' }, 'service/rate-limited', '12'],
    ['hang' as const, 'service/timeout', '12'],
    ['html' as const, 'service/bad-response', '12'],
    ['wrong-id' as const, 'session/invariant-violation', '13'],
    [{ status: 401, code: 'invalid_client' }, 'service/misconfigured', '13'],
    [{ status: 403, code: 'internal' }, 'service/unavailable', '12'],
  ])('row 12/13 %j: fails with %s and keeps the id pending', async (fault, code, row) => {
    const bench = createSessionBench();
    const { users, seen, core } = await bench.start();
    bench.service.fault = (route) => (route.endsWith('anonymous-users') ? fault : null);
    expect(await bench.clock.until(codeOf(users.authenticate(GET)))).toBe(code);
    const pending = bench.disk().pending?.anonymousId;
    expect(pending).toBeDefined();
    expect(bench.rows.at(-1)).toBe(row);
    expect(seen.at(-1)).toBe(`- Failure(${code})`);
    expect(core.inspect().state).toBe('NoUser');
    bench.service.fault = null;
    const user = await bench.clock.until(users.authenticate(GET));
    expect(user.anonymousId).toBe(pending);
    expect(bench.service.users.size).toBe(1);
  });

  it.each(['offline' as const, { status: 400, code: 'invalid_request' }])(
    "12'/13' a failing creation beside an active user changes nothing: %j",
    async (fault) => {
      const bench = createSessionBench();
      const { users, seen } = await bench.startAs(ID_A);
      bench.service.fault = () => fault;
      await bench.clock.until(codeOf(users.authenticate(NEW)));
      await bench.clock.settle();
      expect(seen).toEqual(['a InProgress', 'a Done']);
      expect(bench.disk().current?.anonymousId).toBe(ID_A);
    },
  );

  it('a client token the service no longer takes is fetched again, once', async () => {
    const bench = createSessionBench();
    const { users } = await bench.start();
    let refusals = 0;
    bench.service.fault = (route) =>
      route.endsWith('anonymous-users') && (refusals += 1) === 1
        ? { status: 401, code: 'invalid_token' }
        : null;
    await bench.clock.until(users.authenticate(GET));
    expect(bench.service.requests).toHaveLength(4);
    expect(bench.service.users.size).toBe(1);
  });

  it('a lost reply: registering again is the same user', async () => {
    const bench = createSessionBench();
    const { users } = await bench.start();
    let lost = 0;
    bench.service.fault = (route) =>
      route.endsWith('anonymous-users') && (lost += 1) === 1 ? 'lost' : null;
    await bench.clock.until(users.authenticate(GET));
    expect(lost).toBe(2);
    expect(bench.service.users.size).toBe(1);
  });

  it('a killed creation is registered again at the next start, in the background', async () => {
    const bench = createSessionBench();
    const { users } = await bench.start();
    bench.service.fault = (route) => (route.endsWith('anonymous-users') ? 'hang' : null);
    void users.authenticate(MimiAuthRoute.Anonymously({ yearOfBirth: 1970 }));
    await bench.clock.settle();
    const pending = bench.disk().pending;
    bench.kill();
    bench.service.fault = null;
    const again = await bench.start();
    await bench.clock.settle();
    expect(again.users.mimiUser.state.value?.anonymousId).toBe(pending?.anonymousId);
    expect(again.seen.slice(0, 3)).toEqual(['- InProgress', '- InProgress', 'd Done']);
    expect(again.users.mimiUser.state.value?.yearOfBirth).toBe(1970);
    expect(bench.disk().outbox).toEqual([]);
  });

  describe('cut off beside the user who is current', () => {
    /** A stays logged in; the engine dies while the service makes a user for a new profile. */
    const cutOff = async (fault: 'hang' | 'lost') => {
      const bench = createSessionBench();
      const { users } = await bench.startAs(ID_A);
      bench.service.fault = (route) => (route.endsWith('anonymous-users') ? fault : null);
      const asked = MimiAuthRoute.Anonymously({ newProfile: true, yearOfBirth: 1970 });
      void users.authenticate(asked).catch(() => undefined);
      await bench.clock.settle();
      const id = bench.disk().pending?.anonymousId ?? ID_A;
      expect(id).not.toBe(ID_A);
      bench.kill();
      bench.service.fault = null;
      return { bench, id };
    };

    it.each(['hang', 'lost'] as const)(
      'is registered at the next start, and kept: %s',
      async (fault) => {
        const { bench, id } = await cutOff(fault);
        const { users, seen, core } = await bench.start();
        expect(seen).toEqual(['- InProgress', 'a Done']);
        expect(core.inspect()).toMatchObject({ state: 'Active', hasPending: false, outbox: [] });
        const userId = bench.service.users.get(id)?.userId;
        expect(bench.disk().kept).toMatchObject([{ anonymousId: id, userId, yearOfBirth: 1970 }]);
        expect([...bench.service.users.keys()]).toEqual([ID_A, id]);
        // The session that came with it is nobody's.
        expect(bench.service.revoked.size).toBe(1);
        await bench.clock.until(users.refreshUser());
        await bench.clock.until(users.authenticate(MimiAuthRoute.LoginAnonymously(id)));
        expect(users.mimiUser.state.value).toMatchObject({ userId, yearOfBirth: 1970 });
      },
    );

    it('waits for the next start while the service cannot be had, without disturbing anybody', async () => {
      const { bench, id } = await cutOff('hang');
      bench.service.fault = () => 'offline';
      const { seen } = await bench.start();
      await bench.clock.advance(60_000);
      expect(seen).toEqual(['- InProgress', 'a Done']);
      expect(bench.disk().pending?.anonymousId).toBe(id);
      bench.kill();
      bench.service.fault = null;
      await bench.start();
      expect(bench.disk()).toMatchObject({ pending: null, kept: [{ anonymousId: id }] });
      expect(bench.service.users.size).toBe(2);
    });

    it.each(['PATCH /v1/me', 'the disk'])('makes nothing twice when %s fails', async (what) => {
      const { bench, id } = await cutOff('lost');
      bench.service.fault = (route) => {
        if (what === 'the disk' && route === 'PATCH /v1/me') bench.records.failWrites(1);
        return route === what ? { status: 400, code: 'invalid_request' } : null;
      };
      await bench.start();
      expect(bench.disk().pending?.anonymousId).toBe(id);
      bench.kill();
      bench.service.fault = null;
      await bench.start();
      expect(bench.disk()).toMatchObject({ pending: null, kept: [{ anonymousId: id }] });
      expect(bench.service.users.size).toBe(2);
      expect(bench.service.revoked.size).toBe(2);
    });

    it('holds nobody up while the service is asked', async () => {
      const { bench, id } = await cutOff('hang');
      bench.service.fault = () => 'hang';
      const { users } = await bench.start();
      void users.logout();
      await bench.clock.settle();
      expect(bench.disk().current?.signedOut).toBe('by-person');
      expect(bench.disk().kept).toMatchObject([{ anonymousId: id }]);
    });

    it.each<[string, (users: Users, id: string) => Promise<unknown>, number | null]>([
      ['a new profile', (users) => users.authenticate(NEW_OF_1971), 1971],
      ['logging it in', (users, id) => users.authenticate(login(id)), 1970],
      [
        'deleting it',
        (users, id) => users.authenticate(login(id)).then(() => users.deleteUser()),
        null,
      ],
    ])('%s meanwhile: the id is in one place', async (_, ask, year) => {
      const { bench, id } = await cutOff('lost');
      const release = holdRegistration(bench);
      const { users } = await bench.start();
      await bench.clock.until(ask(users, id));
      release();
      await bench.clock.settle();
      const { current, kept, pending } = bench.disk();
      expect(pending).toBeNull();
      expect([current?.anonymousId, current?.yearOfBirth]).toEqual(
        year === null ? [undefined, undefined] : [id, year],
      );
      expect(kept.map(({ anonymousId }) => anonymousId)).toEqual([ID_A]);
      expect([...bench.service.users.keys()]).toEqual([ID_A, id]);
    });

    it('is given up when the service has deleted its user', async () => {
      const { bench, id } = await cutOff('lost');
      const user = bench.service.users.get(id);
      if (user) user.status = 'deleted';
      const { seen } = await bench.start();
      expect(seen).toEqual(['- InProgress', 'a Done']);
      expect(bench.disk()).toMatchObject({ pending: null, kept: [] });
      expect(bench.service.users.size).toBe(2);
    });

    it('keeps no id the service names instead', async () => {
      const { bench, id } = await cutOff('hang');
      bench.service.fault = (route) => (route.endsWith('anonymous-users') ? 'wrong-id' : null);
      await bench.start();
      expect(bench.disk()).toMatchObject({ pending: { anonymousId: id }, kept: [] });
      expect(bench.service.revoked.size).toBe(1);
    });

    it('follows the silent login of a user without a session, and waits where that is refused', async () => {
      for (const isRefused of [false, true]) {
        const { bench, id } = await cutOff('hang');
        const { current } = bench.disk();
        bench.records.put({ ...bench.disk(), current: current && { ...current, tokens: null } });
        if (isRefused) bench.service.users.delete(ID_A);
        const { core } = await bench.start();
        expect(core.inspect()).toMatchObject({
          state: isRefused ? 'ForcedOut' : 'Active',
          hasPending: isRefused,
        });
        expect(bench.service.users.has(id)).toBe(!isRefused);
      }
    });
  });

  it('a pending id that was deleted meanwhile gives way to a fresh one, once', async () => {
    const bench = createSessionBench({ initial: PENDING });
    bench.service.addUser(ID_A).status = 'deleted';
    const { users } = await bench.start();
    expect(users.mimiUser.state.value?.anonymousId).toMatch(/^dddddddd/);
    expect(users.mimiUser.state.value?.yearOfBirth).toBe(1960);
  });

  it('takes the newer year of birth when it goes on with a pending creation', async () => {
    const bench = createSessionBench();
    const { users } = await bench.start();
    bench.service.fault = () => 'offline';
    const first = users.authenticate(MimiAuthRoute.Anonymously({ yearOfBirth: 1970 }));
    await bench.clock.until(codeOf(first));
    const view = users.sessionView.state;
    expect(view.status === 'signed-out' && view.pendingYearOfBirth).toBe(1970);
    expect(view.serviceTrouble).toBe('service/offline');
    bench.service.fault = null;
    await bench.clock.until(users.authenticate(MimiAuthRoute.Anonymously({ yearOfBirth: 1971 })));
    await bench.clock.settle();
    expect(users.mimiUser.state.value?.yearOfBirth).toBe(1971);
    expect(users.sessionView.state.serviceTrouble).toBeNull();
  });

  it.each([1, 2])(
    'a disk that fails at write %i loses no id and makes no second user',
    async (n) => {
      const bench = createSessionBench();
      const { users } = await bench.start();
      if (n === 1) bench.records.failWrites(1);
      else
        bench.service.fault = (route) => {
          if (route.endsWith('anonymous-users')) bench.records.failWrites(1);
          return null;
        };
      expect(await bench.clock.until(codeOf(users.authenticate(GET)))).toBe('secrets/write-failed');
      expect(users.mimiUser.state.value).toBeNull();
      bench.service.fault = null;
      await bench.clock.until(users.authenticate(GET));
      expect(bench.service.users.size).toBe(1);
    },
  );

  it.each(['locked', 'unreadable', 'newer-version'] as const)(
    'row 9: a store that is %s blocks creation and is not touched',
    async (status) => {
      const bench = createSessionBench();
      bench.records.blockReading(status);
      const { users, seen, core } = await bench.start();
      expect(await codeOf(users.authenticate(NEW))).toBe('session/storage-blocked');
      expect(await codeOf(users.authenticate(GET))).toBe('session/storage-blocked');
      expect(seen).toEqual(['- InProgress', `- Failure(secrets/${status})`].slice(0));
      expect(bench.records.writes).toEqual([]);
      expect(bench.service.requests).toEqual([]);
      expect(core.inspect().state).toBe('Blocked');
    },
  );

  it('row 14: withdrawing before it begins un-queues it', async () => {
    const bench = createSessionBench();
    bench.service.addUser(ID_B);
    const { users } = await bench.start();
    const before = users.authenticate(MimiAuthRoute.LoginAnonymously(ID_B));
    const controller = new AbortController();
    const queued = codeOf(users.authenticate(NEW, { signal: controller.signal }));
    controller.abort();
    expect(await queued).toBe('session/cancelled');
    await bench.clock.until(before);
    expect(bench.service.users.size).toBe(1);
    expect(bench.rows).toContain('14');
    expect(bench.rows).toContain('26');
  });

  it('row 14b: withdrawing after it begins leaves it to finish; nobody sees a failure', async () => {
    const bench = createSessionBench();
    const { users, seen } = await bench.start();
    const controller = new AbortController();
    const call = codeOf(users.authenticate(NEW, { signal: controller.signal }));
    while (bench.rows.at(-1) !== '10') await Promise.resolve();
    controller.abort();
    expect(await call).toBe('session/cancelled');
    await bench.clock.settle();
    expect(seen.at(-1)).toBe('d Done');
    expect(seen.join()).not.toContain('Failure');
    expect(bench.rows).toContain('14b');
  });

  it.each([
    ['a new profile', (users: Users) => users.authenticate(NEW)],
    ['any profile', (users: Users) => users.authenticate(GET)],
  ])('%s asked for while a begun creation is restored is that one', async (_, ask) => {
    const bench = createSessionBench({ initial: PENDING });
    const { core } = bench.launch();
    const user = await bench.clock.until(ask(core.userController));
    expect(user.anonymousId).toBe(ID_A);
    await bench.clock.settle();
    expect([...bench.service.users.keys()]).toEqual([ID_A]);
    expect(core.userController.mimiUser.state.value?.yearOfBirth).toBe(1960);
  });

  it.each<[string, (users: Users) => Promise<unknown>, string | null]>([
    ['a login', (users) => users.authenticate(MimiAuthRoute.LoginAnonymously(ID_B)), ID_B],
    ['a logout', (users) => users.logout(), null],
  ])('%s asked for while a begun creation is restored comes after it', async (_, ask, left) => {
    const bench = createSessionBench({ initial: PENDING });
    bench.service.addUser(ID_B);
    const { core } = bench.launch();
    await bench.clock.until(ask(core.userController));
    await bench.clock.settle();
    expect(core.userController.mimiUser.state.value?.anonymousId ?? null).toBe(left);
    const ids = [bench.disk().current, ...bench.disk().kept].map((k) => k?.anonymousId);
    expect(ids.toSorted()).toEqual(left === null ? [ID_A] : [ID_A, ID_B]);
    expect(bench.disk().pending).toBeNull();
  });

  it('logging in the very id that was begun keeps its year of birth', async () => {
    const bench = createSessionBench();
    const { users } = await bench.start();
    bench.service.fault = () => 'offline';
    const route = MimiAuthRoute.Anonymously({ yearOfBirth: 1970 });
    await bench.clock.until(codeOf(users.authenticate(route)));
    const id = bench.disk().pending?.anonymousId ?? ID_A;
    bench.service.fault = null;
    bench.service.addUser(id);
    await bench.clock.until(users.authenticate(MimiAuthRoute.LoginAnonymously(id)));
    await bench.clock.settle();
    expect(users.mimiUser.state.value?.yearOfBirth).toBe(1970);
    expect(bench.disk().kept).toEqual([]);
  });

  it('the session of a registration that could not be written is revoked', async () => {
    const bench = createSessionBench();
    const { users } = await bench.start();
    bench.service.fault = (route) => {
      if (route.endsWith('anonymous-users')) bench.records.failWrites(1);
      return null;
    };
    await bench.clock.until(codeOf(users.authenticate(GET)));
    await bench.clock.settle();
    expect(bench.service.revoked).toEqual(new Set(['refresh-secret-1']));
  });
});

type Users = Awaited<ReturnType<ReturnType<typeof createSessionBench>['start']>>['users'];
