import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { problemSchema } from '../contract/http/problem';
import { registeredSchema, tokensSchema } from '../contract/http/users';
import { sampleTest } from '../hearing/spec-support/sample-test';
import { until } from '../../scripts/processes';
import { describeUsers } from './contract-suite';
import { describeData } from './contract-suite-data';
import { describeHearingTests } from './contract-suite-hearing-tests';
import { describeRequests } from './contract-suite-requests';
import { describeTokens } from './contract-suite-tokens';
import { openPostgres } from './storage/postgres';
import {
  bearer,
  clientToken,
  logIn,
  newUser,
  refresh,
  register,
  sendJson,
  testDeps,
  type Harness,
} from './testing/harness';
import { startPostgres, type Postgres } from './testing/postgres';
import { startTwoInstances, type TwoInstances } from './testing/two-instances';

let postgres: Postgres;
let both: TwoInstances;
let databaseUrl = '';

beforeAll(async () => {
  postgres = await startPostgres();
  databaseUrl = await postgres.newDatabase();
  both = await startTwoInstances(databaseUrl);
}, 60_000);
afterAll(async () => {
  await both.close();
  await postgres.stop();
});

/** The same two each time: what a test stored goes when it ends. */
const twoInstances = async (): Promise<Harness> => ({ ...both, close: both.clear });

for (const describeSuite of [
  describeUsers,
  describeData,
  describeHearingTests,
  describeTokens,
  describeRequests,
]) {
  describeSuite('two instances on PostgreSQL', twoInstances);
}

/** Sends to both instances by turns, all at once. */
const atOnce = <T>(count: number, task: (service: Pick<Harness, 'send'>) => Promise<T>) =>
  Promise.all(
    Array.from({ length: count }, (_, n) =>
      task({ send: (path, init) => both.sendTo(n, path, init) }),
    ),
  );
const counted = (statuses: readonly number[]): Record<number, number> =>
  Object.fromEntries(
    [...new Set(statuses)].map((s) => [s, statuses.filter((x) => x === s).length]),
  );
const sendId = (service: Pick<Harness, 'send'>, anonymousId: string, token: string) =>
  sendJson(service, 'POST', '/v1/anonymous-users', { anonymousId, product: 'x' }, bearer(token));

it('makes one user of 200 registrations at once on both instances', async () => {
  const [id, token] = [randomUUID(), await clientToken(both)];
  const replies = await atOnce(200, (service) => sendId(service, id, token));
  expect(counted(replies.map(({ status }) => status))).toEqual({ 200: 199, 201: 1 });
  const bodies = await Promise.all(
    replies.map(async (r) => registeredSchema.parse(await r.json())),
  );
  expect(new Set(bodies.map(({ user }) => user.userId)).size).toBe(1);
  const { access_token: asUser } = tokensSchema.parse(await (await logIn(both, id)).json());
  for (const instance of [0, 1]) {
    const me = await both.sendTo(instance, '/v1/me', { headers: bearer(asUser) });
    expect(await me.json()).toMatchObject({ userId: bodies[0]!.user.userId });
  }
}, 60_000);

it('lets no registration on the other instance bring a user back whose deletion runs', async () => {
  const token = await clientToken(both);
  for (let time = 0; time < 8; time += 1) {
    const { id, as } = await newUser(both);
    const deletion = both.sendTo(time, '/v1/me', { method: 'DELETE', headers: as });
    const replies = await atOnce(6, (service) => sendId(service, id, token));
    expect((await deletion).status).toBe(204);
    for (const { status } of replies) expect([200, 410]).toContain(status);
    const after = await register(both, id);
    expect(problemSchema.parse(await after.json()).code).toBe('user_deleted');
  }
}, 60_000);

it('rotates a refresh token once, whichever instance is asked how often', async () => {
  for (let time = 0; time < 10; time += 1) {
    const { id, tokens } = await newUser(both);
    const replies = await atOnce(10, (service) => refresh(service, tokens.refresh_token));
    const bodies = await Promise.all(replies.map(async (r) => tokensSchema.parse(await r.json())));
    const successors = new Set(bodies.map(({ refresh_token: successor }) => successor));
    expect(successors.size).toBe(1);
    const [next = ''] = successors;
    const onOther = await refresh({ send: (p, init) => both.sendTo(time, p, init) }, next);
    expect(onOther.status).toBe(200);
    expect((await logIn(both, id)).status).toBe(200);
  }
}, 60_000);

it('keeps the last 50 sessions of a user who logs in 120 times at once', async () => {
  const { id } = await newUser(both);
  const replies = await atOnce(120, (service) => logIn(service, id));
  expect(counted(replies.map(({ status }) => status))).toEqual({ 200: 120 });
  const opened = (await openPostgres({ ...testDeps(''), url: databaseUrl }))!;
  const { count } = await opened.store.db
    .selectFrom('sessions')
    .innerJoin('users', 'users.user_id', 'sessions.user_id')
    .where('id_hash', '=', opened.store.keys.hash('anonymous-id', id))
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  expect(count).toBe(50);
  await opened.close();
}, 60_000);

it('stores a test once, and takes both instances for one', async () => {
  const { as } = await newUser(both);
  const test = sampleTest(1);
  const replies = await atOnce(20, (service) =>
    sendJson(service, 'PUT', `/v1/me/hearing-tests/${test.id}`, test, as),
  );
  expect(counted(replies.map(({ status }) => status))).toEqual({ 200: 19, 201: 1 });
});

it('makes a new database with one key, however many instances start at once', async () => {
  const url = await postgres.newDatabase();
  const opened = await Promise.all(
    Array.from({ length: 6 }, () => openPostgres({ ...testDeps(''), url })),
  );
  const hashes = opened.map((each) => each?.store.keys.hash('anonymous-id', 'x'));
  expect(new Set(hashes).size).toBe(1);
  expect(hashes[0]).toMatch(/^[0-9a-f]{64}$/);
  for (const each of opened) await each?.close();
});

it('repeats a write that met another in a deadlock', async () => {
  const opened = (await openPostgres({ ...testDeps(''), url: databaseUrl }))!;
  const { write } = opened.store;
  const users = [await newUser(both), await newUser(both)].map(({ user }) => user.userId);
  let arrived = 0;
  let go = (): void => undefined;
  const bothLocked = new Promise<void>((resolve) => (go = resolve));
  const setBoth = (order: readonly string[], year: number) =>
    write(async (trx) => {
      for (const [n, id] of order.entries()) {
        await trx
          .updateTable('users')
          .set({ year_of_birth: year })
          .where('user_id', '=', id)
          .execute();
        if (n === 0 && (arrived += 1) === 2) go();
        await bothLocked;
      }
      return year;
    });
  const years = await Promise.all([setBoth(users, 1980), setBoth(users.toReversed(), 1981)]);
  expect(years).toEqual([1980, 1981]);
  expect(arrived).toBeGreaterThan(2);
  await opened.close();
});

it('goes on after the server has ended all its connections', async () => {
  const { id } = await newUser(both);
  await both.endConnections();
  await until('an answer', async () => (await logIn(both, id)).status === 200);
  await until('the other one', async () => (await logIn(both, id)).status === 200);
});

it('is null when the database cannot be reached', async () => {
  const url = 'postgres://mimi:x@127.0.0.1:1/none';
  expect(await openPostgres({ ...testDeps(''), url })).toBeNull();
});
