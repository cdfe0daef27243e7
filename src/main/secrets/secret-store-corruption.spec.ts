import { lstatSync, readFileSync, readdirSync, rmSync, unlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { AppError } from '../../contract/errors';
import { EMPTY_RECORDS } from '../mimi-core/records';
import { CORRUPT_FILES } from './spec-support/corrupt-files';
import { recordsOf, setUpStore, someUser } from './spec-support/store-bench';

const stored = async () => {
  const bench = setUpStore();
  const records = recordsOf(someUser());
  await bench.run().update(() => records);
  return { ...bench, records };
};

/** What lies at a path, comparably: bytes of a file, else its kind. */
const contentAt = (path: string): string => {
  const stats = lstatSync(path);
  // Comparing 50 MB of text takes long.
  if (stats.size > 1_000_000) return `${stats.size} bytes`;
  if (stats.isFile()) return readFileSync(path).toString('latin1');
  return stats.isDirectory() ? `folder ${readdirSync(path).join()}` : `mode ${stats.mode}`;
};

const contents = (folder: string): string[] =>
  readdirSync(folder).map((name) => contentAt(join(folder, name)));

it('has at least 60 kinds of its own names', () => {
  expect(new Set(CORRUPT_FILES.map((kind) => kind.name)).size).toBeGreaterThanOrEqual(60);
  expect(new Set(CORRUPT_FILES.map((kind) => kind.name)).size).toBe(CORRUPT_FILES.length);
});

describe.each(CORRUPT_FILES)('secrets found as: $name', ({ apply }) => {
  it('open from the copy, and the damaged bytes are kept', async () => {
    const { run, main, records, folder, events } = await stored();
    apply(main);
    const damaged = contentAt(main);
    const store = run();
    expect(await store.read()).toEqual({ status: 'present', records });
    await store.update(() => EMPTY_RECORDS);
    expect(contents(folder)).toContain(damaged);
    expect(events).toContainEqual({ type: 'secrets/restored-from-copy' });
    expect(await run().read()).toEqual({ status: 'present', records: EMPTY_RECORDS });
  });

  it('stay good when only the copy is hit, and the copy is mended', async () => {
    const { run, main, copy, records } = await stored();
    apply(copy);
    expect(await run().read()).toEqual({ status: 'present', records });
    expect(readFileSync(copy)).toEqual(readFileSync(main));
  });

  it('without a good copy create nothing, change nothing, and can be set aside', async () => {
    const { run, main, copy, folder } = await stored();
    apply(main);
    apply(copy);
    const before = contents(folder);
    const store = run();
    expect(await store.read()).toEqual({ status: 'unreadable' });
    await expect(store.update(() => EMPTY_RECORDS)).rejects.toEqual(
      new AppError('secrets/unreadable'),
    );
    expect(contents(folder)).toEqual(before);
    await store.setAside();
    expect(contents(folder).sort()).toEqual(before.sort());
    expect(await store.read()).toEqual({ status: 'absent' });
    await store.update(() => EMPTY_RECORDS);
    expect(await run().read()).toMatchObject({ status: 'present' });
  });

  it('without any copy are not absent', async () => {
    const { run, main, copy } = await stored();
    unlinkSync(copy);
    apply(main);
    expect(await run().read()).toEqual({ status: 'unreadable' });
  });
});

describe('a changed bit', () => {
  const FIELDS = ['v', 'gen', 'backend', 'appName', 'wrapped', 'iv', 'tag', 'ct'];

  it.each(FIELDS)('anywhere in %s never opens as something else', async (field) => {
    const { run, main, copy, records } = await stored();
    const good = readFileSync(main);
    const text = good.toString();
    const start = text.indexOf(`"${field}":`) + field.length + 3;
    const end = text.indexOf(',"', start) === -1 ? text.length - 1 : text.indexOf(',"', start);
    rmSync(copy);
    // Every byte of short fields, a spread of long ones, one bit each.
    const stride = Math.max(1, Math.floor((end - start) / 24));
    for (let index = start; index < end; index += stride) {
      const changed = Buffer.from(good);
      changed[index]! ^= 1 << (index % 7);
      writeFileSync(main, changed);
      const read = await run().read();
      // A newer version's number is one bit away from ours; the last base64 digit has bits that say nothing.
      if (read.status === 'present') expect(read.records).toEqual(records);
      else expect(['unreadable', 'newer-version', 'locked']).toContain(read.status);
      rmSync(copy, { force: true });
    }
  });
});
