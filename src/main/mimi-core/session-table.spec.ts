import { describe, expect, it } from 'vitest';
import { MimiAuthManager } from './mimi-auth-manager';
import { MimiAuthRoute } from './mimi-auth-route';
import { MimiCore } from './mimi-core';
import { EMPTY_RECORDS, type CurrentUser } from './records';
import {
  SESSION_TABLE,
  type Publishes,
  type SessionRow,
  type SessionRowName,
} from './session-table';
import type { Fault } from './spec-support/fake-service';
import { codeOf, createSessionBench, ID_A, ID_B, SERVICE } from './spec-support/session-bench';

type Bench = ReturnType<typeof createSessionBench>;
type Started = Awaited<ReturnType<Bench['start']>>;

const NEW = MimiAuthRoute.Anonymously({ newProfile: true });
const GET = MimiAuthRoute.Anonymously();
const LOGIN_A = MimiAuthRoute.LoginAnonymously(ID_A);
const LOGIN_B = MimiAuthRoute.LoginAnonymously(ID_B);

/** Ways the service can answer a login or a registration, by the guard they lead to. */
const FAULTS = {
  invariant: 'wrong-id',
  refused: { status: 400, code: 'invalid_request' },
  transient: 'offline',
} as const satisfies Record<string, Fault>;

const finish = (bench: Bench, promise: Promise<unknown>): Promise<unknown> =>
  bench.clock.until(codeOf(promise)).then(() => bench.clock.settle());

const storedA = (over: Partial<CurrentUser> = {}): CurrentUser => ({
  service: SERVICE,
  userId: 'user-1',
  anonymousId: ID_A,
  createdAt: 1,
  yearOfBirth: null,
  tokens: null,
  signedOut: null,
  ...over,
});

const expireAndLoad = async (bench: Bench, { tests }: Started): Promise<void> => {
  bench.service.expireAccess();
  await bench.clock.advance(60_000);
  await finish(bench, tests.loadProfile());
};

/** Begins an operation, has the session of A refused meanwhile, then ends the operation with `fault`. */
const refusedMeanwhile = async (
  bench: Bench,
  begin: (users: Started['users']) => Promise<unknown>,
  slow: string,
  fault: Fault | null,
): Promise<void> => {
  const { users, tests } = await bench.startAs(ID_A);
  bench.service.addUser(ID_B);
  let release: () => void = () => undefined;
  const held = new Promise<void>((resolve) => (release = resolve));
  const original = bench.service.fetch;
  bench.service.fetch = async (request) => {
    const body = await request.clone().text();
    if (body.includes(slow)) await held;
    return original(request);
  };
  const operation = codeOf(begin(users));
  await bench.clock.settle();
  const user = bench.service.users.get(ID_A);
  if (user) user.status = 'disabled';
  await finish(bench, tests.loadProfile());
  bench.service.fault = fault === null ? null : () => fault;
  release();
  await finish(bench, operation);
};

const withAbort = async (
  bench: Bench,
  begin: (signal: AbortSignal) => Promise<unknown>,
): Promise<void> => {
  bench.service.fault = () => 'hang';
  const controller = new AbortController();
  const call = codeOf(begin(controller.signal));
  await bench.clock.settle();
  controller.abort();
  await call;
  await bench.clock.settle();
};

const failing =
  (guard: keyof typeof FAULTS, prepare: (bench: Bench) => Promise<Started>, route: MimiAuthRoute) =>
  async (bench: Bench): Promise<void> => {
    bench.service.addUser(ID_B);
    const { users } = await prepare(bench);
    const path = route.type === 'Anonymously' ? '/v1/anonymous-users' : '/oauth/token';
    bench.service.fault = (requested) => (requested.endsWith(path) ? FAULTS[guard] : null);
    await finish(bench, users.authenticate(route));
  };

const fresh = (bench: Bench): Promise<Started> => bench.start();
const asA = (bench: Bench): Promise<Started> => bench.startAs(ID_A);
const blocked = (bench: Bench): Promise<Started> => {
  bench.records.blockReading('unreadable');
  return bench.start();
};
const signedIn = async (bench: Bench, prepare = asA): Promise<Started> => {
  bench.service.addUser(ID_B);
  return prepare(bench);
};

const startTwice = async (bench: Bench, other: object): Promise<void> => {
  const args = bench.newArguments();
  const first = MimiCore.start(args);
  try {
    MimiCore.start({ ...args, ...other });
  } catch {
    // The refusal is the row.
  }
  await bench.clock.settle();
  await first.dispose();
};

const begunBesideA = (bench: Bench): Promise<Started> => {
  bench.service.addUser(ID_A);
  const pending = { service: SERVICE, anonymousId: ID_B, yearOfBirth: null };
  bench.records.put({ ...EMPTY_RECORDS, current: storedA(), pending });
  return bench.start();
};

type Scenario = (bench: Bench) => Promise<unknown>;

/** The ways to each row: a row without one does not compile. */
const SCENARIOS: Record<SessionRowName, Scenario | readonly Scenario[]> = {
  '1': fresh,
  '2': (bench) => startTwice(bench, {}),
  '2b': (bench) => startTwice(bench, { clientId: 'other' }),
  '3': async (bench) => {
    await asA(bench);
    bench.kill();
    await bench.start();
  },
  '3b': (bench) => {
    bench.service.addUser(ID_A);
    bench.records.put({ ...EMPTY_RECORDS, current: storedA() });
    return bench.start();
  },
  '4': fresh,
  '5': (bench) => {
    const pending = { service: SERVICE, anonymousId: ID_A, yearOfBirth: null };
    bench.records.put({ ...EMPTY_RECORDS, pending });
    return bench.start();
  },
  "5'": async (bench) => begunBesideA(bench),
  "5'a": async (bench) => {
    bench.service.fault = (route) => (route.endsWith('anonymous-users') ? 'offline' : null);
    await begunBesideA(bench);
    await bench.clock.advance(60_000);
  },
  '7': blocked,
  "8'": async (bench) => {
    const { users } = await blocked(bench);
    bench.records.blockReading(null);
    await finish(bench, users.retryStorage());
  },
  "8'a": async (bench) => finish(bench, (await blocked(bench)).users.startOver()),
  "8'b": async (bench) => finish(bench, (await blocked(bench)).users.authenticate(LOGIN_B)),
  '9': async (bench) => finish(bench, (await blocked(bench)).users.authenticate(NEW)),
  '9b': async (bench) => {
    bench.records.blockReading('locked');
    await finish(bench, (await bench.start()).users.authenticate(LOGIN_B));
  },
  '10': async (bench) => finish(bench, (await fresh(bench)).users.authenticate(NEW)),
  "10'": async (bench) => finish(bench, (await asA(bench)).users.authenticate(NEW)),
  '11': [
    async (bench) => finish(bench, (await fresh(bench)).users.authenticate(NEW)),
    async (bench) => finish(bench, (await asA(bench)).users.authenticate(NEW)),
    (bench) => refusedMeanwhile(bench, (u) => u.authenticate(NEW), 'product', null),
  ],
  '12': [
    failing('transient', fresh, NEW),
    failing('transient', asA, NEW),
    (bench) => refusedMeanwhile(bench, (u) => u.authenticate(NEW), 'product', 'offline'),
  ],
  '13': [
    failing('refused', fresh, NEW),
    failing('refused', asA, NEW),
    (bench) => refusedMeanwhile(bench, (u) => u.authenticate(NEW), 'product', FAULTS.refused),
  ],
  '14': async (bench) => {
    const { users } = await asA(bench);
    const controller = new AbortController();
    void users.refreshUser();
    const call = codeOf(users.authenticate(NEW, { signal: controller.signal }));
    controller.abort();
    await finish(bench, call);
  },
  '14b': async (bench) => {
    const { users } = await fresh(bench);
    await withAbort(bench, (signal) => users.authenticate(NEW, { signal }));
    await bench.clock.advance(60_000);
  },
  '15': async (bench) => finish(bench, (await asA(bench)).users.authenticate(GET)),
  '16': async (bench) => codeOf((await fresh(bench)).users.authenticate(LOGIN_B)),
  '17': async (bench) => new MimiAuthManager((await asA(bench)).core).authenticateAnonymousUser(''),
  '18': async (bench) =>
    finish(bench, (await asA(bench)).users.authenticate(MimiAuthRoute.LoginAnonymously('x'))),
  '19': async (bench) => finish(bench, (await asA(bench)).users.authenticate(LOGIN_A)),
  '20': async (bench) => finish(bench, (await fresh(bench)).users.authenticate(LOGIN_B)),
  "21'": async (bench) => finish(bench, (await asA(bench)).users.authenticate(LOGIN_B)),
  "22'": [
    async (bench) => finish(bench, (await signedIn(bench)).users.authenticate(LOGIN_B)),
    async (bench) => finish(bench, (await signedIn(bench, fresh)).users.authenticate(LOGIN_B)),
    async (bench) => finish(bench, (await signedIn(bench, blocked)).users.authenticate(LOGIN_B)),
    (bench) => refusedMeanwhile(bench, (u) => u.authenticate(LOGIN_B), ID_B, null),
  ],
  "23'": [
    failing('invariant', asA, LOGIN_B),
    failing('invariant', fresh, LOGIN_B),
    (bench) => refusedMeanwhile(bench, (u) => u.authenticate(LOGIN_B), ID_B, 'wrong-id'),
    failing('invariant', blocked, LOGIN_B),
  ],
  "24'": [
    failing('refused', asA, LOGIN_B),
    failing('refused', fresh, LOGIN_B),
    (bench) => refusedMeanwhile(bench, (u) => u.authenticate(LOGIN_B), ID_B, FAULTS.refused),
    failing('refused', blocked, LOGIN_B),
  ],
  "25'": [
    failing('transient', asA, LOGIN_B),
    failing('transient', fresh, LOGIN_B),
    (bench) => refusedMeanwhile(bench, (u) => u.authenticate(LOGIN_B), ID_B, 'offline'),
    failing('transient', blocked, LOGIN_B),
  ],
  "25'c": [
    async (bench) => {
      const { users } = await asA(bench);
      await withAbort(bench, (signal) => users.authenticate(LOGIN_B, { signal }));
    },
    async (bench) => {
      const { users } = await fresh(bench);
      await withAbort(bench, (signal) => users.authenticate(LOGIN_B, { signal }));
    },
    async (bench) => {
      const controller = new AbortController();
      const { signal } = controller;
      const begin = (users: Started['users']) => {
        users.mimiUser.observe(({ value }) => value === null && controller.abort());
        return users.authenticate(LOGIN_B, { signal });
      };
      await refusedMeanwhile(bench, begin, ID_B, null);
    },
    async (bench) => {
      const { users } = await blocked(bench);
      await withAbort(bench, (signal) => users.authenticate(LOGIN_B, { signal }));
    },
  ],
  '26': async (bench) => {
    const { users } = await asA(bench);
    await finish(bench, Promise.all([users.logout(), users.logout()]));
  },
  '27': async (bench) => finish(bench, (await asA(bench)).users.logout()),
  '28': async (bench) => finish(bench, (await fresh(bench)).users.logout()),
  '29': async (bench) => expireAndLoad(bench, await asA(bench)),
  '30': async (bench) => {
    const started = await asA(bench);
    bench.service.fault = (route) => (route === 'POST /oauth/token' ? 'offline' : null);
    await expireAndLoad(bench, started);
  },
  '31': async (bench) => {
    const started = await asA(bench);
    bench.service.forgetSessions();
    await expireAndLoad(bench, started);
  },
  '31b': async (bench) => {
    const started = await asA(bench);
    bench.service.forgetSessions();
    await expireAndLoad(bench, started);
  },
  '32': async (bench) => {
    const started = await asA(bench);
    bench.service.forgetSessions();
    bench.service.users.delete(ID_A);
    await expireAndLoad(bench, started);
  },
  '33': async (bench) => {
    const { users, tests } = await asA(bench);
    bench.service.expireAccess();
    const loading = codeOf(tests.loadProfile());
    const original = bench.service.fetch;
    bench.service.fetch = async (request) => {
      const reply = await original(request);
      if (request.url.endsWith('/oauth/token')) await users.logout();
      return reply;
    };
    await finish(bench, loading);
  },
  '34': async (bench) => finish(bench, (await asA(bench)).users.deleteUser()),
  '34b': async (bench) => finish(bench, (await asA(bench)).users.deleteUser()),
  '34c': async (bench) => {
    const { users } = await asA(bench);
    bench.service.fault = () => 'offline';
    await finish(bench, users.deleteUser());
  },
  '34e': async (bench) => finish(bench, (await asA(bench)).users.removeFromComputer()),
  '36': async (bench) => (await asA(bench)).core.dispose(),
  '37': async (bench) => finish(bench, (await asA(bench)).users.refreshUser()),
  '37b': async (bench) => finish(bench, (await asA(bench)).users.refreshUser()),
  "30'": async (bench) => {
    const { users } = await asA(bench);
    bench.service.fault = () => 'offline';
    await finish(bench, users.refreshUser());
  },
  '37c': async (bench) => {
    const { users } = await asA(bench);
    await withAbort(bench, (signal) => users.refreshUser({ signal }));
  },
  '38': async (bench) => finish(bench, (await asA(bench)).users.submitYearOfBirth(1970)),
};

const REFUSED_MEANWHILE: readonly [
  'deleted' | 'disabled',
  (users: Started['users']) => Promise<unknown>,
][] = [
  ['disabled', (users) => users.deleteUser()],
  ['deleted', (users) => users.refreshUser()],
  [
    'deleted',
    (users) => {
      const controller = new AbortController();
      users.mimiUser.observe(({ value }) => value === null && controller.abort());
      return users.refreshUser({ signal: controller.signal });
    },
  ],
];

/** Where a row leads and what it tells, in the table's words; `hadUser`: somebody was current before. */
const stateAfter = (
  { to }: SessionRow,
  from: string,
  hadUser: boolean,
  isBlocked: boolean,
): string => {
  if (to === 'same') return from;
  if (to !== 'rest') return to;
  if (hadUser) return 'Active';
  return isBlocked ? 'Blocked' : 'NoUser';
};

const publication = ({ value, loading }: Publishes, hadUser: boolean): object => ({
  hasUser: value === 'unchanged' ? hadUser : value === 'given',
  ...(loading === 'unchanged' ? {} : { loading }),
  ...(loading === 'FailureIfNobody' ? { loading: hadUser ? 'Done' : 'Failure' } : {}),
});

describe('the state table', () => {
  const ways = SESSION_TABLE.flatMap((row) =>
    [SCENARIOS[row.row]].flat().map((way): [string, SessionRow, Scenario] => [row.row, row, way]),
  );

  it.each(ways)('row %s happens as written', async (name, row, way) => {
    const bench = createSessionBench(name === '16' ? { flag: false } : {});
    await way(bench);
    const at = bench.events.findIndex((e) => e.type === 'session/transition' && e.row === name);
    const taken = bench.events[at];
    if (taken?.type !== 'session/transition') throw new Error(`never taken: ${bench.rows.join()}`);
    if (row.from !== 'any') expect(row.from).toContain(taken.from);
    const before = bench.events.slice(0, at);
    const hadUser = before.findLast((e) => e.type === 'session/published')?.hasUser ?? false;
    const isBlocked = before.some((e) => e.type === 'session/transition' && e.row === '7');
    expect(taken.to).toBe(stateAfter(row, taken.from, hadUser, isBlocked));
    const told = bench.events[at + 1];
    const published = told?.type === 'session/published' ? told : null;
    if (row.publishes === null) expect(published).toBeNull();
    else expect(published).toMatchObject(publication(row.publishes, hadUser));
  });

  it('a user refused while they are deleted or read has been told of once', async () => {
    for (const [status, begin] of REFUSED_MEANWHILE) {
      const bench = createSessionBench();
      const { users, seen } = await asA(bench);
      const user = bench.service.users.get(ID_A);
      if (user) user.status = status;
      await finish(bench, begin(users));
      expect(seen).toEqual(['a InProgress', '- Failure(session/forcibly-logged-out)']);
      expect(bench.rows.at(-1)).toBe('32');
    }
  });

  it('names every row once and leaves none ambiguous', () => {
    const names = SESSION_TABLE.map((row) => row.row);
    expect(new Set(names).size).toBe(names.length);
    const keys = SESSION_TABLE.flatMap((row: SessionRow) =>
      [row.from].flat().map((from) => `${from} ${row.event} ${row.guard}`),
    );
    expect(new Set(keys).size).toBe(keys.length);
  });
});
