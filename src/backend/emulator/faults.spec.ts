import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { FAULT_KINDS } from '../../contract/fault-vocabulary';
import { requestFaultSchema, type RequestFault } from '../../contract/faults';
import { registeredSchema } from '../../contract/http/users';
import { bearer, clientToken, logIn, newUser, register } from '../testing/harness';
import { createFaults } from './faults';
import {
  RAW_TOKEN_REQUEST,
  rawRequest,
  sendRaw,
  startTestSandbox,
  type TestSandbox,
} from './spec-support/sandbox';

const meets = { call: 'all', once: false, share: 100 } as const;

describe('faults over a bare socket', () => {
  let sandbox: TestSandbox;
  beforeAll(async () => {
    sandbox = await startTestSandbox();
  });
  afterEach(async () => {
    await sandbox.admin('DELETE', '/faults');
  });
  afterAll(() => sandbox.stop());

  const switchOn = async (fault: Record<string, unknown>): Promise<void> => {
    const reply = await sandbox.admin('POST', '/faults', { ...meets, ...fault });
    expect(reply.status).toBe(201);
  };

  /** Registers over a bare socket; the service's own answer is in `known`. */
  const registerRaw = async (fault: Record<string, unknown>) => {
    const anonymousId = randomUUID();
    const token = await clientToken(sandbox);
    await switchOn({ ...fault, call: 'register' });
    const headers = { ...bearer(token), 'content-type': 'application/json' };
    const body = JSON.stringify({ anonymousId, product: 'companion' });
    const reply = await sendRaw(sandbox.url, rawRequest('/v1/anonymous-users', headers, body));
    await sandbox.admin('DELETE', '/faults');
    const known = (await logIn(sandbox, anonymousId)).status === 200;
    return { ...reply, anonymousId, isKnown: known };
  };

  it('has a test below for each kind', () => {
    const kinds = requestFaultSchema.options.map((option) => option.shape.kind.value);
    expect([...kinds, 'clock-jump']).toEqual([...FAULT_KINDS]);
  });

  it('offline: the connection is closed and nothing happens', async () => {
    expect(await registerRaw({ kind: 'offline' })).toMatchObject({ bytes: '', isKnown: false });
  });

  it('reset: the connection breaks and nothing happens', async () => {
    expect(await registerRaw({ kind: 'reset' })).toMatchObject({
      bytes: '',
      ended: 'reset',
      isKnown: false,
    });
  });

  it('reply-lost: the service acts and says nothing', async () => {
    expect(await registerRaw({ kind: 'reply-lost' })).toMatchObject({ bytes: '', isKnown: true });
  });

  it('body-cut: the service acts and half of what was announced arrives', async () => {
    const { bytes, isKnown } = await registerRaw({ kind: 'body-cut' });
    expect(isKnown).toBe(true);
    const [head = '', body = ''] = bytes.split('\r\n\r\n');
    expect(head).toMatch(/^HTTP\/1\.1 201 /);
    const announced = Number(/content-length: (\d+)/i.exec(head)?.[1]);
    expect(body.length).toBe(Math.floor(announced / 2));
    expect(() => JSON.parse(body) as unknown).toThrow();
  });

  it('wrong-id: the service acts and the reply holds another id', async () => {
    const { bytes, isKnown, anonymousId } = await registerRaw({ kind: 'wrong-id' });
    const body: unknown = JSON.parse(bytes.split('\r\n\r\n')[1] ?? '');
    expect(isKnown).toBe(true);
    expect(registeredSchema.parse(body).user.anonymousId).not.toBe(anonymousId);
  });

  it('rate-limited: 429 with Retry-After and nothing happens', async () => {
    const { bytes, isKnown } = await registerRaw({ kind: 'rate-limited', retryAfterSeconds: 7 });
    expect(bytes).toMatch(/^HTTP\/1\.1 429 /);
    expect(bytes).toMatch(/\r\nretry-after: 7\r\n/i);
    expect(bytes).toContain('"retryAfterMs":7000');
    expect(isKnown).toBe(false);
  });

  it('server-error: 500 and nothing happens', async () => {
    const { bytes, isKnown } = await registerRaw({ kind: 'server-error' });
    expect(bytes).toMatch(/^HTTP\/1\.1 500 /);
    expect(bytes).toContain('"code":"internal"');
    expect(isKnown).toBe(false);
  });

  it('captive-portal: HTML with status 200 and nothing happens', async () => {
    const { bytes, isKnown } = await registerRaw({ kind: 'captive-portal' });
    expect(bytes).toMatch(/^HTTP\/1\.1 200 /);
    expect(bytes).toMatch(/content-type: text\/html/i);
    expect(isKnown).toBe(false);
  });

  it('timeout: no answer until the client gives up', async () => {
    await switchOn({ kind: 'timeout' });
    const impatient = AbortSignal.timeout(150);
    await expect(sandbox.send('/v1/me', { signal: impatient })).rejects.toThrow();
    await expect
      .poll(async () => (await sandbox.admin('GET', '/requests?call=me')).text())
      .toContain('"status":null');
  });

  it('latency: the answer comes later, and is the same', async () => {
    await switchOn({ kind: 'latency', ms: 120, jitterMs: 0 });
    const began = performance.now();
    expect((await sendRaw(sandbox.url, RAW_TOKEN_REQUEST)).bytes).toContain('access_token');
    expect(performance.now() - began).toBeGreaterThanOrEqual(119);
  });

  it('meets only the call that is meant, and only once when told so', async () => {
    const { id } = await newUser(sandbox);
    await switchOn({ kind: 'server-error', call: 'login', once: true });
    expect((await register(sandbox, randomUUID())).status).toBe(201);
    expect((await logIn(sandbox, id)).status).toBe(500);
    expect((await logIn(sandbox, id)).status).toBe(200);
    expect(await (await sandbox.admin('GET', '/faults')).json()).toEqual({ faults: [] });
  });

  it('meets neither the emulator nor what operators ask', async () => {
    await switchOn({ kind: 'server-error' });
    for (const path of ['/healthz', '/readyz', '/metrics', '/openapi.json', '/docs/']) {
      expect([path, (await sandbox.send(path)).status]).toEqual([path, 200]);
    }
    expect((await sandbox.admin('GET', '/accounts')).status).toBe(200);
    expect((await sandbox.send('/v1/me')).status).toBe(500);
  });

  it('is counted, and switched off by its id', async () => {
    await switchOn({ kind: 'server-error' });
    await sandbox.send('/v1/me');
    const list = await (await sandbox.admin('GET', '/faults')).json();
    const { faults } = list as { faults: { id: number; met: number; fault: RequestFault }[] };
    expect(faults).toMatchObject([{ met: 1, fault: { kind: 'server-error' } }]);
    const path = `/faults/${String(faults[0]?.id)}`;
    expect((await sandbox.admin('DELETE', path)).status).toBe(204);
    expect((await sandbox.admin('DELETE', path)).status).toBe(404);
    expect((await sandbox.send('/v1/me')).status).toBe(401);
  });

  it.each([
    ['another kind', { ...meets, kind: 'meteor' }],
    ['another call', { ...meets, kind: 'reset', call: 'everything' }],
    ['no share', { ...meets, kind: 'reset', share: 0 }],
    ['what is not its own', { ...meets, kind: 'reset', ms: 1 }],
    ['the clock, which has a place of its own', { kind: 'clock-jump', byMinutes: 5 }],
  ])('refuses %s', async (_name, fault) => {
    expect((await sandbox.admin('POST', '/faults', fault)).status).toBe(400);
  });

  it('records what happened, without a word of it, and filters and forgets', async () => {
    await sandbox.admin('DELETE', '/requests');
    const { id } = await newUser(sandbox);
    await logIn(sandbox, id);
    await logIn(sandbox, randomUUID());
    await switchOn({ kind: 'reply-lost', call: 'login' });
    await expect(logIn(sandbox, id)).rejects.toThrow();
    const listed = async (query: string) => {
      const text = await (await sandbox.admin('GET', `/requests?${query}`)).text();
      expect(text).not.toContain(id);
      return (JSON.parse(text) as { requests: Record<string, unknown>[] }).requests;
    };
    expect(await listed('call=login')).toMatchObject([
      { method: 'POST', route: '/oauth/token', status: 200, code: null, faults: [] },
      { status: 400, code: 'unknown' },
      { status: null, code: null, faults: ['reply-lost'] },
    ]);
    expect(await listed('status=4')).toMatchObject([{ code: 'unknown' }]);
    expect(await listed('status=201')).toMatchObject([{ call: 'register' }]);
    expect(await listed('limit=1')).toMatchObject([{ faults: ['reply-lost'] }]);
    expect(await listed('method=GET')).toEqual([]);
    const all = await listed('');
    expect(await listed(`after=${String(all[1]?.['number'])}`)).toHaveLength(all.length - 2);
    await sandbox.admin('DELETE', '/requests');
    expect(await listed('')).toEqual([]);
  });
});

describe('createFaults', () => {
  it('adds delays up, with jitter in both directions and never below nothing', () => {
    for (const [random, expected] of [
      [0, 40],
      [0.5, 110],
      [0.99, 188.4],
    ] as const) {
      const faults = createFaults(() => random);
      faults.add({ ...meets, kind: 'latency', ms: 100, jitterMs: 60 });
      faults.add({ ...meets, kind: 'latency', ms: 10, jitterMs: 20 });
      expect(faults.meet(null).delayMs).toBeCloseTo(expected, 1);
    }
  });

  it('meets a share of the requests', () => {
    const drawn = [0.2, 0.4, 0.29, 0.3];
    const faults = createFaults(() => drawn.shift() ?? 1);
    faults.add({ ...meets, kind: 'reset', share: 30 });
    expect([1, 2, 3, 4].map(() => faults.meet('me').fault?.kind ?? null)).toEqual([
      'reset',
      null,
      'reset',
      null,
    ]);
  });

  it('does not use up a second fault that has nothing left to answer', () => {
    const faults = createFaults(() => 0);
    faults.add({ ...meets, kind: 'reset', once: true });
    faults.add({ ...meets, kind: 'server-error', once: true });
    expect(faults.meet('me').fault?.kind).toBe('reset');
    expect(faults.meet('me').fault?.kind).toBe('server-error');
    expect(faults.meet('me').fault).toBeNull();
  });

  it('has room for 32', () => {
    const faults = createFaults(() => 0);
    for (let n = 0; n < 32; n += 1) faults.add({ ...meets, kind: 'reset' });
    expect(() => faults.add({ ...meets, kind: 'reset' })).toThrow('invalid_request');
  });
});
