import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { createDurableFiles, FileWriteError, WRITE_STEPS } from './durable-file';
import { nodeFileSystem } from './file-system';
import { createFaultyFileSystem } from '../secrets/spec-support/faulty-file-system';
import { newFolder, stillClock } from '../secrets/spec-support/store-bench';

const setUp = () => {
  const fs = createFaultyFileSystem(nodeFileSystem);
  const waits: number[] = [];
  const clock = {
    ...stillClock,
    after: (ms: number, callback: () => void) => {
      waits.push(ms);
      return stillClock.after(ms, callback);
    },
  };
  const folder = join(newFolder(), 'a', 'b');
  const files = createDurableFiles({ fs, clock, randomBytes });
  return { fs, files, waits, folder, path: join(folder, 'thing.json') };
};

it('writes, syncs and reads back before it renames, and syncs the folder after', async () => {
  const { fs, files, path } = setUp();
  const steps: string[] = [];
  await files.write(path, Buffer.from('content'), async (name) => void steps.push(name));
  expect(fs.log()).toEqual([
    ...['makeFolder', 'create', 'write', 'sync', 'close', 'read', 'rename', 'syncFolder'],
  ]);
  expect(steps).toEqual(WRITE_STEPS);
  expect(readFileSync(path, 'utf8')).toBe('content');
  expect(statSync(path).mode & 0o777).toBe(0o600);
});

it('goes on until every byte is written', async () => {
  const { fs, files, path } = setUp();
  const bytes = randomBytes(100_000);
  fs.failWhen((call) => call === 'write' && fs.calls() < 12, 'short-write');
  await files.write(path, bytes);
  expect(fs.log().filter((call) => call === 'write').length).toBeGreaterThan(3);
  expect(readFileSync(path)).toEqual(bytes);
});

it('notices bytes the disk lost, and keeps the old content', async () => {
  const { fs, files, path, folder } = setUp();
  await files.write(path, Buffer.from('old'));
  const lossy = { ...fs, read: async () => Buffer.from('ne') };
  const other = createDurableFiles({ fs: lossy, clock: stillClock, randomBytes });
  await expect(other.write(path, Buffer.from('new'))).rejects.toThrow(FileWriteError);
  expect(readFileSync(path, 'utf8')).toBe('old');
  expect(readdirSync(folder)).toEqual(['thing.json']);
});

it('names the cause of a failure from a list, without a path', async () => {
  const { fs, files, path } = setUp();
  fs.failWhen((call) => call === 'create', 'EROFS');
  await expect(files.write(path, Buffer.from('x'))).rejects.toMatchObject({
    message: 'EROFS',
    replaced: false,
  });
});

it('tries a rename that is held up again, ten times and at most a second apart', async () => {
  const { fs, files, path, waits } = setUp();
  let left = 4;
  const busy = {
    ...fs,
    rename: async (from: string, to: string) => {
      if ((left -= 1) >= 0) throw Object.assign(new Error('held'), { code: 'EPERM' });
      await fs.rename(from, to);
    },
  };
  const clock = {
    ...stillClock,
    after: (ms: number, callback: () => void) => {
      waits.push(ms);
      return stillClock.after(ms, callback);
    },
  };
  const other = createDurableFiles({ fs: busy, clock, randomBytes });
  await other.write(path, Buffer.from('x'));
  expect(waits).toEqual([10, 20, 40, 80]);
  left = 100;
  await expect(other.write(path, Buffer.from('y'))).rejects.toMatchObject({ reason: 'EPERM' });
  expect(waits.slice(4)).toHaveLength(9);
  expect(Math.max(...waits)).toBeLessThanOrEqual(1000);
  expect(readFileSync(path, 'utf8')).toBe('x');
  await files.removeOrphans(path);
});

it('tells missing, damaged and read apart, and never waits for a pipe', async () => {
  const { files, path, folder } = setUp();
  expect(await files.read(path, 10)).toEqual({ status: 'missing' });
  mkdirSync(path, { recursive: true });
  expect(await files.read(path, 10)).toEqual({ status: 'damaged' });
  execFileSync('mkfifo', [join(folder, 'pipe')]);
  expect(await files.read(join(folder, 'pipe'), 10)).toEqual({ status: 'damaged' });
  writeFileSync(join(folder, 'big'), 'x'.repeat(11));
  expect(await files.read(join(folder, 'big'), 10)).toEqual({ status: 'damaged' });
  expect(await files.read(join(folder, 'big'), 11)).toMatchObject({ status: 'read' });
  symlinkSync(join(folder, 'big'), join(folder, 'link'));
  expect(await files.read(join(folder, 'link'), 11)).toMatchObject({ status: 'read' });
  symlinkSync(join(folder, 'nowhere'), join(folder, 'dangling'));
  expect(await files.read(join(folder, 'dangling'), 11)).toEqual({ status: 'damaged' });
});

it('sets aside under a name of its own each time, privately, and keeps the newest if told', async () => {
  const { files, path, folder } = setUp();
  mkdirSync(folder, { recursive: true });
  for (let count = 0; count < 5; count += 1) {
    writeFileSync(path, String(count), { mode: 0o666 });
    await files.setAside(path, 'unreadable');
  }
  expect(readdirSync(folder)).toHaveLength(5);
  for (const name of readdirSync(folder)) {
    expect(name).toMatch(/^thing\.unreadable-2026-01-02T03-04-05-000Z-/);
    expect(statSync(join(folder, name)).mode & 0o777).toBe(0o600);
  }
  writeFileSync(path, 'last');
  await files.setAside(path, 'unreadable', 3);
  expect(readdirSync(folder)).toHaveLength(3);
});

it('keeps the one set aside last, also after a clock that was ahead', async () => {
  const { fs, folder, path } = setUp();
  mkdirSync(folder, { recursive: true });
  for (const year of ['2031', '2031', '2026']) {
    const clock = { ...stillClock, now: () => Date.parse(year) };
    writeFileSync(path, 'x');
    await createDurableFiles({ fs, clock, randomBytes }).setAside(path, 'corrupt', 2);
  }
  const names = readdirSync(folder).sort();
  expect(names).toHaveLength(2);
  expect(names[0]).toMatch(/^thing\.corrupt-2026/);
});

it('removes its own orphans only', async () => {
  const { files, path, folder } = setUp();
  await files.write(path, Buffer.from('x'));
  for (const name of ['thing.json.tmp-0011', 'other.json.tmp-0011', 'thing.json.bak']) {
    writeFileSync(join(folder, name), 'x');
  }
  await files.removeOrphans(path);
  expect(readdirSync(folder).sort()).toEqual([
    'other.json.tmp-0011',
    'thing.json',
    'thing.json.bak',
  ]);
});
