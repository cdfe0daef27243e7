import { randomBytes } from 'node:crypto';
import { lstatSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { AppError } from '../../contract/errors';
import type { JournalEvent } from '../journal/journal-events';
import { nodeFileSystem } from '../files/file-system';
import { CORRUPT_FILES } from '../secrets/spec-support/corrupt-files';
import { createFaultyFileSystem, FAULTS } from '../secrets/spec-support/faulty-file-system';
import { newFolder, stillClock } from '../secrets/spec-support/store-bench';
import { createPreferencesStore } from './preferences-store';

type LoadStore = Parameters<typeof createPreferencesStore>[0]['loadStore'];
let Store: Awaited<ReturnType<LoadStore>>;

beforeAll(async () => {
  // Outside Electron its package is only the path of an executable; this keeps it from fetching one.
  process.env['ELECTRON_OVERRIDE_DIST_PATH'] = newFolderPath;
  Store = (await import('electron-store')).default;
});
const newFolderPath = '/nowhere';

const setUp = () => {
  const folder = newFolder();
  const fs = createFaultyFileSystem(nodeFileSystem);
  const events: JournalEvent[] = [];
  const open = () =>
    createPreferencesStore({
      ...{ folder, loadStore: () => Promise.resolve(Store), fs, clock: stillClock, randomBytes },
      journal: (event) => void events.push(event),
    });
  return { folder, fs, events, open, path: join(folder, 'settings.json') };
};

const DEFAULTS = { theme: 'system', language: 'system', lab: false };
const BOUNDS = { x: -10, y: 20, width: 900, height: 700 };

it('has defaults and writes nothing until something is chosen', async () => {
  const { open, folder } = setUp();
  const store = await open();
  expect(store.current()).toEqual(DEFAULTS);
  expect(store.windowBounds()).toBeNull();
  expect(store.wasReset()).toBe(false);
  expect(readdirSync(folder)).toEqual([]);
});

it('keeps what was chosen, through the durable writer, in a private file', async () => {
  const { open, fs, path, folder } = setUp();
  const store = await open();
  const heard: unknown[] = [];
  const stop = store.onChanged((preferences) => heard.push(preferences));
  await Promise.all([store.update({ theme: 'dark' }), store.update({ language: 'de' })]);
  await store.setWindowBounds(BOUNDS);
  stop();
  await store.update({ theme: 'light' });
  expect(heard.at(-1)).toEqual({ ...DEFAULTS, theme: 'dark', language: 'de' });
  expect(fs.log().filter((call) => call === 'syncFolder')).toHaveLength(4);
  expect(statSync(path).mode & 0o777).toBe(0o600);
  expect(readdirSync(folder)).toEqual(['settings.json']);
  const later = await open();
  expect(later.current()).toEqual({ ...DEFAULTS, theme: 'light', language: 'de' });
  expect(later.windowBounds()).toEqual(BOUNDS);
});

it('shows the Lab as on for now, writes that nowhere, and can be switched off', async () => {
  const { open } = setUp();
  const store = await open();
  const heard: boolean[] = [];
  store.onChanged(({ lab }) => heard.push(lab));
  store.switchLabOnForNow();
  await store.update({ theme: 'dark' });
  expect((await open()).current().lab).toBe(false);
  await store.update({ lab: false });
  expect([heard, store.current().lab]).toEqual([[true, true, false], false]);
});

it('is not written in place inside a snap', async () => {
  const { open, fs } = setUp();
  const store = await open();
  process.env['SNAP'] = '/snap/x';
  await store.update({ theme: 'dark' });
  delete process.env['SNAP'];
  expect(fs.log()).toContain('rename');
});

describe.each(CORRUPT_FILES)('settings found as: $name', ({ name, apply }) => {
  it('start with defaults, keep the bytes, and the person is told once', async () => {
    const { open, path, folder, events } = setUp();
    writeFileSync(path, JSON.stringify({ theme: 'dark', language: 'de', windowBounds: BOUNDS }));
    apply(path);
    const before = lstatSync(path);
    const bytes = before.isFile() && before.size < 1e6 ? readFileSync(path) : null;
    const store = await open();
    expect(store.current()).toEqual(DEFAULTS);
    expect(store.wasReset()).toBe(true);
    expect(events).toEqual([{ type: 'settings/reset' }]);
    const aside = readdirSync(folder).filter((each) => each.startsWith('settings.corrupt-'));
    expect(aside).toHaveLength(1);
    const kept = lstatSync(join(folder, aside[0]!));
    expect([kept.size, kept.isFile()]).toEqual([before.size, before.isFile()]);
    if (bytes) expect(readFileSync(join(folder, aside[0]!))).toEqual(bytes);
    if (kept.isFile()) expect(kept.mode & 0o777).toBe(0o600);
    await store.update({ theme: 'light' });
    const next = await open();
    expect([next.current().theme, next.wasReset(), name]).toEqual(['light', false, name]);
  });
});

it('keeps the newest three of what was set aside', async () => {
  const { open, path, folder } = setUp();
  for (let count = 0; count < 5; count += 1) {
    writeFileSync(path, 'broken');
    await open();
  }
  expect(readdirSync(folder)).toHaveLength(3);
});

it('goes on in memory when a damaged file cannot be moved away, and never writes over it', async () => {
  const { open, path, fs } = setUp();
  writeFileSync(path, 'broken');
  fs.failWhen((call) => call === 'rename', 'EACCES');
  const store = await open();
  expect(store.wasReset()).toBe(true);
  await expect(store.update({ theme: 'dark' })).rejects.toEqual(
    new AppError('app/file-not-written'),
  );
  expect(readFileSync(path, 'utf8')).toBe('broken');
});

it.each(FAULTS)('with %s at any one call is old or new, and never falsely saved', async (fault) => {
  for (let n = 1; ; n += 1) {
    const { open, fs, events } = setUp();
    const store = await open();
    await store.update({ theme: 'dark' });
    fs.failAt(n, fault);
    const isSaved = await store.update({ theme: 'light' }).then(
      () => true,
      () => false,
    );
    if (!fs.fired()) break;
    expect(store.current().theme).toBe(isSaved ? 'light' : 'dark');
    if (!isSaved) expect(events).toContainEqual({ type: 'settings/write-failed' });
    fs.heal();
    const later = await open();
    expect(later.wasReset()).toBe(false);
    if (isSaved) expect(later.current().theme).toBe('light');
    else expect(['dark', 'light']).toContain(later.current().theme);
  }
});

it('takes a file written by a version that knew less', async () => {
  const { open, path, folder } = setUp();
  mkdirSync(folder, { recursive: true });
  writeFileSync(path, '{"theme":"dark"}');
  expect((await open()).current()).toEqual({ ...DEFAULTS, theme: 'dark' });
});
