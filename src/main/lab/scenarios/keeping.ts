import { rmSync } from 'node:fs';
import { errorOf, type Bench, type ScratchApp } from './bench';
import type { Look } from './protocol';

/** The year every profile in these scenarios is made with. */
const YEAR_OF_BIRTH = 1980;

/** More than the life of an access token. */
const HOURS_AHEAD_MS = 3 * 3_600_000;

/** Makes a profile and answers its id; empty when there is none then. */
export const makeProfile = async (bench: Bench, app: ScratchApp): Promise<string> => {
  bench.step('make-profile');
  const { id } = await app.ask('makeProfile', { yearOfBirth: YEAR_OF_BIRTH });
  return id ?? '';
};

/** Starts an app and makes a profile of its own in it. */
export const startWithProfile = async (bench: Bench) => {
  const app = await bench.start();
  const id = await makeProfile(bench, app);
  return { app, id, before: await app.look() };
};

/** Expects an app to be open on this user. */
export const expectOpen = async (bench: Bench, app: ScratchApp, id: string): Promise<Look> => {
  const look = await app.look();
  bench.expect('session', 'active', look.session);
  bench.expectIds('same-id', [id], [look.id]);
  return look;
};

/** Expects that the year of birth given at first is there. */
const expectYear = (bench: Bench, { yearOfBirth }: Look): void =>
  bench.expect('year-kept', YEAR_OF_BIRTH, yearOfBirth ?? 'none');

/** Makes a profile in another place on the same service, where it is left; answers its id. */
export const makeElsewhere = async (bench: Bench): Promise<string> => {
  const other = await bench.start({ data: 'elsewhere', step: 'start-second' });
  const id = await makeProfile(bench, other);
  await other.stop();
  return id;
};

/** Nothing there: nobody is logged in, nothing is asked, no id; the first profile makes exactly one user. */
export const cleanStart = async (bench: Bench): Promise<void> => {
  const app = await bench.start();
  const before = await app.look();
  bench.expect('session', 'signed-out', before.session);
  bench.expectIds('same-id', [null], [before.id]);
  bench.expect('no-request', 0, before.requests);
  bench.expect('users-made', 0, await bench.usersMade());
  const id = await makeProfile(bench, app);
  const after = await app.look();
  bench.expect('session', 'active', after.session);
  expectYear(bench, after);
  bench.expectIds('id-kept', [id], after.stored);
  bench.expect('users-made', 1, await bench.usersMade());
};

/** The next start opens on the same user, with the service and without it. */
export const restoreAtStart = async (bench: Bench): Promise<void> => {
  const { app: first, id } = await startWithProfile(bench);
  bench.step('stop');
  await first.stop();
  for (const isOffline of [false, true]) {
    const next = await bench.start({ isOffline });
    expectYear(bench, await expectOpen(bench, next, id));
    await next.process.kill();
  }
  bench.step('count-users');
  bench.expect('users-made', 1, await bench.usersMade());
};

/** Local data gone, id supplied again: the profile is back, and no second user was made. */
export const reinstall = async (bench: Bench): Promise<void> => {
  const { app: first, id } = await startWithProfile(bench);
  bench.step('stop');
  await first.stop();
  bench.step('remove-data');
  rmSync(first.folder, { recursive: true });
  const again = await bench.start();
  const empty = await again.look();
  bench.expect('session', 'signed-out', empty.session);
  bench.expectIds('id-offered', [null], [empty.offered]);
  bench.step('log-in');
  const { type } = await again.ask('logIn', { id });
  const back = await again.look();
  bench.expect('outcome', 'Success', type);
  bench.expectIds('same-id', [id], [back.id]);
  expectYear(bench, back);
  bench.expect('users-made', 1, await bench.usersMade());
};

/** The same id on another product: one user in both, and neither ends the other's session. */
export const secondProduct = async (bench: Bench): Promise<void> => {
  const { app: first, id } = await startWithProfile(bench);
  const second = await bench.start({ data: 'two', product: 'product-two', step: 'start-second' });
  bench.step('log-in');
  const { type } = await second.ask('logIn', { id });
  bench.expect('outcome', 'Success', type);
  bench.step('refresh');
  for (const app of [first, second]) {
    bench.expect('error', 'none', await errorOf(app.ask('refresh', null)));
    await expectOpen(bench, app, id);
  }
  bench.expect('users-made', 1, await bench.usersMade());
};

/** Two instances with the same id renew their sessions at once, and one logs out: the other stays logged in. */
export const twoInstances = async (bench: Bench): Promise<void> => {
  const { app: maker, id } = await startWithProfile(bench);
  const other = await bench.start({ data: 'two', step: 'start-second' });
  bench.step('log-in');
  await other.ask('logIn', { id });
  bench.step('stop');
  await Promise.all([maker.stop(), other.stop()]);
  // Their access tokens have ended by now, so both must renew.
  const ahead = HOURS_AHEAD_MS;
  const both = await Promise.all([bench.start({ ahead }), bench.start({ data: 'two', ahead })]);
  bench.step('renew-both');
  const renewed = both.flatMap((app) => [
    errorOf(app.ask('refresh', null)),
    errorOf(app.ask('refresh', null)),
  ]);
  bench.expect('error', 'none', [...new Set(await Promise.all(renewed))].join(', '));
  const [one, two] = both;
  bench.step('log-out');
  await one.ask('logOut', null);
  bench.expect('session', 'signed-out', (await one.look()).session);
  bench.step('refresh');
  bench.expect('error', 'none', await errorOf(two.ask('refresh', null)));
  await expectOpen(bench, two, id);
  bench.expect('users-made', 1, await bench.usersMade());
};

/** Where a creation is cut off: before its request, and after the service has answered it. */
const KILL_POINTS = ['POST /v1/anonymous-users/before', 'POST /v1/anonymous-users/after'] as const;

/** A kill while a user is being created loses no id and makes no second user: the next start goes on. */
export const killWhileCreating = async (bench: Bench): Promise<void> => {
  for (const [index, pauseAt] of KILL_POINTS.entries()) {
    const data = `killed-${index}`;
    const app = await bench.start({ data, pauseAt });
    bench.step('make-profile');
    const making = errorOf(app.ask('makeProfile', { yearOfBirth: YEAR_OF_BIRTH }));
    bench.expect('stood-still-at', pauseAt, await Promise.race([app.process.paused, making]));
    const { seen, stored } = await app.look();
    bench.expectIds('in-progress-user', [null], [seen.at(-1)?.id ?? null]);
    bench.step('kill');
    bench.expect('killed-by', 'SIGKILL', await app.process.kill());
    const next = await bench.start({ data });
    expectYear(bench, await expectOpen(bench, next, stored.join()));
    bench.step('count-users');
    bench.expect('users-made', index + 1, await bench.usersMade());
    await next.process.kill();
  }
};
