import { describe, expect, it } from 'vitest';
import { largeSampleTest, sampleId, sampleTest } from '../../hearing/spec-support/sample-test';
import { MimiAuthRoute } from '../mimi-core/mimi-auth-route';
import { codeOf, createSessionBench, ID_A, ID_B } from '../mimi-core/spec-support/session-bench';

type Bench = ReturnType<typeof createSessionBench>;
const A = 'user-1';
const login = (id: string) => MimiAuthRoute.LoginAnonymously(id);
const typesOnDisk = (bench: Bench): string[] => bench.disk().outbox.map(({ type }) => type);
/** Stored tests of a user; null: deleted. */
const storedFor = (bench: Bench, id: string) => bench.service.users.get(id)!.tests;
const puts = (bench: Bench): number =>
  bench.service.requests.filter((route) => route.startsWith('PUT')).length;

describe('a finished test', () => {
  it('is on disk when submitting resolves, before anything is sent, and sent in the background', async () => {
    const bench = createSessionBench();
    const { tests } = await bench.startAs(ID_A);
    bench.service.fault = () => {
      expect(bench.disk().outbox).toMatchObject([{ type: 'hearing-test', userId: A }]);
      return null;
    };
    await tests.submit(A, sampleTest(1));
    expect(tests.queued.state.entries).toMatchObject([{ test: sampleTest(1) }]);
    await bench.clock.settle();
    expect([...storedFor(bench, ID_A)]).toEqual([[sampleId(1), sampleTest(1)]]);
    expect([bench.disk().outbox, tests.queued.state.entries]).toEqual([[], []]);
  });

  it('that cannot be written is refused, and nothing is sent', async () => {
    const bench = createSessionBench();
    const { tests } = await bench.startAs(ID_A);
    bench.records.failWrites(1);
    expect(await codeOf(tests.submit(A, sampleTest(1)))).toBe('secrets/write-failed');
    await bench.clock.advance(600_000);
    expect(storedFor(bench, ID_A).size).toBe(0);
  });

  it.each(['offline' as const, 'hang' as const, 'html' as const, 'lost' as const, { status: 500 }])(
    '%j: it waits and is stored once',
    async (fault) => {
      const bench = createSessionBench();
      const { tests } = await bench.startAs(ID_A);
      bench.service.fault = () => fault;
      await tests.submit(A, sampleTest(1));
      await bench.clock.advance(60_000);
      expect(typesOnDisk(bench)).toEqual(['hearing-test']);
      bench.service.fault = null;
      await bench.clock.advance(300_000);
      expect([...storedFor(bench, ID_A).values()]).toEqual([sampleTest(1)]);
      expect(typesOnDisk(bench)).toEqual([]);
    },
  );

  it.each(['offline' as const, 'lost' as const])(
    'survives a kill between attempts (%s), and is stored once',
    async (fault) => {
      const bench = createSessionBench();
      const { tests } = await bench.startAs(ID_A);
      bench.service.fault = () => fault;
      for (const n of [1, 2]) await tests.submit(A, sampleTest(n));
      await bench.clock.settle();
      bench.kill();
      bench.service.fault = null;
      const next = await bench.start();
      expect([...storedFor(bench, ID_A).values()]).toEqual([sampleTest(1), sampleTest(2)]);
      expect(next.tests.queued.state.entries).toEqual([]);
    },
  );

  it('is sent as the user it was made under only, even while another one is current', async () => {
    const bench = createSessionBench();
    const { users, tests } = await bench.startAs(ID_A);
    bench.service.addUser(ID_B);
    await bench.clock.until(users.authenticate(login(ID_B)));
    await tests.submit(A, sampleTest(1));
    expect(tests.queued.state).toEqual({ userId: 'user-2', entries: [] });
    await bench.clock.advance(600_000);
    expect([storedFor(bench, ID_A).size, storedFor(bench, ID_B).size]).toEqual([0, 0]);
    await bench.clock.until(users.authenticate(login(ID_A)));
    await bench.clock.settle();
    expect([storedFor(bench, ID_A).size, storedFor(bench, ID_B).size]).toEqual([1, 0]);
  });

  it('on its way when the user is switched, it is nobody else’s, and not lost', async () => {
    const bench = createSessionBench();
    const { users, tests } = await bench.startAs(ID_A);
    bench.service.addUser(ID_B);
    bench.service.fault = (route) => (route.startsWith('PUT') ? 'hang' : null);
    await tests.submit(A, sampleTest(1));
    await bench.clock.until(users.authenticate(login(ID_B)));
    bench.service.fault = null;
    await bench.clock.advance(600_000);
    expect(storedFor(bench, ID_B).size).toBe(0);
    await bench.clock.until(users.authenticate(login(ID_A)));
    await bench.clock.advance(600_000);
    expect(storedFor(bench, ID_A).size).toBe(1);
  });

  it('of somebody who is not kept here is refused', async () => {
    const bench = createSessionBench();
    const { tests } = await bench.startAs(ID_A);
    expect(await codeOf(tests.submit('nobody', sampleTest(1)))).toBe('session/no-user');
    expect(bench.disk().outbox).toEqual([]);
  });

  it.each([
    { status: 400, code: 'invalid_request' },
    { status: 422, code: 'invalid_request' },
  ])(
    'refused for good with %j it stays, holds nothing up, and is tried at the next start',
    async (fault) => {
      const bench = createSessionBench();
      const { tests } = await bench.startAs(ID_A);
      const ofFirst = sampleId(1);
      bench.service.fault = (_route, body) => (body.includes(ofFirst) ? fault : null);
      for (const n of [1, 2]) await tests.submit(A, sampleTest(n));
      await bench.clock.advance(600_000);
      expect(puts(bench)).toBe(2);
      expect(tests.queued.state.entries).toMatchObject([{ test: sampleTest(1) }]);
      bench.kill();
      bench.service.fault = null;
      const next = await bench.start();
      expect(puts(bench)).toBe(3);
      expect(next.tests.queued.state.entries).toEqual([]);
      expect(storedFor(bench, ID_A).size).toBe(2);
    },
  );

  it('whose id stands for another one stays', async () => {
    const bench = createSessionBench();
    const { tests } = await bench.startAs(ID_A);
    bench.service.fault = (route) => {
      return route.startsWith('PUT') ? { status: 409, code: 'conflict' } : null;
    };
    storedFor(bench, ID_A).set(sampleId(1), { ...sampleTest(1), yearOfBirth: 1900 });
    await tests.submit(A, sampleTest(1));
    await bench.clock.advance(600_000);
    expect(tests.queued.state.entries).toMatchObject([{ test: sampleTest(1) }]);
  });

  it('deleted on another computer while the reply to its storing was lost does not come back', async () => {
    const bench = createSessionBench();
    const { tests } = await bench.startAs(ID_A);
    bench.service.fault = () => 'lost';
    await tests.submit(A, sampleTest(1));
    await bench.clock.settle();
    expect(storedFor(bench, ID_A).get(sampleId(1))).toEqual(sampleTest(1));
    storedFor(bench, ID_A).set(sampleId(1), null);
    bench.service.fault = null;
    await bench.clock.advance(600_000);
    expect(tests.queued.state.entries).toEqual([]);
    expect(storedFor(bench, ID_A).get(sampleId(1))).toBeNull();
  });

  it('goes with its user', async () => {
    const bench = createSessionBench();
    const { users, tests } = await bench.startAs(ID_A);
    bench.service.fault = (route) => (route.startsWith('PUT') ? 'offline' : null);
    await tests.submit(A, sampleTest(1));
    await tests.remove(A, sampleId(2));
    await bench.clock.until(users.removeFromComputer());
    expect(typesOnDisk(bench).filter((type) => type !== 'revoke')).toEqual([]);
  });

  it('does not make the records too big to be read again', async () => {
    const bench = createSessionBench();
    const { tests } = await bench.startAs(ID_A);
    bench.service.fault = () => 'offline';
    for (let n = 0; n < 500; n += 1) await tests.submit(A, largeSampleTest(n));
    expect(await codeOf(tests.submit(A, sampleTest(999)))).toBe('secrets/write-failed');
    const bytes = Buffer.byteLength(JSON.stringify(bench.disk()));
    expect((bytes * 4) / 3).toBeLessThan(4 * 1024 * 1024);
  });
});

describe('a deletion', () => {
  const queued = async () => {
    const bench = createSessionBench();
    const started = await bench.startAs(ID_A);
    return { bench, ...started };
  };

  it('takes a test off the service, once that can be reached', async () => {
    const { bench, tests } = await queued();
    await tests.submit(A, sampleTest(1));
    await bench.clock.settle();
    bench.service.fault = () => 'offline';
    await tests.remove(A, sampleId(1));
    await bench.clock.advance(10_000);
    expect(typesOnDisk(bench)).toEqual(['delete-hearing-test']);
    bench.service.fault = null;
    await bench.clock.advance(300_000);
    expect(storedFor(bench, ID_A).get(sampleId(1))).toBeNull();
    expect(typesOnDisk(bench)).toEqual([]);
  });

  it('cancels a test that was not sent yet', async () => {
    const { bench, tests } = await queued();
    bench.service.fault = () => 'offline';
    await tests.submit(A, sampleTest(1));
    await tests.remove(A, sampleId(1));
    expect(typesOnDisk(bench)).toEqual(['delete-hearing-test']);
    bench.service.fault = null;
    await bench.clock.advance(60_000);
    expect(puts(bench)).toBe(0);
    expect(storedFor(bench, ID_A).get(sampleId(1))).toBeNull();
  });

  it.each(['in flight', 'lost', 'hang', 'refused'])(
    'while the submission is %s it ends deleted',
    async (how) => {
      const { bench, tests } = await queued();
      let release: () => void = () => undefined;
      const held = new Promise<void>((resolve) => (release = resolve));
      const original = bench.service.fetch;
      bench.service.fetch = async (request) => {
        const isPut = request.method === 'PUT';
        const reply = await original(request);
        if (isPut) await held;
        return reply;
      };
      const faults = { 'in flight': null, lost: 'lost', hang: 'hang', refused: { status: 400 } };
      const fault = faults[how as keyof typeof faults] as 'lost' | null;
      bench.service.fault = (route) => (route.startsWith('PUT') ? fault : null);
      await tests.submit(A, sampleTest(1));
      await bench.clock.settle();
      await tests.remove(A, sampleId(1));
      release();
      await bench.clock.advance(60_000);
      expect(storedFor(bench, ID_A).get(sampleId(1))).toBeNull();
      expect(typesOnDisk(bench)).toEqual([]);
      expect(tests.queued.state.entries).toEqual([]);
    },
  );

  it('survives a kill between the two, whatever the service had seen', async () => {
    for (const fault of ['offline', 'lost'] as const) {
      const { bench, tests } = await queued();
      bench.service.fault = () => fault;
      await tests.submit(A, sampleTest(1));
      await bench.clock.settle();
      await tests.remove(A, sampleId(1));
      bench.kill();
      bench.service.fault = null;
      await bench.start();
      expect(storedFor(bench, ID_A).get(sampleId(1))).toBeNull();
      expect(typesOnDisk(bench)).toEqual([]);
    }
  });

  it('asked for twice is one entry, and of another user does not count', async () => {
    const { bench, tests } = await queued();
    bench.service.fault = () => 'offline';
    await tests.submit(A, sampleTest(1));
    await tests.remove('user-9', sampleId(1));
    for (let time = 0; time < 2; time += 1) await tests.remove(A, sampleId(2));
    expect(typesOnDisk(bench)).toEqual([
      'hearing-test',
      'delete-hearing-test',
      'delete-hearing-test',
    ]);
  });

  it('names no test in the journal', async () => {
    const { bench, tests } = await queued();
    await tests.submit(A, sampleTest(1));
    await tests.remove(A, sampleId(1));
    await bench.clock.until(tests.load(sampleId(1)));
    await bench.clock.until(tests.history({ before: 12_345 }));
    const told = JSON.stringify(bench.events);
    expect(told).toContain('/v1/me/hearing-tests');
    expect(told).not.toMatch(/00000000-|12345/);
  });
});
