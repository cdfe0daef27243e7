import { randomUUID } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { errorOf, type Bench, type ScratchApp } from './bench';
import { expectOpen, makeElsewhere, makeProfile, startWithProfile } from './keeping';
import type { Look, Seen } from './protocol';

/** What observers were told, in one line: `A InProgress, B Done`. */
const told = (seen: readonly Seen[], names: Readonly<Record<string, string>>): string => {
  const who = (id: string | null): string => (id === null ? 'nobody' : (names[id] ?? '?'));
  return seen.map(({ id, loading }) => `${who(id)} ${loading}`).join(', ') || 'nothing';
};

/** A is still logged in as before, as observers and the disk have it, and the service has made nobody. */
const expectUnchanged = async (
  bench: Bench,
  { app, id, before }: { readonly app: ScratchApp; readonly id: string; readonly before: Look },
  observers: string,
): Promise<Look> => {
  const after = await expectOpen(bench, app, id);
  bench.expectIds('id-kept', [id], after.stored);
  const news = after.seen.slice(before.seen.length);
  bench.expect('observers', observers, told(news, { [id]: 'A' }));
  return after;
};

/** Logging in an id that was deleted fails and changes nothing; nobody new is made for it. */
export const deletedOnService = async (bench: Bench): Promise<void> => {
  const own = await startWithProfile(bench);
  const other = await bench.start({ data: 'elsewhere', step: 'start-second' });
  const gone = await makeProfile(bench, other);
  bench.step('delete-elsewhere');
  await other.ask('deleteUser', null);
  bench.step('log-in');
  const { type, code } = await own.app.ask('logIn', { id: gone });
  bench.expect('outcome', 'Failure', type);
  bench.expect('error', 'session/user-deleted', code ?? 'none');
  await expectUnchanged(bench, own, 'A InProgress, A Done');
  bench.expect('users-made', 1, await bench.usersMade());
};

/** A session the service refuses for good ends with its reason, at once and at the next start; the id is kept. */
export const forcedLogout = async (bench: Bench): Promise<void> => {
  const { app, id, before } = await startWithProfile(bench);
  bench.step('disable');
  await bench.disable(before.userId ?? '');
  bench.step('refresh');
  bench.expect('error', 'session/forcibly-logged-out', await errorOf(app.ask('refresh', null)));
  const expectOut = ({ session, reason, offered, stored }: Look): void => {
    bench.expect('session', 'signed-out', session);
    bench.expect('logout-reason', 'user-disabled', reason ?? 'none');
    bench.expectIds('id-offered', [id], [offered]);
    bench.expectIds('id-kept', [id], stored);
  };
  const out = await app.look();
  expectOut(out);
  const news = out.seen.slice(before.seen.length);
  bench.expect('observers', 'A InProgress, nobody Failure', told(news, { [id]: 'A' }));
  bench.step('stop');
  await app.stop();
  const next = await bench.start();
  expectOut(await next.look());
  bench.expect('users-made', 1, await bench.usersMade());
};

/**
 * With A logged in, B is somebody else and takes over in one step: observers never see nobody, and A stays
 * kept. The guide's own check asks the opposite and would leave A there.
 */
export const differentUser = async (bench: Bench): Promise<void> => {
  const { app, id: a, before } = await startWithProfile(bench);
  const b = await makeElsewhere(bench);
  bench.step('log-in');
  const { type } = await app.ask('logIn', { id: b });
  const { session, id, stored, seen } = await app.look();
  bench.expect('outcome', 'Success', type);
  bench.expect('session', 'active', session);
  bench.expectIds('same-id', [b], [id]);
  bench.expectIds('id-kept', [b, a], stored);
  const news = told(seen.slice(before.seen.length), { [a]: 'A', [b]: 'B' });
  bench.expect('observers', 'A InProgress, B Done', news.split(', ').slice(0, 2).join(', '));
  bench.step('log-in');
  bench.expect('outcome', 'Success', (await app.ask('logIn', { id: a })).type);
  bench.expectIds('same-id', [a], [(await app.look()).id]);
  bench.expect('users-made', 2, await bench.usersMade());
};

/** A reply about another id than the one asked for is refused, and its session is given back. */
export const wrongReply = async (bench: Bench): Promise<void> => {
  const own = await startWithProfile(bench);
  const asked = await makeElsewhere(bench);
  bench.step('wrong-reply');
  await own.app.ask('tamper', { id: randomUUID() });
  bench.step('log-in');
  const { type, code } = await own.app.ask('logIn', { id: asked });
  bench.expect('outcome', 'Failure', type);
  bench.expect('error', 'session/invariant-violation', code ?? 'none');
  await expectUnchanged(bench, own, 'A InProgress, A Done');
};

/** Storage that cannot be read makes nobody and is left as it is. */
export const unreadableStorage = async (bench: Bench): Promise<void> => {
  const { app } = await startWithProfile(bench);
  bench.step('stop');
  await app.stop();
  bench.step('damage-storage');
  const files = ['secrets.json', 'secrets.json.bak'].map((name) => join(app.folder, name));
  for (const file of files) writeFileSync(file, 'damaged');
  const next = await bench.start();
  const { session, reason } = await next.look();
  bench.expect('session', 'blocked', session);
  bench.expect('logout-reason', 'secrets/unreadable', reason ?? 'none');
  bench.step('make-profile');
  const made = errorOf(next.ask('makeProfile', { yearOfBirth: 1980 }));
  bench.expect('error', 'session/storage-blocked', await made);
  const content = files.map((file) => readFileSync(file, 'utf8')).join(', ');
  bench.expect('storage-untouched', 'damaged, damaged', content.slice(0, 40));
  bench.expect('users-made', 1, await bench.usersMade());
};

/** No id, in each of its forms: nothing is done. */
export const blankId = async (bench: Bench): Promise<void> => {
  const own = await startWithProfile(bench);
  bench.step('log-in-blank');
  for (const id of [null, '', '  \t\n ']) {
    bench.expect('outcome', 'Skipped', (await own.app.ask('logIn', { id })).type);
  }
  const { requests } = await expectUnchanged(bench, own, 'nothing');
  bench.expect('no-request', 0, requests - own.before.requests);
};

/** Anything but the exact form is refused before the service hears of it. */
export const malformedId = async (bench: Bench): Promise<void> => {
  const own = await startWithProfile(bench);
  const good = randomUUID();
  const bad = [good.toUpperCase(), ` ${good}`, good.slice(1), `${good}\n`, `{${good}}`, 'id'];
  bench.step('log-in-malformed');
  for (const id of bad) {
    const { type, code } = await own.app.ask('logIn', { id });
    bench.expect('outcome', 'Failure session/invalid-id-format', `${type} ${code ?? ''}`.trim());
  }
  const { requests } = await expectUnchanged(bench, own, 'nothing');
  bench.expect('no-request', 0, requests - own.before.requests);
};

/** An id nobody has fails, creates nobody and leaves A logged in; with nobody logged in it stays so. */
export const unknownId = async (bench: Bench): Promise<void> => {
  const own = await startWithProfile(bench);
  const id = randomUUID();
  bench.step('log-in-unknown');
  const { type, code } = await own.app.ask('logIn', { id });
  bench.expect('outcome', 'Failure', type);
  bench.expect('error', 'session/unknown-id', code ?? 'none');
  await expectUnchanged(bench, own, 'A InProgress, A Done');
  const empty = await bench.start({ data: 'empty', step: 'start-second' });
  bench.step('log-in-unknown');
  bench.expect('outcome', 'Failure', (await empty.ask('logIn', { id })).type);
  bench.expect('session', 'signed-out', (await empty.look()).session);
  bench.expect('users-made', 1, await bench.usersMade());
};
