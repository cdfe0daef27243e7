import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { AppError } from '../../contract/errors';
import { recovery } from '../../contract/ipc/recovery';
import { MAX_PICTURE_BYTES } from '../recovery/read-picture';
import { setUpHandlers } from './spec-support/handlers-bench';

const YEAR = { yearOfBirth: 1966 };
const PNG = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');

const start = async (bench = setUpHandlers()) => {
  const app = await bench.run();
  await app.companion.core.ready;
  return { bench, ...app };
};

type App = Awaited<ReturnType<typeof start>>;

const userOf = ({ companion }: App) => companion.core.userController.mimiUser.state.value;

/** A folder with a profile that is open, and another kept beside it, whose id is answered too. */
const withTwo = async () => {
  const app = await start();
  await app.handlers.createProfile(YEAR);
  const first = userOf(app)!.anonymousId;
  await app.companion.core.userController.logout();
  await app.handlers.createProfile(YEAR);
  return { app, first, second: userOf(app)!.anonymousId };
};

/** Puts a picture where the dialog finds it; its codes hold `texts`. */
const show = ({ bench }: App, texts: readonly string[], bytes = PNG): string => {
  bench.openFile = join(bench.folder, 'picture.png');
  writeFileSync(bench.openFile, bytes);
  bench.findCodes = () => ({ type: 'read', texts });
  return bench.openFile;
};

describe('saving a page to print', () => {
  it('needs a profile and a place that can be written', async () => {
    const app = await start();
    app.bench.saveAs = join(app.bench.folder, 'page.pdf');
    await expect(app.kits.savePage()).rejects.toMatchObject({ code: 'session/no-user' });
    await app.handlers.createProfile(YEAR);
    app.bench.saveAs = null;
    expect(await app.kits.savePage()).toBe('cancelled');
    // Nobody's key is printed before it is known where to.
    expect(app.bench.printed).toBeNull();
    app.bench.saveAs = join(app.bench.folder, 'missing', 'page.pdf');
    await expect(app.kits.savePage()).rejects.toMatchObject({ code: 'app/file-not-written' });
    expect(readdirSync(app.bench.folder).filter((name) => name.includes('page'))).toEqual([]);
  });

  it('prints the current key for its owner alone, and is no kit', async () => {
    const app = await start();
    await app.handlers.createProfile(YEAR);
    app.bench.saveAs = join(app.bench.folder, 'page.pdf');
    expect(await app.kits.savePage()).toBe('saved');
    expect(app.bench.suggested).toMatch(/^mimi-recovery-page-\d{4}-\d\d-\d\d\.pdf$/);
    expect(app.bench.printed).toMatchObject({
      anonymousId: userOf(app)!.anonymousId,
      host: null,
      audiogram: null,
      language: 'en',
    });
    expect(statSync(app.bench.saveAs).mode & 0o777).toBe(0o600);
    await app.tests.storeEstimate();
    await expect.poll(() => app.companion.snapshot().profile.status).toBe('ready');
    await app.kits.savePage();
    expect(app.bench.printed?.audiogram?.left.length).toBeGreaterThan(3);
    expect(app.companion.snapshot().recovery.kit).toBeNull();
  });
});

describe('a picture of a code', () => {
  it('opens its profile and keeps the one before it', async () => {
    const { app, first, second } = await withTwo();
    show(app, [first]);
    expect(await app.kits.openPicture()).toBe('opened');
    expect(userOf(app)?.anonymousId).toBe(first);
    expect(app.companion.core.inspect().kept).toBe(1);
    expect(await app.kits.openPicture()).toBe('already-open');
    const path = show(app, [second]);
    expect(await app.kits.openDropped({ path })).toEqual({ type: 'picture', outcome: 'opened' });
    app.bench.openFile = null;
    expect(await app.kits.openPicture()).toBe('cancelled');
    expect(userOf(app)?.anonymousId).toBe(second);
  });

  it('that opens none changes nothing', async () => {
    const { app, second } = await withTwo();
    const before = readFileSync(join(app.bench.folder, 'secrets.json'), 'utf8');
    const unknown = '7f1c0de5-0000-4000-8000-00005eed1234';
    for (const [code, texts, bytes] of [
      ['picture/no-code', []],
      ['picture/several-codes', [second, unknown]],
      ['picture/not-a-key', ['https://example.org']],
      ['session/unknown-id', [unknown]],
      ['picture/is-pdf', [second], Buffer.from('%PDF-1.7')],
      ['picture/wrong-type', [second], Buffer.from('text')],
      ['picture/too-large', [second], Buffer.concat([PNG, Buffer.alloc(MAX_PICTURE_BYTES)])],
    ] as const) {
      const path = show(app, texts, bytes);
      await expect(app.kits.openPicture()).rejects.toMatchObject({ code });
      await expect(app.kits.openDropped({ path })).rejects.toMatchObject({ code });
    }
    app.bench.findCodes = () => {
      throw new AppError('picture/not-read');
    };
    await expect(app.kits.openDropped({ path: '/nowhere' })).rejects.toMatchObject({
      code: 'kit/file-not-read',
    });
    await expect(app.kits.openDropped({ path: app.bench.folder })).rejects.toMatchObject({
      code: 'kit/not-a-kit',
    });
    expect(userOf(app)?.anonymousId).toBe(second);
    expect(readFileSync(join(app.bench.folder, 'secrets.json'), 'utf8')).toBe(before);
  });

  it('can be given up while it is looked at', async () => {
    const { app, first, second } = await withTwo();
    show(app, [first]);
    app.bench.findCodes = async (signal) => {
      await app.kits.cancel();
      return { type: signal.aborted ? 'not-read' : 'read', texts: [first] };
    };
    expect(await app.kits.openPicture()).toBe('cancelled');
    expect(userOf(app)?.anonymousId).toBe(second);
  });

  it('is taken from no path that a page made up', () => {
    for (const made of [{ path: '' }, {}, { path: 1 }, { path: 'x', more: 1 }, 'x'])
      expect(recovery.openDropped.input.safeParse(made).success).toBe(false);
  });
});

it('a dropped kit waits for its passphrase', async () => {
  const app = await start();
  await app.handlers.createProfile(YEAR);
  app.bench.saveAs = join(app.bench.folder, 'a.mimikit');
  const passphrase = 'four words of one person';
  await app.kits.saveKit({ passphrase });
  const { anonymousId } = userOf(app)!;
  await app.handlers.removeFromComputer();
  const dropped = await app.kits.openDropped({ path: app.bench.saveAs });
  expect(dropped).toMatchObject({ type: 'kit', kit: { fileName: 'a.mimikit' } });
  expect(await app.kits.restoreKit({ passphrase })).toBe('restored');
  expect(userOf(app)?.anonymousId).toBe(anonymousId);
});

it('hearing tests the service has not confirmed are counted until it has', async () => {
  const app = await start();
  await app.handlers.createProfile(YEAR);
  const unsent = () => {
    const { session } = app.companion.snapshot();
    return session.status === 'active' ? session.unsentTests : null;
  };
  expect(unsent()).toBe(0);
  app.bench.offline = true;
  await app.tests.storeEstimate();
  await expect.poll(unsent).toBe(1);
  app.bench.offline = false;
  await app.handlers.refresh();
  await expect.poll(unsent, { timeout: 10_000 }).toBe(0);
});
