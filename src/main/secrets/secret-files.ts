import type { StoredRecords } from './stored-records';
import { FileWriteError, type DurableFiles, type WriteStep } from '../files/durable-file';
import { writeEnvelope, type StoreKey } from './envelope';
import { fileErrorOf } from '../files/file-system';
import { MAX_SECRETS_BYTES, type StoredRead } from './read-stored';
import type { SecretEvent } from './secret-events';

type Present = Extract<StoredRead, { status: 'present' }>;

interface SecretFilesDeps {
  readonly files: DurableFiles;
  readonly paths: { readonly main: string; readonly copy: string; readonly key: string };
  readonly appName: string;
  readonly randomBytes: (size: number) => Buffer;
  readonly journal: (event: SecretEvent) => void;
  readonly step: (name: `${'main' | 'copy'}/${WriteStep}`) => Promise<void>;
}

/** Main file, copy and key file of one store: writes them in the order that loses nothing. */
export interface SecretFiles {
  /** Writes main file, then copy. Throws FileWriteError; then the main file is as before. */
  write(records: StoredRecords, store: StoreKey): Promise<void>;
  /** After a reading: sets aside what is damaged and makes both files alike. Throws FileWriteError. */
  mend(stored: Present): Promise<void>;
  /** True when the copy holds what the main file holds, or does not exist. */
  copyIsCurrent(): boolean;
  /** Moves everything aside; the bytes are kept. Throws FileWriteError. */
  setAside(): Promise<void>;
  setKeyAside(): Promise<void>;
  /** Nothing is on disk any more. */
  forget(): void;
  removeOrphans(): Promise<void>;
}

/** The files of one store, used by one caller at a time. */
export const createSecretFiles = (deps: SecretFilesDeps): SecretFiles => {
  const { files, paths, appName, randomBytes, journal, step } = deps;
  /** What is to be moved aside before it may be written over. */
  const damaged = new Set<'main' | 'copy'>();
  let gen = 0;
  /** The main file as last known; null when there is none. */
  let written: Buffer | null = null;
  let copyIsCurrent = true;

  const reported = async <T>(file: 'main' | 'copy' | 'key', work: Promise<T>): Promise<T> => {
    try {
      return await work;
    } catch (error) {
      const cause = error instanceof FileWriteError ? error.reason : fileErrorOf(error);
      journal({ type: 'secrets/write-failed', file, cause });
      throw error;
    }
  };

  const setOneAside = async (file: 'main' | 'copy' | 'key'): Promise<void> => {
    const found = await files.read(paths[file], MAX_SECRETS_BYTES);
    if (found.status === 'missing') return;
    await reported(file, files.setAside(paths[file], 'unreadable'));
    journal({ type: 'secrets/set-aside', file });
  };

  const clearWay = async (file: 'main' | 'copy'): Promise<void> => {
    if (!damaged.has(file)) return;
    await setOneAside(file);
    damaged.delete(file);
  };

  /** The new content is in place but may not last: put the old one back, so that a failure changed nothing. */
  const undo = async (): Promise<void> => {
    const back = written ? files.write(paths.main, written) : files.remove(paths.main);
    await back.catch(() => undefined);
  };

  const writeMain = async (bytes: Buffer): Promise<void> => {
    await clearWay('main');
    try {
      await reported(
        'main',
        files.write(paths.main, bytes, (name) => step(`main/${name}`)),
      );
    } catch (error) {
      if (error instanceof FileWriteError && error.replaced) await undo();
      throw error;
    }
    written = bytes;
  };

  /** The main file is safe by now, so a failure is not one of the write; but an outdated copy must not stay. */
  const writeCopy = async (bytes: Buffer): Promise<void> => {
    copyIsCurrent = false;
    try {
      await clearWay('copy');
      await reported(
        'copy',
        files.write(paths.copy, bytes, (name) => step(`copy/${name}`)),
      );
      copyIsCurrent = true;
    } catch {
      copyIsCurrent = await files.remove(paths.copy).then(
        () => true,
        () => false,
      );
    }
  };

  const forget = (): void => {
    written = null;
    damaged.clear();
    copyIsCurrent = true;
  };

  return {
    forget,
    copyIsCurrent: () => copyIsCurrent,
    async write(records, store) {
      const next = gen + 1;
      const bytes = writeEnvelope(records, store, { gen: next, appName }, randomBytes);
      await writeMain(bytes);
      gen = next;
      await writeCopy(bytes);
      journal({ type: 'secrets/written', gen });
    },
    async mend(stored) {
      gen = stored.gen;
      written = stored.main === 'good' ? stored.bytes : null;
      damaged.clear();
      if (stored.main === 'damaged') damaged.add('main');
      if (stored.copy === 'damaged') damaged.add('copy');
      copyIsCurrent = stored.copy === 'good';
      if (stored.main !== 'good') {
        journal({ type: 'secrets/restored-from-copy' });
        await writeMain(stored.bytes);
      } else if (stored.copy !== 'good') {
        await writeCopy(stored.bytes);
      }
    },
    async setAside() {
      for (const file of ['main', 'copy', 'key'] as const) await setOneAside(file);
      forget();
    },
    setKeyAside: () => setOneAside('key'),
    async removeOrphans() {
      await Promise.all(Object.values(paths).map((path) => files.removeOrphans(path)));
    },
  };
};
