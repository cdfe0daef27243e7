import { randomBytes } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { sealKit } from '../recovery/kit';
import { createRecoveryHandlers } from './recovery-handlers';
import { quickKey } from '../recovery/spec-support/quick-key';
import { SAMPLE_CONTENT } from '../recovery/spec-support/sample-kit';
import { setUpHandlers } from './spec-support/handlers-bench';

const passphrase = 'four words of one person';
const YEAR = { yearOfBirth: 1966 };

type Bench = ReturnType<typeof setUpHandlers>;
type App = Awaited<ReturnType<Bench['run']>>;

const start = async (bench = setUpHandlers()) => {
  const app = await bench.run();
  await app.companion.core.ready;
  return { bench, ...app };
};

const userOf = ({ companion }: Pick<App, 'companion'>) =>
  companion.core.userController.mimiUser.state.value;

/** A profile with two tests, and a kit of it. */
const withKit = async () => {
  const app = await start();
  await app.handlers.createProfile(YEAR);
  await app.tests.storeEstimate();
  await app.tests.storeEstimate();
  app.bench.saveAs = join(app.bench.folder, 'a.mimikit');
  expect(await app.kits.saveKit({ passphrase })).toBe('saved');
  return { ...app, file: app.bench.saveAs };
};

/** Everything the service holds of the current user, but for what is new for each user. */
const holdings = async ({ companion }: Pick<App, 'companion'>) => {
  const waits = () => companion.core.inspect().outbox.filter((type) => type !== 'revoke');
  await expect.poll(waits).toEqual([]);
  const { user, hearingTests, settings } = await companion.core.userController.exportUser();
  return { yearOfBirth: user.yearOfBirth, hearingTests, settings };
};

const choose = ({ bench, kits }: Pick<App, 'kits'> & { bench: Bench }, file: string) => {
  bench.openFile = file;
  return kits.chooseKit();
};

/** What a failed restore must leave as it was: who is there, what is kept and what lies on the disk. */
const stateOf = ({ bench, companion }: Pick<App, 'companion'> & { bench: Bench }) => ({
  user: userOf({ companion })?.userId,
  kept: companion.core.inspect().kept,
  secrets: readdirSync(bench.folder).includes('secrets.json')
    ? readFileSync(join(bench.folder, 'secrets.json'), 'utf8')
    : null,
});

describe('saving a kit', () => {
  it('needs a profile and a passphrase, and a place that can be written', async () => {
    const { kits, handlers, bench, companion } = await start();
    bench.saveAs = join(bench.folder, 'a.mimikit');
    await expect(kits.saveKit({ passphrase })).rejects.toMatchObject({ code: 'session/no-user' });
    await handlers.createProfile(YEAR);
    await expect(kits.saveKit({ passphrase: 'too short' })).rejects.toMatchObject({
      code: 'kit/passphrase-too-short',
    });
    bench.saveAs = null;
    expect(await kits.saveKit({ passphrase })).toBe('cancelled');
    bench.saveAs = join(bench.folder, 'missing', 'a.mimikit');
    await expect(kits.saveKit({ passphrase })).rejects.toMatchObject({
      code: 'app/file-not-written',
    });
    expect(companion.snapshot().recovery.kit).toBeNull();
    expect(readdirSync(bench.folder).filter((name) => name.includes('kit'))).toEqual([]);
  });

  it('writes a file for its owner alone, without the id, and ends the reminder', async () => {
    const { bench, file, companion } = await withKit();
    expect(bench.suggested).toMatch(/^mimi-recovery-kit-\d{4}-\d\d-\d\d\.mimikit$/);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(readFileSync(file).includes(userOf({ companion })!.anonymousId)).toBe(false);
    const { kit, isReminderDue } = companion.snapshot().recovery;
    expect(kit).toEqual({ madeAt: expect.closeTo(Date.now(), -5) as number, isOutdated: false });
    expect(isReminderDue).toBe(false);
  });

  it('is due again after a new test', async () => {
    const { companion, tests, kits } = await withKit();
    await tests.storeEstimate();
    await expect.poll(() => companion.snapshot().recovery.kit?.isOutdated).toBe(true);
    await kits.saveKit({ passphrase });
    expect(companion.snapshot().recovery.kit?.isOutdated).toBe(false);
  });

  it('is reminded of until it is made or not wanted', async () => {
    const { companion, handlers, tests, kits } = await start();
    expect(companion.snapshot().recovery.isReminderDue).toBe(false);
    await handlers.createProfile(YEAR);
    await tests.storeEstimate();
    await expect.poll(() => companion.snapshot().recovery.isReminderDue).toBe(true);
    expect(companion.snapshot().recovery.isLastStep).toBe(true);
    await kits.lastStepSeen();
    const seen = { kit: null, isReminderDue: true, isLastStep: false };
    expect(companion.snapshot().recovery).toEqual(seen);
    await kits.dismissReminder();
    expect(companion.snapshot().recovery).toEqual({ ...seen, isReminderDue: false });
  });
});

describe('restoring from a kit', () => {
  it('leaves another one that was chosen meanwhile', async () => {
    const app = await withKit();
    const other = join(app.bench.folder, 'other.mimikit');
    writeFileSync(other, readFileSync(app.file));
    let meanwhile = async (): Promise<unknown> => undefined;
    const kits = createRecoveryHandlers({
      ...app,
      printPage: async () => Buffer.alloc(0),
      findCodes: async () => null,
      deriveKey: async (...given) => {
        await meanwhile();
        return quickKey(...given);
      },
    });
    await choose({ ...app, kits }, app.file);
    meanwhile = async () => choose({ ...app, kits }, other);
    expect(await kits.restoreKit({ passphrase })).toBe('already-open');
    expect(await kits.restoreKit({ passphrase })).toBe('already-open');
  });

  it('brings the profile back where nothing of it is left: registered again, with all its tests', async () => {
    const made = await withKit();
    const { anonymousId } = userOf(made)!;
    const before = await holdings(made);
    expect(before.hearingTests).toHaveLength(2);
    const next = await start();
    expect(await choose(next, made.file)).toEqual({
      fileName: 'a.mimikit',
      madeAt: expect.closeTo(Date.now(), -5) as number,
    });
    expect(await next.kits.restoreKit({ passphrase })).toBe('restored');
    expect(userOf(next)?.anonymousId).toBe(anonymousId);
    expect(await holdings(next)).toEqual(before);
    expect(next.companion.snapshot().recovery).toMatchObject({ kit: { isOutdated: false } });
    // Once opened it is not kept.
    await expect(next.kits.restoreKit({ passphrase })).rejects.toMatchObject({
      code: 'kit/none-chosen',
    });
  });

  it('logs in where the service knows the profile; a test deleted since stays deleted', async () => {
    const app = await withKit();
    const { userId } = userOf(app)!;
    const [first, second] = (await holdings(app)).hearingTests;
    await app.tests.remove({ testId: first!.id });
    await holdings(app);
    await app.handlers.removeFromComputer();
    await choose(app, app.file);
    expect(await app.kits.restoreKit({ passphrase })).toBe('restored');
    expect(userOf(app)?.userId).toBe(userId);
    expect((await holdings(app)).hearingTests).toEqual([second]);
  });

  it('keeps the profile that was open before', async () => {
    const made = await withKit();
    const other = await start();
    await other.handlers.createProfile({ yearOfBirth: 1980 });
    const own = userOf(other)!.userId;
    await choose(other, made.file);
    expect(await other.kits.restoreKit({ passphrase })).toBe('restored');
    expect(userOf(other)?.userId).not.toBe(own);
    expect(other.companion.core.inspect().kept).toBe(1);
    await choose(other, made.file);
    expect(await other.kits.restoreKit({ passphrase })).toBe('already-open');
  });

  it('completes what was cut off: every request fails once, then it is tried again', async () => {
    const made = await withKit();
    const before = await holdings(made);
    const next = await start();
    await choose(next, made.file);
    /** Restores with the service gone after that many requests; true once it succeeds all the same. */
    const restoreWithin = async (requests: number): Promise<boolean> => {
      next.bench.failAfter = requests;
      try {
        return (await next.kits.restoreKit({ passphrase })) === 'restored';
      } catch (thrown) {
        expect(thrown).toMatchObject({ code: 'service/offline' });
        expect(stateOf(next)).toMatchObject({ kept: 0, user: undefined });
        return false;
      }
    };
    let tries = 0;
    while (!(await restoreWithin(tries))) expect((tries += 1)).toBeLessThan(20);
    next.bench.failAfter = null;
    expect(tries).toBeGreaterThan(3);
    expect(await holdings(next)).toEqual(before);
  }, 60_000);
});

describe('a restore that fails changes nothing', () => {
  it('of a deleted profile', async () => {
    const app = await withKit();
    await app.handlers.deleteProfile({ confirmation: 'DELETE' });
    const before = stateOf(app);
    await choose(app, app.file);
    await expect(app.kits.restoreKit({ passphrase })).rejects.toMatchObject({
      code: 'session/user-deleted',
    });
    expect(stateOf(app)).toEqual(before);
  });

  it('with a wrong passphrase, a file of another kind, or none', async () => {
    const made = await withKit();
    const app = await start();
    await app.handlers.createProfile(YEAR);
    const before = stateOf(app);
    await expect(app.kits.restoreKit({ passphrase })).rejects.toMatchObject({
      code: 'kit/none-chosen',
    });
    await choose(app, made.file);
    await expect(app.kits.restoreKit({ passphrase: `${passphrase}!` })).rejects.toMatchObject({
      code: 'kit/wrong-passphrase',
    });
    const folder = join(app.bench.folder, 'folder.mimikit');
    mkdirSync(folder);
    const cut = join(app.bench.folder, 'cut.mimikit');
    writeFileSync(cut, readFileSync(made.file).subarray(0, -5));
    for (const [file, code] of [
      [folder, 'kit/not-a-kit'],
      [join(app.bench.folder, 'missing'), 'kit/file-not-read'],
      [join(app.bench.folder, 'secrets.json'), 'kit/not-a-kit'],
      [cut, 'kit/damaged'],
    ] as const) {
      await expect(choose(app, file)).rejects.toMatchObject({ code });
    }
    expect(stateOf(app)).toEqual(before);
    // The one chosen before is still the one chosen.
    expect(await app.kits.restoreKit({ passphrase })).toBe('restored');
  });

  it('of another service, even one that claims to carry data', async () => {
    const app = await start();
    const content = { ...SAMPLE_CONTENT, service: 'https://a.example#client' };
    const file = join(app.bench.folder, 'other.mimikit');
    writeFileSync(
      file,
      await sealKit(content, passphrase, { randomBytes, madeAt: 1, deriveKey: quickKey }),
    );
    await choose(app, file);
    await expect(app.kits.restoreKit({ passphrase })).rejects.toMatchObject({
      code: 'kit/other-service',
    });
    rmSync(file);
    expect(stateOf(app)).toMatchObject({ user: undefined, secrets: null });
  });

  it('cancelled while the key is derived', async () => {
    const made = await withKit();
    const app = await start();
    await choose(app, made.file);
    const restoring = app.kits.restoreKit({ passphrase });
    await app.kits.cancel();
    expect(await restoring).toBe('cancelled');
    expect(stateOf(app)).toMatchObject({ user: undefined, secrets: null });
  });
});
