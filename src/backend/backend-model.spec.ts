import { randomUUID } from 'node:crypto';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import Libsql from 'libsql';
import { afterAll, expect, it } from 'vitest';
import { createBackend } from './create-backend';
import { bearer, logIn, postForm, refresh, register, sendJson, testDeps } from './testing/harness';

const SEED = 20261122;
const scratch = mkdtempSync(join(tmpdir(), 'mimi-model-'));
afterAll(() => rmSync(scratch, { recursive: true }));

const open = async (folder: string) => {
  const backend = await createBackend({ ...testDeps(folder), limits: null });
  const send = (path: string, init?: RequestInit) =>
    backend.fetch(new Request(`http://embedded.invalid${path}`, init));
  return { backend, send, folder };
};

interface Tokens {
  readonly access_token: string;
  readonly refresh_token: string;
}

/** What the service should know about one id. */
interface Expected {
  state: 'unknown' | 'alive' | 'deleted';
  userId: string;
  year: number | null;
  /** Of the last login or refresh; null once revoked. */
  tokens: Tokens | null;
}

const newcomer = (): Expected => ({ state: 'unknown', userId: '', year: null, tokens: null });

type Service = Awaited<ReturnType<typeof open>>;

const took = (expected: Expected, reply: { user?: { userId: string } }, tokens: Tokens): void => {
  if (reply.user !== undefined) {
    if (expected.state === 'alive') expect(reply.user.userId).toBe(expected.userId);
    Object.assign(expected, { state: 'alive', userId: reply.user.userId });
  }
  expected.tokens = tokens;
};

const OPERATIONS = {
  register: async (service: Service, id: string, expected: Expected) => {
    const reply = await register(service, id);
    const body = (await reply.json()) as { user: { userId: string }; tokens: Tokens };
    expect(reply.status).toBe({ unknown: 201, alive: 200, deleted: 410 }[expected.state]);
    if (reply.ok) took(expected, body, body.tokens);
  },
  logIn: async (service: Service, id: string, expected: Expected) => {
    const reply = await logIn(service, id);
    const body = (await reply.json()) as Tokens & { user: { userId: string }; reason?: string };
    expect(body.reason).toBe(expected.state === 'alive' ? undefined : expected.state);
    if (reply.ok) took(expected, body, body);
  },
  refresh: async (service: Service, _id: string, expected: Expected) => {
    if (expected.tokens === null) return;
    const reply = await refresh(service, expected.tokens.refresh_token);
    expect(reply.status).toBe(200);
    took(expected, {}, (await reply.json()) as Tokens);
  },
  revoke: async (service: Service, _id: string, expected: Expected) => {
    if (expected.tokens === null) return;
    const { access_token: access, refresh_token: token } = expected.tokens;
    expect((await postForm(service, '/oauth/revoke', { token })).status).toBe(200);
    expect((await service.send('/v1/me', { headers: bearer(access) })).status).toBe(401);
    expected.tokens = null;
  },
  setYear: async (service: Service, _id: string, expected: Expected) => {
    if (expected.tokens === null) return;
    const year = (expected.year ?? 1949) + 1;
    const as = bearer(expected.tokens.access_token);
    const reply = await sendJson(service, 'PATCH', '/v1/me', { yearOfBirth: year }, as);
    expect(await reply.json()).toMatchObject({ userId: expected.userId, yearOfBirth: year });
    expected.year = year;
  },
  read: async (service: Service, _id: string, expected: Expected) => {
    if (expected.tokens === null) return;
    const me = await service.send('/v1/me', { headers: bearer(expected.tokens.access_token) });
    expect(await me.json()).toMatchObject({ userId: expected.userId, yearOfBirth: expected.year });
  },
  remove: async (service: Service, _id: string, expected: Expected) => {
    if (expected.tokens === null) return;
    const headers = bearer(expected.tokens.access_token);
    expect((await service.send('/v1/me', { method: 'DELETE', headers })).status).toBe(204);
    Object.assign(expected, { state: 'deleted', tokens: null });
  },
};

const stepArbitrary = fc.oneof(
  {
    weight: 9,
    arbitrary: fc.record({
      operation: fc.constantFrom(...(Object.keys(OPERATIONS) as (keyof typeof OPERATIONS)[])),
      who: fc.nat(2),
    }),
  },
  { weight: 1, arbitrary: fc.constantFrom('restart' as const, 'kill' as const) },
);

it(`agrees with a small model over random operations, restarts and kills (seed ${String(SEED)})`, async () => {
  let folders = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(stepArbitrary, { minLength: 5, maxLength: 40 }), async (steps) => {
      let service = await open(join(scratch, String((folders += 1))));
      const people = [0, 1, 2].map(() => ({
        id: randomUUID(),
        expected: newcomer(),
      }));
      for (const step of steps) {
        if (typeof step === 'object') {
          const { id, expected } = people[step.who]!;
          await OPERATIONS[step.operation](service, id, expected);
          continue;
        }
        let folder = service.folder;
        if (step === 'kill')
          cpSync(folder, (folder = join(scratch, String((folders += 1)))), { recursive: true });
        await service.backend.close();
        service = await open(folder);
        expect(service.backend.state).toBe('ready');
      }
      await service.backend.close();
    }),
    { seed: SEED, numRuns: 40 },
  );
}, 60_000);

it('does not grow over 1,000 logins and switches, nor without bounds when nobody logs out', async () => {
  const service = await open(join(scratch, 'growth'));
  const ids = Array.from({ length: 20 }, () => randomUUID());
  for (const id of ids) await register(service, id);
  const rows = (): number[] => {
    const connection = new Libsql(join(service.folder, 'service.db'));
    const counted = ['sessions', 'access_tokens'].map(
      (table) =>
        (connection.prepare(`SELECT count(*) AS n FROM ${table}`).all()[0] as { n: number }).n,
    );
    connection.close();
    return counted;
  };
  const before = rows();
  for (let round = 0; round < 1000; round += 1) {
    const { refresh_token: token } = (await (
      await logIn(service, ids[round % 20]!)
    ).json()) as Tokens;
    await postForm(service, '/oauth/revoke', { token });
  }
  expect(rows()).toEqual(before);
  for (let round = 0; round < 80; round += 1) await logIn(service, ids[0]!);
  expect(rows()[0]).toBe(19 + 50);
  await service.backend.close();
}, 60_000);
