import { randomUUID } from 'node:crypto';
import { chmodSync, copyFileSync, existsSync, readFileSync, statSync, unlinkSync } from 'node:fs';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { AppError } from '../../contract/errors';
import type { AnonymousId } from '../../contract/anonymous-id';
import { EMPTY_RECORDS } from '../mimi-core/records';
import { nodeFileSystem } from '../files/file-system';
import { createFaultyFileSystem } from './spec-support/faulty-file-system';
import {
  filesHolding,
  recordsOf,
  setUpStore,
  someKeptUser,
  someUser,
} from './spec-support/store-bench';
import { SECRET_STEPS, type SecretStep } from './secret-parts';

const codeOf = async (work: Promise<unknown>): Promise<string> => {
  try {
    await work;
    return 'done';
  } catch (error) {
    return error instanceof AppError ? error.code : String(error);
  }
};

const stored = async (bench = setUpStore()) => {
  const user = someUser();
  const store = bench.run();
  await store.update(() => recordsOf(user));
  return { ...bench, user, store, records: recordsOf(user) };
};

describe('reading', () => {
  it('says absent where nothing is, and leaves keyring and disk alone', async () => {
    const { run, keyring, folder } = setUpStore();
    expect(await run().read()).toEqual({ status: 'absent' });
    expect(keyring.touched).toBe(0);
    expect(existsSync(folder)).toBe(false);
  });

  it('says present in a later run, with every record', async () => {
    const { run, keyring, user } = await stored();
    const records = {
      ...recordsOf(user),
      kept: [someKeptUser(null)],
      pending: {
        service: 'https://service.example#client',
        anonymousId: randomUUID() as AnonymousId,
        yearOfBirth: 1990,
      },
      outbox: [
        { entryId: 'e1', service: 's', userId: 'u', type: 'revoke' as const, refreshToken: 'r' },
        {
          entryId: 'e2',
          service: 's',
          userId: 'u',
          type: 'year-of-birth' as const,
          yearOfBirth: 1990,
        },
      ],
      lab: {
        ids: [
          {
            ...{ key: 'k1', label: 'Anna', service: 'embedded', product: 'mimi-companion' },
            anonymousId: randomUUID() as AnonymousId,
            lastUsedAt: 5,
            lastOutcome: { type: 'Failure' as const, code: 'service/offline' as const, ms: 12 },
          },
        ],
      },
    };
    await run().update(() => records);
    keyring.touched = 0;
    expect(await run().read()).toEqual({ status: 'present', records });
    // Once whether it is there, once to open the key.
    expect(keyring.touched).toBe(2);
  });

  it.each(['locked', 'none', 'temporary'] as const)(
    'says locked while the keyring is %s, refuses to write, and opens once it is not',
    async (trouble) => {
      const { run, keyring, records, main, copy } = await stored();
      const before = [readFileSync(main), readFileSync(copy)];
      keyring.state = trouble;
      const store = run();
      expect(await store.read()).toEqual({ status: 'locked' });
      expect(await codeOf(store.update(() => EMPTY_RECORDS))).toBe('secrets/locked');
      expect(await codeOf(store.allowKeyFile())).toBe('secrets/locked');
      expect([readFileSync(main), readFileSync(copy)]).toEqual(before);
      keyring.state = 'open';
      expect(await store.read()).toEqual({ status: 'present', records });
      expect(await codeOf(store.update((known) => ({ ...known })))).toBe('done');
    },
  );

  it('says unreadable when the key in the keyring is another one, and refuses to write', async () => {
    const { run, keyring, main } = await stored();
    const before = readFileSync(main);
    keyring.state = 'key-lost';
    const store = run();
    expect(await store.read()).toEqual({ status: 'unreadable' });
    expect(await codeOf(store.update(() => EMPTY_RECORDS))).toBe('secrets/unreadable');
    expect(readFileSync(main)).toEqual(before);
  });

  it('says unreadable under another name of the app', async () => {
    const { run } = await stored();
    expect(await run({ appName: 'Renamed' }).read()).toEqual({ status: 'unreadable' });
  });

  it('says newer-version for a file of a later app, even if the copy is of this one', async () => {
    const { run, main, copy } = await stored();
    writeFileSync(main, JSON.stringify({ v: 2, anything: true }));
    const store = run();
    expect(await store.read()).toEqual({ status: 'newer-version' });
    expect(await codeOf(store.update(() => EMPTY_RECORDS))).toBe('secrets/newer-version');
    unlinkSync(main);
    writeFileSync(copy, JSON.stringify({ v: 2 }));
    expect(await run().read()).toEqual({ status: 'newer-version' });
  });

  it('says unreadable for records of a wrong shape under a good seal', async () => {
    const { run, user, folder } = await stored();
    const wrong = recordsOf({
      ...user,
      anonymousId: user.anonymousId.toUpperCase() as AnonymousId,
    });
    const store = run();
    expect(await codeOf(store.update(() => wrong))).toBe('session/invariant-violation');
    expect(await store.read()).toMatchObject({ status: 'present' });
    expect(filesHolding(folder, user.anonymousId)).toEqual([]);
  });
});

describe('the copy', () => {
  it('has the content of the main file after every write', async () => {
    const { main, copy } = await stored();
    expect(readFileSync(copy)).toEqual(readFileSync(main));
  });

  it('is used when the main file is missing, which is not absent, and both are mended', async () => {
    const { run, main, copy, records, events } = await stored();
    unlinkSync(main);
    expect(await run().read()).toEqual({ status: 'present', records });
    expect(events).toContainEqual({ type: 'secrets/restored-from-copy' });
    expect(readFileSync(main)).toEqual(readFileSync(copy));
  });

  it('is brought up to date at the next start after a crash between the two', async () => {
    const { run, main, copy, user, folder } = await stored();
    copyFileSync(copy, `${copy}.old`);
    const next = recordsOf(someUser());
    await run().update(() => next);
    copyFileSync(`${copy}.old`, copy);
    unlinkSync(`${copy}.old`);
    expect(await run().read()).toEqual({ status: 'present', records: next });
    expect(readFileSync(copy)).toEqual(readFileSync(main));
    expect(filesHolding(folder, user.anonymousId)).toEqual([]);
  });

  it('does not stay behind outdated when it cannot be written', async () => {
    const fs = createFaultyFileSystem(nodeFileSystem);
    const { run, copy, records } = await stored(setUpStore(fs));
    fs.failWhen((call, path) => call === 'create' && path.includes('.bak.tmp'), 'ENOSPC');
    await run().update(() => EMPTY_RECORDS);
    expect(existsSync(copy)).toBe(false);
    expect(records.current).not.toBeNull();
  });
});

describe('what was removed', () => {
  it('is gone from main file, copy and temporary files', async () => {
    const { run, folder, names, main } = await stored();
    const old = readFileSync(main);
    writeFileSync(join(folder, 'secrets.json.tmp-0123456789abcdef'), old);
    const store = run();
    await store.read();
    await store.update(() => EMPTY_RECORDS);
    expect(names()).toEqual(['secrets.json', 'secrets.json.bak']);
    for (const name of names()) expect(readFileSync(join(folder, name)).includes(old)).toBe(false);
    expect(await run().read()).toEqual({ status: 'present', records: EMPTY_RECORDS });
  });
});

describe('without a keyring', () => {
  it('keeps records in memory, says so, and writes nothing', async () => {
    const { run, keyring, folder } = setUpStore();
    keyring.state = 'none';
    const store = run();
    const views: unknown[] = [];
    store.onStorageChanged((view) => views.push(view));
    await store.read();
    const records = recordsOf(someUser());
    expect(await store.update(() => records)).toEqual(records);
    expect(views).toEqual([{ protection: 'memory', reason: 'secrets/no-keyring' }]);
    expect(await store.read()).toEqual({ status: 'present', records });
    await store.setAside();
    expect(await store.read()).toEqual({ status: 'present', records });
    expect(existsSync(folder)).toBe(false);
    expect(await run().read()).toEqual({ status: 'absent' });
  });

  it.each(['update', 'read'] as const)(
    'becomes durable at the next %s when one appears',
    async (way) => {
      const { run, keyring } = setUpStore();
      keyring.state = 'none';
      const store = run();
      const records = recordsOf(someUser());
      await store.update(() => records);
      keyring.state = 'open';
      await (way === 'read' ? store.read() : store.update((known) => known));
      expect(store.storage()).toEqual({ protection: 'keyring' });
      expect(await run().read()).toEqual({ status: 'present', records });
    },
  );

  it('does the same when a keyring is there but does not give back what it was given', async () => {
    const { run, keyring, folder } = setUpStore();
    keyring.state = 'key-lost';
    const store = run();
    await store.update(() => recordsOf(someUser()));
    expect(store.storage()).toMatchObject({ protection: 'memory' });
    expect(existsSync(folder)).toBe(false);
  });

  it('uses a key file only when the person asks, for what was in memory too', async () => {
    const { run, keyring, keyFile, folder, names } = setUpStore();
    keyring.state = 'none';
    const store = run();
    const user = someUser();
    await store.update(() => recordsOf(user));
    await store.allowKeyFile();
    expect(store.storage()).toEqual({ protection: 'key-file' });
    expect(names()).toEqual(['secrets-key.bin', 'secrets.json', 'secrets.json.bak']);
    expect(statSync(keyFile).mode & 0o777).toBe(0o600);
    expect(filesHolding(folder, user.anonymousId)).toEqual([]);
    const later = run();
    expect(await later.read()).toEqual({ status: 'present', records: recordsOf(user) });
    expect(later.storage()).toEqual({ protection: 'key-file' });
  });

  it('uses the key file at the first write when it was asked for before', async () => {
    const { run, keyring } = setUpStore();
    keyring.state = 'none';
    const store = run();
    await store.allowKeyFile();
    await store.update(() => recordsOf(someUser()));
    expect(store.storage()).toEqual({ protection: 'key-file' });
  });

  it('moves to a keyring that appears, and the key file is gone', async () => {
    const { run, keyring, names } = setUpStore();
    keyring.state = 'none';
    const first = run();
    await first.allowKeyFile();
    const records = recordsOf(someUser());
    await first.update(() => records);
    const sealed = first.seal(Buffer.from('profile'));
    keyring.state = 'open';
    const second = run();
    expect(await second.read()).toEqual({ status: 'present', records });
    expect(second.storage()).toEqual({ protection: 'keyring' });
    expect(names()).toEqual(['secrets.json', 'secrets.json.bak']);
    expect(await run().read()).toEqual({ status: 'present', records });
    expect(second.open(sealed!)).toEqual({ status: 'opened', bytes: Buffer.from('profile') });
  });

  it('keeps the key file while an old copy still needs it', async () => {
    const fs = createFaultyFileSystem(nodeFileSystem);
    const { run, keyring, names } = setUpStore(fs);
    keyring.state = 'none';
    const first = run();
    await first.allowKeyFile();
    await first.update(() => recordsOf(someUser()));
    keyring.state = 'open';
    const isCopy = (path: string): boolean => path.includes('secrets.json.bak');
    fs.failWhen((call, path) => ['create', 'unlink'].includes(call) && isCopy(path), 'EACCES');
    expect(await run().read()).toMatchObject({ status: 'present' });
    expect(names()).toContain('secrets-key.bin');
    fs.heal();
    await run().read();
    expect(names()).toEqual(['secrets.json', 'secrets.json.bak']);
  });

  it('is locked while the key file is missing and unreadable when it is damaged', async () => {
    const { run, keyring, keyFile } = setUpStore();
    keyring.state = 'none';
    const store = run();
    await store.allowKeyFile();
    await store.update(() => recordsOf(someUser()));
    copyFileSync(keyFile, `${keyFile}.kept`);
    unlinkSync(keyFile);
    expect(await run().read()).toEqual({ status: 'locked' });
    writeFileSync(keyFile, 'short');
    expect(await run().read()).toEqual({ status: 'unreadable' });
    copyFileSync(`${keyFile}.kept`, keyFile);
    expect(await run().read()).toMatchObject({ status: 'present' });
  });

  it('never goes to memory, nor to a key file, for a full disk', async () => {
    const fs = createFaultyFileSystem(nodeFileSystem);
    const { run } = setUpStore(fs);
    const store = run();
    fs.failWhen((call) => call === 'write', 'ENOSPC');
    expect(await codeOf(store.update(() => recordsOf(someUser())))).toBe('secrets/write-failed');
    expect(store.storage()).toEqual({ protection: 'keyring' });
    expect(await store.read()).toEqual({ status: 'absent' });
  });

  it('keeps memory as it was when the key file cannot be written', async () => {
    const fs = createFaultyFileSystem(nodeFileSystem);
    const { run, keyring } = setUpStore(fs);
    keyring.state = 'none';
    const store = run();
    const records = recordsOf(someUser());
    await store.update(() => records);
    fs.failWhen((call) => call === 'sync', 'EIO');
    expect(await codeOf(store.allowKeyFile())).toBe('secrets/write-failed');
    expect(store.storage()).toMatchObject({ protection: 'memory' });
    expect(await store.read()).toEqual({ status: 'present', records });
  });
});

describe('setting aside', () => {
  it.each(['locked', 'key-lost'] as const)(
    'keeps the bytes and starts anew when %s',
    async (trouble) => {
      const { run, keyring, main, folder, names } = await stored();
      const before = readFileSync(main);
      keyring.state = trouble;
      const store = run();
      await store.read();
      await store.setAside();
      expect(await store.read()).toEqual({ status: 'absent' });
      const aside = names().filter((name) => name.startsWith('secrets.unreadable-'));
      expect(aside).toHaveLength(1);
      expect(readFileSync(join(folder, aside[0]!))).toEqual(before);
      keyring.state = 'open';
      const next = recordsOf(someUser());
      await store.update(() => next);
      expect(await run().read()).toEqual({ status: 'present', records: next });
    },
  );

  it('does nothing to what can be read', async () => {
    const { run, records, names } = await stored();
    const store = run();
    await store.setAside();
    expect(await store.read()).toEqual({ status: 'present', records });
    expect(names()).toEqual(['secrets.json', 'secrets.json.bak']);
  });
});

describe('the disk', () => {
  it('gets private files in a private folder, whatever they were', async () => {
    const { run, main, copy, folder } = await stored();
    for (const path of [main, copy]) chmodSync(path, 0o666);
    chmodSync(folder, 0o755);
    await run().update(() => recordsOf(someUser()));
    for (const path of [main, copy]) expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(statSync(folder).mode & 0o777).toBe(0o700);
  });

  it('holds no id in any form, and the scan finds a planted one', async () => {
    const { folder, user } = await stored();
    const id = user.anonymousId;
    expect(filesHolding(folder, id)).toEqual([]);
    const bare = id.replaceAll('-', '');
    const planted = [
      Buffer.from(`{"a":"${id}"}`),
      Buffer.from(id, 'utf16le'),
      Buffer.from(Buffer.from(`{"id":"${id}"}`).toString('base64')),
      Buffer.from(Buffer.from(id).toString('hex')),
      Buffer.from(bare),
      Buffer.from(bare, 'hex'),
    ];
    for (const [index, bytes] of planted.entries()) {
      writeFileSync(join(folder, `planted-${index}`), bytes);
      expect(filesHolding(folder, id)).toEqual([`planted-${index}`]);
      unlinkSync(join(folder, `planted-${index}`));
    }
  });

  it('shows no secret in the journal, in errors or when the store is inspected', async () => {
    const { store, events, user, run, keyring } = await stored();
    keyring.state = 'key-lost';
    const error: unknown = await run()
      .update(() => EMPTY_RECORDS)
      .catch((thrown: unknown) => thrown);
    const shown = [
      inspect(store, { depth: 9 }),
      JSON.stringify(store),
      inspect(events),
      inspect(error),
    ];
    for (const text of shown) expect(text).not.toContain(user.anonymousId);
  });
});

describe('updating', () => {
  it('applies changes one after the other', async () => {
    const { run } = setUpStore();
    const store = run();
    const users = Array.from({ length: 20 }, () => someKeptUser());
    await Promise.all(
      users.map((kept) => store.update((known) => ({ ...known, kept: [...known.kept, kept] }))),
    );
    const read = await run().read();
    expect(read.status === 'present' && read.records.kept.map((kept) => kept.userId)).toEqual(
      users.map((user) => user.userId),
    );
  });

  it('goes on after a change that throws', async () => {
    const { store, records } = await stored();
    await expect(
      store.update(() => {
        throw new Error('no');
      }),
    ).rejects.toThrow('no');
    expect(await store.update((known) => known)).toEqual(records);
  });

  it('wraps the key again when the system asks', async () => {
    const { run, keyring, main, records } = await stored();
    const before = readFileSync(main);
    keyring.asksForRewrap = true;
    expect(await run().read()).toEqual({ status: 'present', records });
    expect(readFileSync(main)).not.toEqual(before);
  });

  it('passes every named step, in order', async () => {
    const { run } = setUpStore();
    const passed: SecretStep[] = [];
    await run({ step: async (name) => void passed.push(name) }).update(() => recordsOf(someUser()));
    expect(passed).toEqual(SECRET_STEPS);
  });
});

describe('sealing for other files', () => {
  it('opens in a later run, notices a changed bit, and does nothing without a key', async () => {
    const { run, keyring, store } = await stored();
    const sealed = store.seal(Buffer.from('a profile'))!;
    const later = run();
    expect(later.open(sealed)).toEqual({ status: 'no-key' });
    expect(later.seal(Buffer.from('x'))).toBeNull();
    await later.read();
    expect(later.open(sealed)).toEqual({ status: 'opened', bytes: Buffer.from('a profile') });
    for (let index = 0; index < sealed.length; index += 1) {
      const changed = Buffer.from(sealed);
      changed[index]! ^= 1;
      expect(later.open(changed)).toEqual({ status: 'damaged' });
    }
    expect(later.open(Buffer.alloc(3))).toEqual({ status: 'damaged' });
    keyring.state = 'locked';
    await later.read();
    expect(later.open(sealed)).toEqual({ status: 'no-key' });
  });
});
