import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FAULT_CALLS, type FaultCall } from '../../../contract/fault-vocabulary';
import { faultSchema, type Fault } from '../../../contract/faults';
import { FAULT_PRESETS } from '../../../contract/lab-words';
import { journalEventSchema, type JournalEvent } from '../../journal/journal-events';
import { createFakeClock } from '../../mimi-core/spec-support/fake-clock';
import { createLabNetwork } from './lab-network';
import { PRESETS } from './presets';

const ALWAYS = { call: 'all', once: false, share: 100 } as const;

/** A request of each call, as the engine makes them. */
const REQUESTS: Record<FaultCall, readonly [method: string, path: string, grant?: string]> = {
  'client-token': ['POST', '/oauth/token', 'client_credentials'],
  register: ['POST', '/v1/anonymous-users'],
  login: ['POST', '/oauth/token', 'urn:mimi:oauth:grant-type:anonymous-id'],
  refresh: ['POST', '/oauth/token', 'refresh_token'],
  revoke: ['POST', '/oauth/revoke'],
  me: ['GET', '/v1/me'],
  'year-of-birth': ['PATCH', '/v1/me'],
  profile: ['GET', '/v1/me/profile'],
  tests: ['PUT', '/v1/me/hearing-tests/0f8fad5b-d9cb-469f-a165-70867728950e'],
  settings: ['GET', '/v1/me/settings'],
  export: ['GET', '/v1/me/export'],
  deletion: ['DELETE', '/v1/me'],
};

const requestOf = (call: FaultCall, base = 'https://service.example/api'): Request => {
  const [method, path, grant] = REQUESTS[call];
  const body = grant === undefined ? {} : { body: new URLSearchParams({ grant_type: grant }) };
  return new Request(base + path, { method, ...body });
};

const setUp = (random: () => number = () => 0) => {
  const clock = createFakeClock();
  const events: JournalEvent[] = [];
  const arrived: Request[] = [];
  let changes = 0;
  const network = createLabNetwork({
    clock,
    random,
    randomUUID,
    journal: (event) => void events.push(event),
  });
  network.onChanged(() => (changes += 1));
  const user = { userId: 'u1', anonymousId: randomUUID() };
  const reply = { user };
  const fetch = network.wrap(async (request) => {
    arrived.push(request);
    await request.text();
    return Response.json(reply, { headers: { 'content-length': '999' } });
  });
  const send = (call: FaultCall) => fetch(requestOf(call));
  return { clock, network, events, arrived, fetch, send, user, changes: () => changes };
};

describe('the network of the Lab', () => {
  it('hands every request through as it is until a fault is on, and again after the last is off', async () => {
    const { network, fetch, arrived } = setUp();
    const request = requestOf('me');
    await fetch(request);
    await network.add({ kind: 'offline', ...ALWAYS });
    await expect(fetch(requestOf('me'))).rejects.toThrow(TypeError);
    network.clear();
    const again = requestOf('me');
    await fetch(again);
    expect(arrived).toEqual([request, again]);
    expect(arrived[1]).toBe(again);
    expect(network.isOn()).toBe(false);
  });

  it.each(FAULT_CALLS)('meets only %s when meant for it', async (call) => {
    const { network, send } = setUp();
    await network.add({ kind: 'server-error', ...ALWAYS, call });
    for (const other of FAULT_CALLS) {
      expect((await send(other)).status).toBe(other === call ? 500 : 200);
    }
    expect(network.view().faults).toMatchObject([{ met: 1 }]);
  });

  it('reaches the service with those that act and with no other', async () => {
    const acts = {
      offline: 0,
      reset: 0,
      'rate-limited': 0,
      'server-error': 0,
      'captive-portal': 0,
      'body-cut': 1,
      'reply-lost': 1,
      'wrong-id': 1,
    } as const;
    for (const [kind, count] of Object.entries(acts)) {
      const { network, send, arrived } = setUp();
      await network.add(faultSchema.parse({ kind, ...ALWAYS, ...extraOf(kind) }));
      await send('login').catch(() => undefined);
      expect([kind, arrived.length]).toEqual([kind, count]);
    }
  });

  it('says how long to wait', async () => {
    const { network, send } = setUp();
    await network.add({ kind: 'rate-limited', ...ALWAYS, retryAfterSeconds: 7 });
    const reply = await send('me');
    expect([reply.status, reply.headers.get('retry-after')]).toEqual([429, '7']);
  });

  it('cuts a body in half and puts a random other id in a reply', async () => {
    const { network, send, user } = setUp();
    await network.add({ kind: 'body-cut', ...ALWAYS });
    const whole = JSON.stringify({ user });
    const cut = await (await send('login')).text();
    expect(whole.startsWith(cut) && cut.length < whole.length).toBe(true);
    network.clear();
    await network.add({ kind: 'wrong-id', ...ALWAYS });
    const ids = new Set<string>([user.anonymousId]);
    for (let n = 0; n < 5; n += 1) {
      const other = (await (await send('login')).json()) as { user: typeof user };
      expect(other.user.userId).toBe('u1');
      ids.add(other.user.anonymousId);
    }
    expect(ids.size).toBe(6);
    // A reply that names nobody has no id to be wrong.
    await send('settings');
    expect(network.view().faults[0]!.met).toBe(5);
  });

  it('delays by what was asked, more or less the jitter, before anything else', async () => {
    const { network, send, clock } = setUp(() => 0.75);
    await network.add({ kind: 'latency', ...ALWAYS, share: 100, ms: 1000, jitterMs: 400 });
    await network.add({ kind: 'offline', ...ALWAYS });
    let failed = false;
    const sending = send('me').catch(() => (failed = true));
    await clock.advance(1_199);
    expect(failed).toBe(false);
    await clock.advance(1);
    await sending;
    expect(failed).toBe(true);
  });

  it('never answers a timeout, until it is off or nobody waits', async () => {
    const { network, send, fetch, clock } = setUp();
    await network.add({ kind: 'timeout', ...ALWAYS });
    const held = send('me');
    await clock.settle();
    network.clear();
    await expect(held).rejects.toThrow(TypeError);
    await network.add({ kind: 'timeout', ...ALWAYS });
    const giveUp = new AbortController();
    const request = new Request('http://embedded.invalid/v1/me', { signal: giveUp.signal });
    const waiting = fetch(request);
    await clock.settle();
    giveUp.abort();
    await expect(waiting).rejects.toThrow(TypeError);
  });

  it('sets the wall clock off while a jump is on, and not the other one', async () => {
    const { network, clock } = setUp();
    const [now, monotonic] = [clock.now(), clock.monotonic()];
    await network.add({ kind: 'clock-jump', byMinutes: -90 });
    expect(network.clock.now()).toBe(now - 5_400_000);
    expect(network.clock.monotonic()).toBe(monotonic);
    network.clear();
    expect(network.clock.now()).toBe(now);
  });

  it('has the next renewal refused, once, and nothing else', async () => {
    const { network, send } = setUp();
    await network.refuseNextRefresh();
    expect((await send('login')).status).toBe(200);
    const refused = await send('refresh');
    expect([refused.status, await refused.json()]).toMatchObject([400, { error: 'invalid_grant' }]);
    expect((await send('refresh')).status).toBe(200);
    expect(network.isOn()).toBe(false);
  });

  it('takes the place of one of the same kind for the same call, and off by its number', async () => {
    const { network } = setUp();
    await network.add({ kind: 'latency', ...ALWAYS, ms: 5, jitterMs: 0 });
    await network.add({ kind: 'latency', ...ALWAYS, ms: 9, jitterMs: 0 });
    await network.add({ kind: 'latency', ...ALWAYS, call: 'me', ms: 1, jitterMs: 0 });
    const { faults } = network.view();
    expect(faults.map(({ fault }) => ('ms' in fault ? fault.ms : 0))).toEqual([9, 1]);
    network.remove(faults[0]!.id);
    network.remove(999);
    expect(network.view().faults).toEqual([faults[1]]);
  });

  it.each(FAULT_PRESETS)('takes %s whole, in the place of what was on', async (preset) => {
    const { network } = setUp();
    await network.add({ kind: 'reset', ...ALWAYS, call: 'me' });
    await network.usePreset(preset);
    expect(network.view().faults.map(({ fault }) => fault)).toEqual(PRESETS[preset]);
    for (const fault of PRESETS[preset]) expect(faultSchema.parse(fault)).toEqual(fault);
  });

  it('tells of requests met at most ten times a second, and of switches at once', async () => {
    const { network, send, clock, changes, events } = setUp();
    await network.add({ kind: 'server-error', ...ALWAYS });
    const before = changes();
    for (let n = 0; n < 50; n += 1) await send('me');
    expect(changes()).toBe(before);
    await clock.advance(100);
    expect(changes()).toBe(before + 1);
    network.clear();
    expect(changes()).toBe(before + 2);
    expect(events.map((event) => journalEventSchema.parse(event))).toEqual(events);
    expect(events.at(-1)).toMatchObject({ type: 'lab/fault', change: 'off' });
  });
});

const extraOf = (kind: string): object => {
  if (kind === 'rate-limited') return { retryAfterSeconds: 1 };
  return kind === 'latency' ? { ms: 0, jitterMs: 0 } : {};
};

const request = fc.constantFrom(...FAULT_CALLS);

it('a fault meant once meets exactly one request, however many come together', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(request, { maxLength: 24 }),
      fc.constantFrom('all' as const, ...FAULT_CALLS),
      async (calls, call) => {
        const { network, send, arrived } = setUp(Math.random);
        await network.add({ kind: 'offline', call, once: true, share: 100 });
        const sent = await Promise.allSettled(calls.map((one) => send(one)));
        const meant = calls.filter((one) => call === 'all' || one === call).length;
        const failed = sent.filter(({ status }) => status === 'rejected').length;
        expect(failed).toBe(Math.min(1, meant));
        expect(arrived.length).toBe(calls.length - failed);
        expect(network.isOn()).toBe(meant === 0);
      },
    ),
    { seed: 20_261_122, numRuns: 100 },
  );
});

it('meets about the share of requests asked for', async () => {
  let state = 7;
  const random = (): number => (state = (state * 16_807) % 2_147_483_647) / 2_147_483_647;
  const { network, send } = setUp(random);
  const fault: Fault = { kind: 'server-error', ...ALWAYS, share: 20 };
  await network.add(fault);
  let failures = 0;
  for (let n = 0; n < 1_000; n += 1) if ((await send('me')).status === 500) failures += 1;
  expect(failures).toBeGreaterThan(160);
  expect(failures).toBeLessThan(240);
});
