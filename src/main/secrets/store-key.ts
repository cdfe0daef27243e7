import { CipherError, KEY_BYTES, type KeyCipher } from './cipher';
import type { StoreKey } from './envelope';
import type { SecretFiles } from './secret-files';

/** The key wrapped and proved to open again, or null if the cipher cannot do that. */
export const wrapWith = async (cipher: KeyCipher, key: Buffer): Promise<Buffer | null> => {
  try {
    const wrapped = await cipher.wrap(key);
    return (await cipher.unwrap(wrapped)).key.equals(key) ? wrapped : null;
  } catch (error) {
    if (error instanceof CipherError) return null;
    throw error;
  }
};

interface MakeStoreKeyDeps {
  readonly cipher: KeyCipher;
  readonly keyFile: KeyCipher;
  readonly isKeyFileAllowed: boolean;
  readonly randomBytes: (size: number) => Buffer;
  readonly secretFiles: Pick<SecretFiles, 'setKeyAside'>;
}

/** A new key in the best place this computer offers; null if there is none the person agreed to. */
export const makeStoreKey = async (deps: MakeStoreKeyDeps): Promise<StoreKey | null> => {
  const { cipher, keyFile, isKeyFileAllowed, randomBytes, secretFiles } = deps;
  const key = randomBytes(KEY_BYTES);
  if ((await cipher.availability()) === 'available') {
    const wrapped = await wrapWith(cipher, key);
    if (wrapped) return { key, wrapped, backend: 'keyring' };
  }
  if (!isKeyFileAllowed) return null;
  let wrapped = await wrapWith(keyFile, key);
  if (!wrapped) {
    // Nothing is stored that the damaged key file could open.
    await secretFiles.setKeyAside();
    wrapped = await wrapWith(keyFile, key);
  }
  return wrapped && { key, wrapped, backend: 'key-file' };
};
