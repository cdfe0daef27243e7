import { existsSync, lstatSync } from 'node:fs';
import { join } from 'node:path';
import Libsql from 'libsql';
import { toAppError } from '../../src/contract/errors';
import type { RecordsRead } from '../../src/main/mimi-core/ports';
import { MimiAuthRoute } from '../../src/main/mimi-core/mimi-auth-route';
import { EMPTY_RECORDS, type SessionRecords } from '../../src/main/mimi-core/records';
import { compose, type Headless } from './compose';
import { YEAR_OF_BIRTH } from './flows';
import { fingerprint, type Findings, type Order } from './protocol';
import { whenAtRest, whenUsable } from '../../src/main/lab/scenarios/at-rest';

const NO_STEP = (): void => undefined;

const recordsOf = (read: RecordsRead | null): SessionRecords =>
  read?.status === 'present' ? read.records : EMPTY_RECORDS;

const idsOf = ({ current, kept, pending }: SessionRecords): string[] =>
  [current, ...kept, pending].flatMap((user) => user?.anonymousId ?? []);

const outcomeOf = (attempt: Promise<unknown>): Promise<string> =>
  attempt.then(
    () => 'ok',
    (thrown: unknown) => toAppError(thrown).code,
  );

/** Reads the user shown, or continues with the profile offered: what a person would do next. */
const use = async ({ companion: { core, snapshot } }: Headless): Promise<string> => {
  const users = core.userController;
  const { session } = snapshot();
  if (session.status === 'active') return outcomeOf(users.refreshUser());
  if (session.status !== 'signed-out') return session.status;
  if (session.keptProfile === null) return 'ok';
  return outcomeOf(users.authenticate(MimiAuthRoute.Anonymously()));
};

const logInEach = async (ids: readonly string[], { companion }: Headless) => {
  const logins: Record<string, string> = {};
  for (const id of ids) {
    const result = await companion.authManager.authenticateAnonymousUser(id);
    const outcome = result.type === 'Failure' ? result.exception.code : result.type;
    const year = companion.core.userController.mimiUser.state.value?.yearOfBirth;
    const whole = year === YEAR_OF_BIRTH ? 'ok' : 'no year of birth';
    logins[fingerprint(id)] = outcome === 'Success' ? whole : outcome;
  }
  return logins;
};

/** Rows of a table, read beside the app once it has closed the database. */
const count = (folder: string, table: 'users' | 'tombstones'): number | null => {
  const path = join(folder, 'service.db');
  if (!existsSync(path)) return 0;
  // Opening a pipe would wait for ever.
  if (!lstatSync(path).isFile()) return null;
  try {
    const connection = new Libsql(path, { readonly: true });
    try {
      const row = connection.prepare(`SELECT count(*) AS n FROM ${table}`).get() as { n: number };
      return row.n;
    } finally {
      connection.close();
    }
  } catch {
    return null;
  }
};

/** Hearing tests shown, and those the service has; null when nobody is logged in to ask. */
const testsOf = async ({ companion }: Headless) => {
  const { session, profile } = companion.snapshot();
  const shownTests = profile.status === 'ready' ? profile.profile.count : 0;
  if (session.status !== 'active') return { shownTests, storedTests: null };
  const page = companion.core.testsController.history({ before: null });
  return {
    shownTests,
    storedTests: await page.then(
      ({ tests }) => tests.length,
      () => null,
    ),
  };
};

/** What the engine shows once it came to rest: ids as fingerprints. */
const look = ({ companion }: Headless) => {
  const view = companion.core.userController.sessionView.state;
  const shown =
    view.status === 'active'
      ? view.user.anonymousId
      : view.status === 'signed-out'
        ? view.keptProfile
        : null;
  const reasons = {
    restoring: null,
    active: null,
    blocked: view.status === 'blocked' ? view.cause : null,
    'signed-out': view.status === 'signed-out' ? view.reason : null,
  };
  return {
    status: view.status,
    reason: reasons[view.status],
    shown: shown && fingerprint(shown),
    yearOfBirth: view.status === 'active' ? view.user.yearOfBirth : null,
  };
};

/** Starts the app once more on a folder, lets it come to rest, and tries what a person could do. */
export const checkUp = async (order: Order): Promise<Findings> => {
  const begun = performance.now();
  const headless = await compose(order, NO_STEP);
  const { companion, secrets } = headless;
  companion.start();
  const unusable = await whenUsable(headless);
  const usableMs = Math.round(performance.now() - begun);
  const unrest = unusable ?? (await whenAtRest(headless));
  const found = recordsOf(headless.firstRead());
  const seen = look(headless);
  const tests = await testsOf(headless);
  const used = await use(headless);
  const { yearOfBirth } = look(headless);
  const users = companion.core.userController;
  const creationWhileBlocked =
    seen.status === 'blocked'
      ? await outcomeOf(users.authenticate(MimiAuthRoute.Anonymously({ newProfile: true })))
      : null;
  const atRest = recordsOf(seen.status === 'blocked' ? null : await secrets.read());
  const others = atRest.kept.map((user) => user.anonymousId);
  const logins = await logInEach(others, headless);
  const kept = recordsOf(seen.status === 'blocked' ? null : await secrets.read());
  const preferencesUse = await outcomeOf(companion.preferences.update({ language: 'de' }));
  const isNeverAtRest = await whenAtRest(headless);
  await companion.dispose();
  return {
    usableMs,
    ...seen,
    ...tests,
    yearOfBirth,
    unrest: unrest ?? isNeverAtRest,
    use: used,
    preferencesUse,
    creationWhileBlocked,
    logins,
    found: idsOf(found).map(fingerprint),
    kept: idsOf(kept).map(fingerprint),
    users: count(order.folder, 'users'),
    tombstones: count(order.folder, 'tombstones'),
    preferencesReset: companion.preferences.wasReset(),
    theme: companion.preferences.current().theme,
    notices: companion.notices.list().map(({ type }) => type),
  };
};
