import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { sampleTest } from '../../hearing/spec-support/sample-test';
import { EMPTY_RECORDS } from '../mimi-core/records';
import { nodeFileSystem } from '../files/file-system';
import { CORRUPT_FILES } from '../secrets/spec-support/corrupt-files';
import { createFaultyFileSystem } from '../secrets/spec-support/faulty-file-system';
import { setUpStore } from '../secrets/spec-support/store-bench';
import type { KnownTests } from './known-tests';
import { createProfileCache } from './profile-cache';

const profileOf = (n: number): KnownTests => ({
  tests: [sampleTest(n)],
  count: n,
  applied: ['an-entry'],
});

const setUp = async () => {
  const fs = createFaultyFileSystem(nodeFileSystem);
  const bench = setUpStore(fs);
  const secrets = bench.run();
  await secrets.update(() => ({ ...EMPTY_RECORDS }));
  const open = (over = secrets) => createProfileCache({ folder: bench.folder, secrets: over });
  return { ...bench, fs, open, secrets, path: join(bench.folder, 'profile.json') };
};

it('gives back the last profile of each user, in a later run too', async () => {
  const { open, run, path } = await setUp();
  const cache = open();
  await Promise.all([cache.write('ann', profileOf(1970)), cache.write('bob', profileOf(1960))]);
  await cache.write('ann', profileOf(1971));
  const secrets = run();
  await secrets.read();
  const later = open(secrets);
  expect(await later.read('ann')).toEqual(profileOf(1971));
  expect(await later.read('bob')).toEqual(profileOf(1960));
  expect(await later.read('eve')).toBeNull();
  expect(statSync(path).mode & 0o777).toBe(0o600);
  expect(readFileSync(path).includes('1000')).toBe(false);
});

it('keeps only whom it is told to, and no file for nobody', async () => {
  const { open, path } = await setUp();
  const cache = open();
  await cache.write('ann', profileOf(1970));
  await cache.write('bob', profileOf(1960));
  await cache.keepOnly(['bob', 'eve']);
  expect(await cache.read('ann')).toBeNull();
  expect(await cache.read('bob')).toEqual(profileOf(1960));
  await cache.keepOnly([]);
  await cache.keepOnly([]);
  expect(existsSync(path)).toBe(false);
});

it('says so when a user could not be removed', async () => {
  const { open, fs } = await setUp();
  const cache = open();
  await cache.write('ann', profileOf(1970));
  fs.failWhen((call) => call === 'unlink', 'EACCES');
  await expect(cache.keepOnly([])).rejects.toMatchObject({ code: 'secrets/write-failed' });
  expect(await cache.read('ann')).toEqual(profileOf(1970));
});

it('keeps the last one when the disk is full, without a failure', async () => {
  const { open, fs } = await setUp();
  const cache = open();
  await cache.write('ann', profileOf(1970));
  fs.failWhen((call) => call === 'write', 'ENOSPC');
  await cache.write('ann', profileOf(1980));
  expect(await cache.read('ann')).toEqual(profileOf(1970));
});

it('puts nothing on disk where there is no key', async () => {
  const bench = setUpStore();
  bench.keyring.state = 'none';
  const secrets = bench.run();
  await secrets.update(() => EMPTY_RECORDS);
  const cache = createProfileCache({ folder: bench.folder, secrets });
  await cache.write('ann', profileOf(1970));
  expect(await cache.read('ann')).toBeNull();
  expect(existsSync(bench.folder)).toBe(false);
});

describe.each(CORRUPT_FILES)('a profile file found as: $name', ({ apply }) => {
  it('counts as none, is set aside, and goes with the user', async () => {
    const { open, path, folder } = await setUp();
    await open().write('ann', profileOf(1970));
    apply(path);
    const cache = open();
    expect(await cache.read('ann')).toBeNull();
    const isAside = (name: string): boolean => name.startsWith('profile.unreadable-');
    expect(readdirSync(folder).filter(isAside)).toHaveLength(1);
    await cache.write('ann', profileOf(1980));
    expect(await cache.read('ann')).toEqual(profileOf(1980));
  });
});

it('removes what was set aside with the user', async () => {
  const { open, path, folder } = await setUp();
  const cache = open();
  await cache.write('ann', profileOf(1970));
  writeFileSync(path, 'broken');
  await cache.read('ann');
  await cache.keepOnly([]);
  expect(readdirSync(folder)).toEqual(['secrets.json', 'secrets.json.bak']);
});

it('takes what an earlier version kept for none, without a fuss', async () => {
  const { open, path, folder, secrets } = await setUp();
  const before = [{ userId: 'ann', profile: { basis: 'age-estimate', yearOfBirth: 1966 } }];
  writeFileSync(path, secrets.seal(Buffer.from(JSON.stringify(before)))!);
  const cache = open();
  expect(await cache.read('ann')).toBeNull();
  await cache.write('ann', profileOf(1970));
  expect(await cache.read('ann')).toEqual(profileOf(1970));
  expect(readdirSync(folder).filter((name) => name.includes('unreadable'))).toEqual([]);
});
