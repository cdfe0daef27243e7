import { CipherError, KEY_BYTES, type KeyCipher } from './cipher';
import type { DurableFiles } from '../files/durable-file';
import { packSealed, seal, unpackSealed, unseal } from './sealed-bytes';

interface KeyFileCipherDeps {
  readonly path: string;
  readonly files: DurableFiles;
  readonly randomBytes: (size: number) => Buffer;
}

/** A cipher whose key lies in a file. */
export interface KeyFileCipher extends KeyCipher {
  /** Deletes the key file once nothing is wrapped with it any more. */
  remove(): Promise<void>;
}

const LABEL = 'key-file';

/**
 * The weaker protection a person can ask for on a computer without a keyring: whoever can read their files can
 * read the key (0600). It keeps the id out of plain text, backups of single files and reports, no more.
 */
export const createKeyFileCipher = (deps: KeyFileCipherDeps): KeyFileCipher => {
  const { path, files, randomBytes } = deps;

  const readKey = async (): Promise<Buffer | 'missing' | 'damaged'> => {
    const content = await files.read(path, KEY_BYTES);
    if (content.status !== 'read') return content.status;
    return content.bytes.length === KEY_BYTES ? content.bytes : 'damaged';
  };

  return {
    availability: async () => {
      const key = await readKey();
      return typeof key === 'string' ? 'unavailable' : 'available';
    },
    wrap: async (key) => {
      const found = await readKey();
      // A damaged key file may still be what an older file was wrapped with: it is never written over.
      if (found === 'damaged') throw new CipherError('cannot-decrypt');
      const fileKey = found === 'missing' ? randomBytes(KEY_BYTES) : found;
      if (found === 'missing') await files.write(path, fileKey);
      return packSealed(seal(fileKey, LABEL, key, randomBytes));
    },
    unwrap: async (wrapped) => {
      const fileKey = await readKey();
      if (typeof fileKey === 'string') {
        throw new CipherError(fileKey === 'missing' ? 'locked' : 'cannot-decrypt');
      }
      const key = unseal(fileKey, LABEL, unpackSealed(wrapped));
      if (key?.length !== KEY_BYTES) throw new CipherError('cannot-decrypt');
      return { key, rewrap: false };
    },
    remove: () => files.remove(path),
  };
};
