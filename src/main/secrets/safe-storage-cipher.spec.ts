import { createCipheriv, createDecipheriv, pbkdf2Sync, randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { CipherError } from './cipher';
import { opensWithPublicKey } from './public-key-canary';
import { createSafeStorageCipher, type SafeStorageLike } from './safe-storage-cipher';

const IV = Buffer.alloc(16, ' ');
const PUBLIC_KEY = pbkdf2Sync('peanuts', 'saltysalt', 1, 16, 'sha1');

/** Encrypts as Chromium does on Linux: AES-128-CBC behind a prefix. */
const chromium = (key: Buffer, prefix: string) => ({
  encrypt: (plain: string): Buffer => {
    const cipher = createCipheriv('aes-128-cbc', key, IV);
    return Buffer.concat([Buffer.from(prefix), cipher.update(plain), cipher.final()]);
  },
  decrypt: (encrypted: Buffer): string => {
    if (encrypted.length === 0) return '';
    if (encrypted.subarray(0, 3).toString() !== prefix) throw new Error('Error while decrypting');
    const cipher = createDecipheriv('aes-128-cbc', key, IV);
    return Buffer.concat([cipher.update(encrypted.subarray(3)), cipher.final()]).toString();
  },
});

const setUp = (branch: 'sync' | 'async', platform = 'linux') => {
  const fake = {
    isAvailable: true,
    scheme: chromium(randomBytes(16), 'v11'),
    shouldReEncrypt: false,
    failure: null as Error | null,
    calls: [] as string[],
  };
  const call = <T>(name: string, work: () => T): T => {
    fake.calls.push(name);
    if (fake.failure) throw fake.failure;
    return work();
  };
  const sync: SafeStorageLike = {
    isEncryptionAvailable: () => fake.isAvailable,
    encryptString: (plain) => call('sync', () => fake.scheme.encrypt(plain)),
    decryptString: (encrypted) => call('sync', () => fake.scheme.decrypt(encrypted)),
  };
  const async: SafeStorageLike = {
    isAsyncEncryptionAvailable: async () => fake.isAvailable,
    encryptStringAsync: async (plain) => call('async', () => fake.scheme.encrypt(plain)),
    decryptStringAsync: async (encrypted) =>
      call('async', () => ({
        result: fake.scheme.decrypt(encrypted),
        shouldReEncrypt: fake.shouldReEncrypt,
      })),
  };
  const electronMajor = branch === 'async' ? 45 : 42;
  const safeStorage = { ...sync, ...async };
  return {
    fake,
    sync,
    async,
    cipher: createSafeStorageCipher({ safeStorage, electronMajor, platform, randomBytes }),
  };
};

const reasonOf = async (work: Promise<unknown>): Promise<string> => {
  try {
    await work;
    return 'done';
  } catch (error) {
    return error instanceof CipherError ? error.reason : 'foreign error';
  }
};

describe.each(['sync', 'async'] as const)('the %s calls', (branch) => {
  const key = randomBytes(32);

  it('wrap and unwrap a key, and are the only ones used', async () => {
    const { cipher, fake } = setUp(branch);
    expect(await cipher.availability()).toBe('available');
    const wrapped = await cipher.wrap(key);
    expect(await cipher.unwrap(wrapped)).toEqual({ key, rewrap: false });
    expect(new Set(fake.calls)).toEqual(new Set([branch]));
  });

  it('say unavailable where the key is the public one, whatever it is called', async () => {
    const { cipher, fake } = setUp(branch);
    fake.scheme = chromium(PUBLIC_KEY, 'v10');
    expect(await cipher.availability()).toBe('unavailable');
    fake.scheme = chromium(randomBytes(16), 'v11');
    expect(await cipher.availability()).toBe('available');
  });

  it('try the canary once, and only on Linux', async () => {
    const linux = setUp(branch);
    await linux.cipher.availability();
    await linux.cipher.availability();
    expect(linux.fake.calls).toHaveLength(1);
    const mac = setUp(branch, 'darwin');
    expect(await mac.cipher.availability()).toBe('available');
    expect(mac.fake.calls).toEqual([]);
  });

  it('say unavailable when the system does, or throws', async () => {
    const { cipher, fake } = setUp(branch);
    fake.isAvailable = false;
    expect(await cipher.availability()).toBe('unavailable');
    fake.isAvailable = true;
    fake.failure = new Error('D-Bus is gone');
    expect(await cipher.availability()).toBe('unavailable');
    expect(await reasonOf(cipher.wrap(key))).toBe('locked');
  });

  it('tell locked from damaged', async () => {
    const { cipher, fake } = setUp(branch);
    await cipher.availability();
    const wrapped = await cipher.wrap(key);
    const other = chromium(randomBytes(16), 'v11').encrypt(key.toString('base64'));
    for (const damaged of [Buffer.alloc(0), Buffer.from('v10'), randomBytes(50), other]) {
      expect(await reasonOf(cipher.unwrap(damaged))).toBe('cannot-decrypt');
    }
    fake.failure = new Error('Encryption is temporarily unavailable');
    expect(await reasonOf(cipher.unwrap(wrapped))).toBe('locked');
    fake.failure = new Error('failed');
    fake.isAvailable = false;
    expect(await reasonOf(cipher.unwrap(wrapped))).toBe('locked');
  });
});

it('passes on that a key should be wrapped again', async () => {
  const { cipher, fake } = setUp('async');
  fake.shouldReEncrypt = true;
  expect(await cipher.unwrap(await cipher.wrap(randomBytes(32)))).toMatchObject({ rewrap: true });
});

it('works where only one half of the calls exists', async () => {
  const { sync, async } = setUp('sync');
  for (const [safeStorage, electronMajor] of [
    [sync, 33],
    [async, 46],
  ] as const) {
    const cipher = createSafeStorageCipher({
      ...{ safeStorage, electronMajor, platform: 'linux', randomBytes },
    });
    const key = randomBytes(32);
    expect((await cipher.unwrap(await cipher.wrap(key))).key).toEqual(key);
  }
});

it('knows the public key of Chromium', () => {
  expect(opensWithPublicKey(chromium(PUBLIC_KEY, 'v10').encrypt('canary'), 'canary')).toBe(true);
  expect(opensWithPublicKey(chromium(PUBLIC_KEY, 'v10').encrypt('canary'), 'other')).toBe(false);
  expect(opensWithPublicKey(chromium(PUBLIC_KEY, 'v11').encrypt('canary'), 'canary')).toBe(false);
  expect(opensWithPublicKey(Buffer.from('v10'), '')).toBe(false);
});
