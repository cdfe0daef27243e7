import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { nodeFileSystem } from '../files/file-system';
import { EMPTY_RECORDS } from '../mimi-core/records';
import { CORRUPT_FILES } from './spec-support/corrupt-files';
import { createFaultyFileSystem } from './spec-support/faulty-file-system';
import { setUpStore } from './spec-support/store-bench';
import type { SecretStore } from './secret-store';
import { createUserFile } from './user-file';

const fileOf = (folder: string, secrets: SecretStore) =>
  createUserFile({
    path: join(folder, 'notes.json'),
    maxBytes: 10_000,
    secrets,
    schema: z.strictObject({ userId: z.string(), text: z.string() }),
  });

const ann = { userId: 'ann', text: 'the first of ann' };
const bob = { userId: 'bob', text: 'the first of bob' };

const setUp = async () => {
  const fs = createFaultyFileSystem(nodeFileSystem);
  const bench = setUpStore(fs);
  const secrets = bench.run();
  await secrets.update(() => ({ ...EMPTY_RECORDS }));
  const open = (over = secrets) => fileOf(bench.folder, over);
  const path = join(bench.folder, 'notes.json');
  const setAside = () =>
    readdirSync(bench.folder).filter((name) => name.startsWith('notes.unreadable-'));
  return { ...bench, fs, open, secrets, path, setAside };
};

it('gives back the last entry of each user, in a later run too', async () => {
  const { open, run, path } = await setUp();
  const file = open();
  const later = { ...ann, text: 'the second of ann' };
  await Promise.all([file.save(ann), file.save(bob)]);
  await file.save(later);
  const secrets = run();
  await secrets.read();
  const again = open(secrets);
  expect(await again.find('ann')).toEqual(later);
  expect(await again.find('bob')).toEqual(bob);
  expect(await again.find('eve')).toBeNull();
  expect(statSync(path).mode & 0o777).toBe(0o600);
  expect(readFileSync(path).includes('first')).toBe(false);
});

it('keeps only whom it is told to, and no file for nobody', async () => {
  const { open, path } = await setUp();
  const file = open();
  await file.save(ann);
  await file.save(bob);
  await file.keepOnly(['bob', 'eve']);
  expect(await open().find('ann')).toBeNull();
  expect(await open().find('bob')).toEqual(bob);
  await file.remove('ann');
  await file.remove('bob');
  await file.keepOnly([]);
  expect(existsSync(path)).toBe(false);
});

describe.each([
  ['write', 'saved', (file: ReturnType<typeof fileOf>) => file.save({ ...ann, text: 'new' })],
  ['unlink', 'removed', (file: ReturnType<typeof fileOf>) => file.remove('ann')],
  ['unlink', 'forgotten', (file: ReturnType<typeof fileOf>) => file.keepOnly([])],
] as const)('when the disk refuses to %s', (call, _what, work) => {
  it(`says that nothing was ${_what}, and nothing is`, async () => {
    const { open, fs } = await setUp();
    const file = open();
    await file.save(ann);
    fs.failWhen((each) => each === call, 'EACCES');
    await expect(work(file)).rejects.toMatchObject({ code: 'secrets/write-failed' });
    expect(await file.find('ann')).toEqual(ann);
    expect(await open().find('ann')).toEqual(ann);
  });
});

it('keeps entries in memory alone where there is no key', async () => {
  const bench = setUpStore();
  bench.keyring.state = 'none';
  const secrets = bench.run();
  await secrets.update(() => EMPTY_RECORDS);
  const file = fileOf(bench.folder, secrets);
  await file.save(ann);
  expect(await file.find('ann')).toEqual(ann);
  expect(existsSync(bench.folder)).toBe(false);
});

it('finds an entry once there is the key', async () => {
  const { open, run } = await setUp();
  await open().save(ann);
  const secrets = run();
  const file = open(secrets);
  expect(await file.find('ann')).toBeNull();
  await secrets.read();
  expect(await file.find('ann')).toEqual(ann);
});

describe.each(CORRUPT_FILES)('a file found as: $name', ({ apply }) => {
  it('counts as none and is set aside', async () => {
    const { open, path, setAside } = await setUp();
    await open().save(ann);
    apply(path);
    const file = open();
    expect(await file.find('ann')).toBeNull();
    expect(setAside()).toHaveLength(1);
    await file.save(bob);
    expect(await open().find('bob')).toEqual(bob);
  });
});

it('removes what was set aside with the user', async () => {
  const { open, path, setAside } = await setUp();
  writeFileSync(path, 'broken');
  const file = open();
  await file.find('ann');
  expect(setAside()).toHaveLength(1);
  await file.keepOnly([]);
  expect(setAside()).toEqual([]);
});

it('removes what was set aside with a user who has nothing else', async () => {
  const { open, path, setAside } = await setUp();
  writeFileSync(path, 'broken');
  const file = open();
  await file.save(ann);
  await file.keepOnly(['ann', 'bob']);
  expect(setAside()).toHaveLength(1);
  await file.keepOnly(['ann']);
  expect(setAside()).toEqual([]);
  expect(await open().find('ann')).toEqual(ann);
});

it.each([
  ['another content', (secrets: SecretStore) => secrets.seal(Buffer.from('[{"userId":"ann"}]'))],
  ['no JSON', (secrets: SecretStore) => secrets.seal(Buffer.from('ann'))],
  ['more than it may hold', () => Buffer.alloc(10_001)],
])('sets a file aside that holds %s', async (_what, bytesOf) => {
  const { open, path, secrets, setAside } = await setUp();
  writeFileSync(path, bytesOf(secrets)!);
  expect(await open().find('ann')).toBeNull();
  expect(setAside()).toHaveLength(1);
});
