import { CipherError, KEY_BYTES, type KeyCipher } from './cipher';
import { opensWithPublicKey } from './public-key-canary';

/** Electron's safeStorage as far as it is used; the synchronous half is gone from Electron 46, the other came with 42. */
export interface SafeStorageLike {
  isEncryptionAvailable?(): boolean;
  encryptString?(plain: string): Buffer;
  decryptString?(encrypted: Buffer): string;
  isAsyncEncryptionAvailable?(): Promise<boolean>;
  encryptStringAsync?(plain: string): Promise<Buffer>;
  decryptStringAsync?(
    encrypted: Buffer,
  ): Promise<{ readonly result: string; readonly shouldReEncrypt: boolean }>;
}

interface SafeStorageCipherDeps {
  readonly safeStorage: SafeStorageLike;
  /** Major version of Electron: the asynchronous calls of 42 crash when queued. */
  readonly electronMajor: number;
  /** `process.platform`; only Linux has the trap of a public key. */
  readonly platform: string;
  readonly randomBytes: (size: number) => Buffer;
}

/** Both halves of safeStorage in one shape. */
interface StringCipher {
  available(): Promise<boolean>;
  encrypt(plain: string): Promise<Buffer>;
  decrypt(encrypted: Buffer): Promise<{ readonly plain: string; readonly rewrap: boolean }>;
}

const FIRST_SOUND_ASYNC_MAJOR = 43;
const missing = (): never => {
  throw new CipherError('locked');
};

const asyncCipher = (storage: SafeStorageLike): StringCipher => ({
  available: async () => (await storage.isAsyncEncryptionAvailable?.()) ?? false,
  encrypt: async (plain) => (await storage.encryptStringAsync?.(plain)) ?? missing(),
  decrypt: async (encrypted) => {
    const opened = (await storage.decryptStringAsync?.(encrypted)) ?? missing();
    return { plain: opened.result, rewrap: opened.shouldReEncrypt };
  },
});

const syncCipher = (storage: SafeStorageLike): StringCipher => ({
  available: () => Promise.resolve(storage.isEncryptionAvailable?.() ?? false),
  encrypt: (plain) => Promise.resolve(storage.encryptString?.(plain) ?? missing()),
  decrypt: (encrypted) =>
    Promise.resolve({ plain: storage.decryptString?.(encrypted) ?? missing(), rewrap: false }),
});

/** The system's keyring through Electron's safeStorage, which is passed in: usable after `ready` only. */
export const createSafeStorageCipher = (deps: SafeStorageCipherDeps): KeyCipher => {
  const { safeStorage, electronMajor, platform, randomBytes } = deps;
  const hasAsync = typeof safeStorage.encryptStringAsync === 'function';
  const isAsync = hasAsync && electronMajor >= FIRST_SOUND_ASYNC_MAJOR;
  const cipher = isAsync ? asyncCipher(safeStorage) : syncCipher(safeStorage);
  let canaryPassed = platform !== 'linux';

  /** Neither the backend's name nor "available" proves a keyring on Linux; this does. */
  const isProtected = async (): Promise<boolean> => {
    if (canaryPassed) return true;
    const plain = randomBytes(16).toString('hex');
    canaryPassed = !opensWithPublicKey(await cipher.encrypt(plain), plain);
    return canaryPassed;
  };

  const availability: KeyCipher['availability'] = async () => {
    try {
      return (await cipher.available()) && (await isProtected()) ? 'available' : 'unavailable';
    } catch {
      return 'unavailable';
    }
  };

  /** The error's text is looked at, never kept: it may quote what it could not read. */
  const reasonOf = async (error: unknown): Promise<CipherError> => {
    if (error instanceof CipherError) return error;
    const says = error instanceof Error && /temporar|unavailable/i.test(error.message);
    const gone = says || (await availability()) === 'unavailable';
    return new CipherError(gone ? 'locked' : 'cannot-decrypt');
  };

  return {
    availability,
    wrap: async (key) => {
      try {
        return await cipher.encrypt(key.toString('base64'));
      } catch {
        throw new CipherError('locked');
      }
    },
    unwrap: async (wrapped) => {
      try {
        const { plain, rewrap } = await cipher.decrypt(wrapped);
        // Damaged ciphertext can open to nothing, or to wrong text, without an error.
        const key = Buffer.from(plain, 'base64');
        if (key.length !== KEY_BYTES) throw new CipherError('cannot-decrypt');
        return { key, rewrap };
      } catch (error) {
        throw await reasonOf(error);
      }
    },
  };
};
