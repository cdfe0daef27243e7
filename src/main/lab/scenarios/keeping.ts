import { rmSync } from 'node:fs';
import { errorOf, type Bench, type ScratchApp } from './bench';

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

/** Makes a profile in another place on the same service, where it is left; answers its id. */
export const makeElsewhere = async (bench: Bench): Promise<string> => {
  bench.step('start-second');
  const other = await bench.start({ data: 'elsewhere' });
  const id = await makeProfile(bench, other);
  await other.stop();
  return id;
};

/** Nothing there: nobody is logged in, nothing is asked, no id; the first profile makes exactly one user. */
export const cleanStart = async (bench: Bench): Promise<void> => {
  bench.step('start');
  const app = await bench.start();
  const before = await app.look();
  bench.expect('session', 'signed-out', before.session);
  bench.expectIds('same-id', [null], [before.id]);
  bench.expect('no-request', 0, before.requests);
  bench.expect('users-made', 0, await bench.usersMade());
  const id = await makeProfile(bench, app);
  const after = await app.look();
  bench.expect('session', 'active', after.session);
  bench.expect('year-kept', YEAR_OF_BIRTH, after.yearOfBirth ?? 'none');
  bench.expectIds('id-kept', [id], after.stored);
  bench.expect('users-made', 1, await bench.usersMade());
};

/** The next start opens on the same user, with the service and without it. */
export const restoreAtStart = async (bench: Bench): Promise<void> => {
  bench.step('start');
  const first = await bench.start();
  const id = await makeProfile(bench, first);
  bench.step('stop');
  await first.stop();
  for (const isOffline of [false, true]) {
    bench.step(isOffline ? 'start-offline' : 'start');
    const next = await bench.start({ isOffline });
    const { session, id: shown, yearOfBirth } = await next.look();
    bench.expect('session', 'active', session);
    bench.expectIds('same-id', [id], [shown]);
    bench.expect('year-kept', YEAR_OF_BIRTH, yearOfBirth ?? 'none');
    await next.process.kill();
  }
  bench.step('count-users');
  bench.expect('users-made', 1, await bench.usersMade());
};

/** Local data gone, id supplied again: the profile is back, and no second user was made. */
export const reinstall = async (bench: Bench): Promise<void> => {
  bench.step('start');
  const first = await bench.start();
  const id = await makeProfile(bench, first);
  bench.step('stop');
  await first.stop();
  bench.step('remove-data');
  rmSync(first.folder, { recursive: true });
  bench.step('start');
  const again = await bench.start();
  const empty = await again.look();
  bench.expect('session', 'signed-out', empty.session);
  bench.expectIds('id-offered', [null], [empty.offered]);
  bench.step('log-in');
  const { type } = await again.ask('logIn', { id });
  const back = await again.look();
  bench.expect('outcome', 'Success', type);
  bench.expectIds('same-id', [id], [back.id]);
  bench.expect('year-kept', YEAR_OF_BIRTH, back.yearOfBirth ?? 'none');
  bench.expect('users-made', 1, await bench.usersMade());
};

/** The same id on another product: one user in both, and neither ends the other's session. */
export const secondProduct = async (bench: Bench): Promise<void> => {
  bench.step('start');
  const first = await bench.start();
  const id = await makeProfile(bench, first);
  bench.step('start-second');
  const second = await bench.start({ data: 'two', product: 'product-two' });
  bench.step('log-in');
  const { type } = await second.ask('logIn', { id });
  bench.expect('outcome', 'Success', type);
  bench.step('refresh');
  for (const app of [first, second]) {
    bench.expect('error', 'none', await errorOf(app.ask('refresh', null)));
    const { session, id: shown } = await app.look();
    bench.expect('session', 'active', session);
    bench.expectIds('same-id', [id], [shown]);
  }
  bench.expect('users-made', 1, await bench.usersMade());
};

/** Two instances with the same id renew their sessions at once, and one logs out: the other stays logged in. */
export const twoInstances = async (bench: Bench): Promise<void> => {
  bench.step('start');
  const maker = await bench.start();
  const id = await makeProfile(bench, maker);
  bench.step('start-second');
  const other = await bench.start({ data: 'two' });
  bench.step('log-in');
  await other.ask('logIn', { id });
  bench.step('stop');
  await Promise.all([maker.stop(), other.stop()]);
  // Their access tokens have ended by now, so both must renew.
  const ahead = HOURS_AHEAD_MS;
  bench.step('start');
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
  const { session, id: shown } = await two.look();
  bench.expect('session', 'active', session);
  bench.expectIds('same-id', [id], [shown]);
  bench.expect('users-made', 1, await bench.usersMade());
};

/** Where a creation is cut off: before its request, and after the service has answered it. */
const KILL_POINTS = ['POST /v1/anonymous-users/before', 'POST /v1/anonymous-users/after'] as const;

/** A kill while a user is being created loses no id and makes no second user: the next start goes on. */
export const killWhileCreating = async (bench: Bench): Promise<void> => {
  for (const [index, pauseAt] of KILL_POINTS.entries()) {
    const data = `killed-${index}`;
    bench.step('start');
    const app = await bench.start({ data, pauseAt });
    bench.step('make-profile');
    const making = errorOf(app.ask('makeProfile', { yearOfBirth: YEAR_OF_BIRTH }));
    bench.expect('stood-still-at', pauseAt, await Promise.race([app.process.paused, making]));
    const { seen, stored } = await app.look();
    bench.expectIds('in-progress-user', [null], [seen.at(-1)?.id ?? null]);
    bench.step('kill');
    bench.expect('killed-by', 'SIGKILL', await app.process.kill());
    bench.step('start');
    const next = await bench.start({ data });
    const { session, id, yearOfBirth } = await next.look();
    bench.expect('session', 'active', session);
    bench.expectIds('same-id', stored, [id]);
    bench.expect('year-kept', YEAR_OF_BIRTH, yearOfBirth ?? 'none');
    bench.step('count-users');
    bench.expect('users-made', index + 1, await bench.usersMade());
    await next.process.kill();
  }
};
