import { describe, expect, it } from 'vitest';
import { inspect } from 'node:util';
import { sampleId, sampleTest } from '../../hearing/spec-support/sample-test';
import { MimiAuthRoute } from './mimi-auth-route';
import { createMimiCore, MimiCore } from './mimi-core';
import { EMPTY_RECORDS } from './records';
import {
  codeOf,
  createSessionBench,
  ID_A,
  ID_B,
  SERVICE,
  told,
} from './spec-support/session-bench';

const login = (id: string) => MimiAuthRoute.LoginAnonymously(id);
const storedA = {
  service: SERVICE,
  userId: 'user-1',
  anonymousId: ID_A,
  createdAt: 1,
  yearOfBirth: 1970,
  tokens: null,
  signedOut: null,
};

describe('starting', () => {
  it('row 3: a stored session opens on its user without any request', async () => {
    const bench = createSessionBench();
    await bench.startAs(ID_A);
    bench.kill();
    bench.service.fault = () => 'offline';
    const { seen } = await bench.start();
    expect(seen).toEqual(['- InProgress', 'a Done']);
    expect(bench.service.requests).toEqual([]);
  });

  it('row 3b: an id without a session opens at once and is logged in silently', async () => {
    const bench = createSessionBench({ initial: { ...EMPTY_RECORDS, current: storedA } });
    bench.service.addUser(ID_A);
    const { seen } = await bench.start();
    expect(seen).toEqual(['- InProgress', 'a InProgress', 'a Done']);
    expect(bench.disk().current?.tokens).not.toBeNull();
  });

  it.each(['offline' as const, { status: 500 }, { status: 429 }, 'html' as const])(
    'B14/B29: a silent login that meets %j keeps the user',
    async (fault) => {
      const bench = createSessionBench({ initial: { ...EMPTY_RECORDS, current: storedA } });
      bench.service.addUser(ID_A);
      bench.service.fault = () => fault;
      const { seen, users } = await bench.start();
      await bench.clock.advance(20_000);
      expect(users.mimiUser.state.value?.anonymousId).toBe(ID_A);
      expect(seen.at(-1)).toMatch(/^a Failure\(service/);
      expect(bench.disk().current?.signedOut).toBeNull();
    },
  );

  it('B20: a dead session found at the start is told exactly once', async () => {
    const bench = createSessionBench({ initial: { ...EMPTY_RECORDS, current: storedA } });
    const { seen, users } = await bench.start();
    expect(seen).toEqual([
      '- InProgress',
      'a InProgress',
      '- Failure(session/forcibly-logged-out)',
    ]);
    expect(users.sessionView.state).toMatchObject({ status: 'signed-out', reason: 'user-unknown' });
    expect(bench.disk().current).toMatchObject({ anonymousId: ID_A, signedOut: 'user-unknown' });
  });

  it('a signed-out profile is offered, not logged in', async () => {
    const bench = createSessionBench();
    const { users } = await bench.startAs(ID_A);
    await bench.clock.until(users.logout());
    bench.kill();
    const again = await bench.start();
    const view = again.users.sessionView.state;
    expect(view).toMatchObject({ status: 'signed-out', reason: 'by-person' });
    expect(view.status === 'signed-out' && view.keptProfile).toBe(ID_A);
  });

  it("another service's user is not sent anywhere and not lost", async () => {
    const initial = { ...EMPTY_RECORDS, current: { ...storedA, service: 'embedded' } };
    const pending = { service: 'embedded', anonymousId: ID_B, yearOfBirth: null };
    const bench = createSessionBench({ initial: { ...initial, pending } });
    const { users } = await bench.start();
    const view = users.sessionView.state;
    expect(view.status === 'signed-out' && view.keptProfile).toBeNull();
    expect(bench.service.requests).toEqual([]);
    await bench.clock.until(users.authenticate(MimiAuthRoute.Anonymously()));
    const kept = bench.disk().kept.map((k) => `${k.service} ${k.anonymousId}`);
    expect(kept.toSorted()).toEqual([`embedded ${ID_A}`, `embedded ${ID_B}`]);
    expect([...bench.service.users.keys()]).not.toContain(ID_A);
  });

  it('B10: the same arguments give the same instance, others throw, dispose frees the place', async () => {
    const args = createSessionBench().newArguments();
    const first = MimiCore.start(args);
    const { configuration } = args;
    expect(MimiCore.start({ ...args, configuration: { ...configuration } })).toBe(first);
    const others = [
      { ...args, clientSecret: 'x' },
      { ...args, configuration: { allowAnonymousUserOnly: false } },
    ];
    for (const other of others) {
      expect(() => MimiCore.start(other)).toThrow('session/already-started');
    }
    await first.dispose();
    const second = MimiCore.start({ ...args, clientId: 'other' });
    expect(second).not.toBe(first);
    await second.dispose();
  });

  it('B8, B22: dispose during restoring ends it; observers are not called; twice is once', async () => {
    const bench = createSessionBench();
    const { core, seen } = bench.launch();
    await Promise.all([core.dispose(), core.dispose()]);
    await bench.clock.settle();
    expect(seen).toEqual([]);
    expect(await codeOf(core.userController.logout())).toBe('session/disposed');
    expect(bench.clock.pendingTimers()).toBe(0);
  });

  it('dispose does not wait for a store that waits for a person', async () => {
    const args = createSessionBench().newArguments();
    const read = () => new Promise<never>(() => undefined);
    const core = createMimiCore({ ...args, records: { ...args.records, read } });
    const waiting = codeOf(core.userController.logout());
    await core.dispose();
    expect(await waiting).toBe('session/disposed');
    expect(core.inspect().state).toBe('Disposed');
  });

  it('row 36: dispose in mid-flight rejects what runs and leaves the disk alone', async () => {
    const bench = createSessionBench();
    const { core, users, tests } = await bench.startAs(ID_A);
    const before = bench.disk();
    bench.service.fault = () => 'hang';
    const calls = [users.authenticate(login(ID_B)), users.refreshUser(), tests.loadProfile()].map(
      codeOf,
    );
    await bench.clock.settle();
    await core.dispose();
    expect(await Promise.all(calls)).toEqual(Array(3).fill('session/disposed'));
    expect(bench.disk()).toEqual(before);
    expect(bench.clock.pendingTimers()).toBe(0);
  });
});

describe('a write that waits while the engine ends', () => {
  it('does not come after the end', async () => {
    const bench = createSessionBench();
    const { core, users } = await bench.startAs(ID_A);
    const before = bench.disk();
    const writing = codeOf(users.submitYearOfBirth(1970));
    await Promise.resolve();
    await core.dispose();
    expect(await writing).toBe('session/disposed');
    expect(bench.disk()).toEqual(before);
  });
});

describe('a store that cannot be read', () => {
  it.each(['locked', 'unreadable', 'newer-version'] as const)('row 7: %s', async (status) => {
    const bench = createSessionBench({ initial: { ...EMPTY_RECORDS, current: storedA } });
    bench.service.addUser(ID_A);
    bench.records.blockReading(status);
    const { users, seen } = await bench.start();
    expect(users.sessionView.state).toMatchObject({
      status: 'blocked',
      cause: `secrets/${status}`,
    });
    expect(seen.at(-1)).toBe(`- Failure(secrets/${status})`);
    await bench.clock.until(users.retryStorage());
    expect(users.sessionView.state.status).toBe('blocked');
    bench.records.blockReading(null);
    await bench.clock.until(users.retryStorage());
    await bench.clock.settle();
    expect(users.mimiUser.state.value?.anonymousId).toBe(ID_A);
    expect(bench.records.setAsides).toBe(0);
  });

  it('B23: a store that throws when read is not an empty one', async () => {
    const bench = createSessionBench();
    const args = bench.newArguments();
    const read = () => Promise.reject(new Error('disk'));
    const core = MimiCore.start({ ...args, records: { ...args.records, read } });
    await core.ready;
    const create = core.userController.authenticate(MimiAuthRoute.Anonymously());
    expect(await codeOf(create)).toBe('session/storage-blocked');
    expect(bench.service.requests).toEqual([]);
    await core.dispose();
  });

  it("8'a: starting over sets the content aside first", async () => {
    const bench = createSessionBench({ initial: { ...EMPTY_RECORDS, current: storedA } });
    bench.records.blockReading('unreadable');
    const { users, core } = await bench.start();
    await bench.clock.until(users.startOver());
    expect([bench.records.setAsides, core.inspect().state]).toEqual([1, 'NoUser']);
  });
});

describe('logging out', () => {
  it('row 27, B24: works offline, keeps the id and revokes later', async () => {
    const bench = createSessionBench();
    const { users, seen } = await bench.startAs(ID_A);
    bench.service.fault = () => 'offline';
    await bench.clock.until(users.logout());
    expect(seen).toEqual(['- Done']);
    expect(bench.disk()).toMatchObject({
      current: { anonymousId: ID_A, tokens: null, signedOut: 'by-person' },
      outbox: [{ type: 'revoke' }],
    });
    bench.service.fault = null;
    await bench.clock.advance(10_000);
    expect(bench.service.revoked.size).toBe(1);
    expect(bench.disk().outbox).toEqual([]);
  });

  it('row 28, B7: with nobody logged in it resolves and publishes nothing', async () => {
    const bench = createSessionBench();
    const { users, seen } = await bench.start();
    await bench.clock.until(Promise.all([users.logout(), users.logout()]));
    expect(seen).toEqual(['- InProgress', '- Done']);
  });

  it('a disk that cannot be written leaves the session as it was', async () => {
    const bench = createSessionBench();
    const { users, seen } = await bench.startAs(ID_A);
    bench.records.failWrites(1);
    expect(await bench.clock.until(codeOf(users.logout()))).toBe('secrets/write-failed');
    expect([seen, users.mimiUser.state.value?.anonymousId]).toEqual([[], ID_A]);
  });
});

describe('deleting and removing', () => {
  it('row 34: erases the user on the service and every trace on this computer', async () => {
    const bench = createSessionBench();
    const { users, seen } = await bench.startAs(ID_A);
    await bench.clock.until(users.deleteUser());
    await bench.clock.settle();
    expect(seen).toEqual(['a InProgress', '- Done']);
    expect(bench.disk()).toEqual(EMPTY_RECORDS);
    expect(bench.service.users.get(ID_A)?.status).toBe('deleted');
  });

  it('a user already deleted on the service is erased here too', async () => {
    const bench = createSessionBench();
    const { users, seen } = await bench.startAs(ID_A);
    bench.service.addUser(ID_A).status = 'deleted';
    bench.service.forgetSessions();
    await bench.clock.until(users.deleteUser());
    await bench.clock.settle();
    expect(seen).toEqual(['a InProgress', '- Done']);
    expect(bench.disk()).toEqual(EMPTY_RECORDS);
  });

  it.each(['offline' as const, { status: 500 }, 'html' as const, 'hang' as const])(
    '%j: says so and deletes nothing',
    async (fault) => {
      const bench = createSessionBench();
      const { users, seen } = await bench.startAs(ID_A);
      const before = bench.disk();
      bench.service.fault = () => fault;
      expect(await bench.clock.until(codeOf(users.deleteUser()))).toMatch(/^service\//);
      expect(seen).toEqual(['a InProgress', 'a Done']);
      expect(bench.disk()).toEqual(before);
    },
  );

  it('a deletion whose reply was lost is completed by the next one', async () => {
    const bench = createSessionBench();
    const { users } = await bench.startAs(ID_A);
    bench.service.fault = (route) => (route === 'DELETE /v1/me' ? 'lost' : null);
    expect(await bench.clock.until(codeOf(users.deleteUser()))).toBe('service/offline');
    expect(bench.disk().current?.anonymousId).toBe(ID_A);
    bench.service.fault = null;
    await bench.clock.until(users.deleteUser());
    expect(bench.disk()).toEqual(EMPTY_RECORDS);
  });

  it('removing from this computer leaves the user on the service and a revocation to send', async () => {
    const bench = createSessionBench();
    bench.service.addUser(ID_B);
    const { users, seen } = await bench.startAs(ID_A);
    bench.service.fault = () => 'offline';
    await bench.clock.until(codeOf(users.submitYearOfBirth(1970)));
    await bench.clock.until(users.removeFromComputer());
    expect(seen.at(-1)).toBe('- Done');
    expect(JSON.stringify(bench.disk())).not.toContain(ID_A);
    expect(bench.disk().outbox.map((e) => e.type)).toEqual(['revoke']);
    expect(bench.service.users.get(ID_A)?.status).toBe('active');
    expect(await bench.clock.until(codeOf(users.removeFromComputer()))).toBe('session/no-user');
  });

  it('B13: refusing one user logs out that user only', async () => {
    const bench = createSessionBench();
    bench.service.addUser(ID_B);
    const { users, tests } = await bench.startAs(ID_A);
    const a = bench.service.users.get(ID_A);
    if (a) a.status = 'disabled';
    await bench.clock.until(users.authenticate(login(ID_B)));
    await bench.clock.until(tests.loadProfile());
    expect(users.mimiUser.state.value?.anonymousId).toBe(ID_B);
    expect(bench.disk().kept[0]?.anonymousId).toBe(ID_A);
  });
});

describe('reading the user', () => {
  it('refreshUser publishes InProgress, then what the service says', async () => {
    const bench = createSessionBench();
    const { users, seen } = await bench.startAs(ID_A);
    const a = bench.service.users.get(ID_A);
    if (a) a.yearOfBirth = 1980;
    expect((await bench.clock.until(users.refreshUser())).yearOfBirth).toBe(1980);
    await bench.clock.settle();
    expect(seen).toEqual(['a InProgress', 'a Done']);
    expect(bench.disk().current?.yearOfBirth).toBe(1980);
  });

  it("30': a refresh somebody asked for tells its failure beside the user", async () => {
    const bench = createSessionBench();
    const { users, seen } = await bench.startAs(ID_A);
    bench.service.fault = () => 'offline';
    await bench.clock.until(codeOf(users.refreshUser()));
    expect(seen).toEqual(['a InProgress', 'a Failure(service/offline)']);
  });

  it('loadProfile: null before there is one; data that cannot be read is not an absent profile', async () => {
    const bench = createSessionBench();
    const { users, tests } = await bench.startAs(ID_A);
    expect(await bench.clock.until(tests.loadProfile())).toBeNull();
    bench.service.users.get(ID_A)!.tests.set(sampleId(1), sampleTest(1));
    const profile = { test: sampleTest(1), count: 1 };
    expect(await bench.clock.until(tests.loadProfile())).toEqual(profile);
    bench.service.fault = () => ({ status: 503, code: 'profile_data_unreadable' });
    expect(await bench.clock.until(codeOf(tests.loadProfile()))).toBe('service/data-unreadable');
    bench.service.fault = () => ({ status: 404, code: 'nothing we know' });
    expect(await bench.clock.until(codeOf(tests.loadProfile()))).toBe('service/misconfigured');
    expect(await codeOf(users.exportUser())).toBe('service/misconfigured');
    bench.service.fault = null;
    expect((await bench.clock.until(users.exportUser())).user.userId).toBe('user-1');
  });

  it('B33: a reply that arrives after a switch is nobody else’s profile', async () => {
    const bench = createSessionBench();
    bench.service.addUser(ID_B);
    const { users, tests } = await bench.startAs(ID_A);
    let release: () => void = () => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    const original = bench.service.fetch;
    bench.service.fetch = async (request) => {
      const reply = await original(request);
      if (request.url.endsWith('/profile')) await held;
      return reply;
    };
    const loading = codeOf(tests.loadProfile());
    await bench.clock.settle();
    await bench.clock.until(users.authenticate(login(ID_B)));
    release();
    expect(await bench.clock.until(loading)).toBe('session/superseded');
  });
});

describe('observers', () => {
  it('B5, B6: each gets the current value asynchronously, then every version once and in order', async () => {
    const bench = createSessionBench();
    bench.service.addUser(ID_B);
    const { users } = await bench.startAs(ID_A);
    const versions: number[][] = [[], []];
    for (const list of versions) users.mimiUser.observe(({ version }) => list.push(version));
    expect(versions).toEqual([[], []]);
    await bench.clock.until(users.authenticate(login(ID_B)));
    await bench.clock.until(users.logout());
    await bench.clock.settle();
    const [first = 0] = versions[0] ?? [];
    expect(versions[0]).toEqual([first, first + 1, first + 2, first + 3]);
    expect(versions[1]).toEqual(versions[0]);
  });

  it('B21: a callback may call back in', async () => {
    const bench = createSessionBench();
    const { users } = await bench.start();
    const history: string[] = [];
    const callBackIn = async (): Promise<void> => {
      await users.authenticate(MimiAuthRoute.Anonymously());
      await users.logout();
    };
    users.mimiUser.observe((state) => {
      history.push(told(state));
      if (state.value === null && state.loadingState.type === 'Done' && history.length < 3) {
        void callBackIn();
      }
    });
    await bench.clock.settle();
    expect(history).toEqual(['- Done', '- InProgress', 'd Done', '- Done']);
  });
});

describe('secrets', () => {
  it('ids and tokens are in no error, no journal event, no printed value', async () => {
    const bench = createSessionBench();
    const { users, core } = await bench.startAs(ID_A);
    const printed: string[] = [];
    const print = (value: unknown): void => {
      printed.push(inspect(value, { depth: 9, showHidden: true }), String(value));
      printed.push(JSON.stringify({ value }));
      if (value instanceof Error) printed.push(value.stack ?? '', inspect(value.cause));
    };
    for (const fault of ['offline', 'html', 'wrong-id', { status: 500 }] as const) {
      bench.service.fault = () => fault;
      for (const call of [
        () => users.authenticate(login(ID_B)),
        () => users.authenticate(MimiAuthRoute.Anonymously({ newProfile: true })),
        () => users.refreshUser(),
        () => users.exportUser(),
      ]) {
        await bench.clock.until(call().then(print, print));
      }
    }
    print(users.mimiUser.state);
    print(users.sessionView.state);
    print({ ...users.mimiUser.state.value });
    print(structuredClone(users.mimiUser.state.value));
    await bench.clock.until(users.logout());
    print(users.sessionView.state);
    print(core);
    print(core.inspect());
    print(bench.events);
    const text = printed.join('\n');
    for (const secret of [ID_A, ID_B, 'dddddddd-dddd', '-secret-', 'client-secret', '9999-4999']) {
      expect(text).not.toContain(secret);
    }
    expect(text).toContain('user-1');
  });
});
