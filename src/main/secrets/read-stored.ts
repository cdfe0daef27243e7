import type { StoredRecords } from './stored-records';
import { CipherError, type KeyCipher } from './cipher';
import type { DurableFiles } from '../files/durable-file';
import {
  openEnvelope,
  parseEnvelope,
  type Backend,
  type Envelope,
  type StoreKey,
} from './envelope';

/** Far more than records ever take; a larger file was not written by this app. */
export const MAX_SECRETS_BYTES = 16 * 1024 * 1024;

/** What is wrong with one of the two files of a store. */
export type FileHealth = 'good' | 'missing' | 'damaged' | 'differs';

/** What the two files of a store came to; `present` names what has to be mended. */
export type StoredRead =
  | { readonly status: 'absent' | 'locked' | 'unreadable' | 'newer-version' }
  | {
      readonly status: 'present';
      readonly records: StoredRecords;
      readonly store: StoreKey;
      readonly gen: number;
      /** The file as read, for writing the other one. */
      readonly bytes: Buffer;
      readonly main: FileHealth;
      readonly copy: FileHealth;
      /** The keyring asks for the key to be wrapped again. */
      readonly rewrap: boolean;
    };

interface ReadStoredDeps {
  readonly files: DurableFiles;
  readonly mainPath: string;
  readonly copyPath: string;
  readonly appName: string;
  readonly ciphers: Readonly<Record<Backend, KeyCipher>>;
}

type Found =
  | { readonly status: 'missing' | 'damaged' | 'newer-version' }
  | { readonly status: 'envelope'; readonly envelope: Envelope; readonly bytes: Buffer };

type Opened =
  | { readonly status: 'locked' | 'damaged' }
  | {
      readonly status: 'opened';
      readonly records: StoredRecords;
      readonly store: StoreKey;
      readonly rewrap: boolean;
    };

const find = async (files: DurableFiles, path: string): Promise<Found> => {
  const content = await files.read(path, MAX_SECRETS_BYTES);
  if (content.status !== 'read') return { status: content.status };
  const envelope = parseEnvelope(content.bytes);
  return typeof envelope === 'string'
    ? { status: envelope }
    : { status: 'envelope', envelope, bytes: content.bytes };
};

const openWith = async (
  envelope: Envelope,
  cipher: KeyCipher,
  appName: string,
): Promise<Opened> => {
  const { backend, wrapped } = envelope;
  // A key file says itself whether it is missing or damaged.
  if (backend === 'keyring' && (await cipher.availability()) === 'unavailable') {
    return { status: 'locked' };
  }
  try {
    const { key, rewrap } = await cipher.unwrap(wrapped);
    const records = openEnvelope(envelope, key, appName);
    if (!records) return { status: 'damaged' };
    return { status: 'opened', records, store: { key, wrapped, backend }, rewrap };
  } catch (error) {
    const isLocked = error instanceof CipherError && error.reason === 'locked';
    return { status: isLocked ? 'locked' : 'damaged' };
  }
};

const healthOf = (found: Found, reference: Buffer): FileHealth => {
  if (found.status === 'missing') return 'missing';
  if (found.status !== 'envelope') return 'damaged';
  return found.bytes.equals(reference) ? 'good' : 'differs';
};

/**
 * Reads main file and copy and changes neither. A key that is not to be had ends the reading: the copy must not
 * win over a main file that only waits. A file of a newer version ends it too, so that it is never rolled back.
 */
export const readStored = async (deps: ReadStoredDeps): Promise<StoredRead> => {
  const { files, mainPath, copyPath, ciphers, appName } = deps;
  const [main, copy] = await Promise.all([find(files, mainPath), find(files, copyPath)]);
  if (main.status === 'missing' && copy.status === 'missing') return { status: 'absent' };
  if (main.status === 'newer-version') return { status: 'newer-version' };
  for (const candidate of [main, copy]) {
    if (candidate.status !== 'envelope') continue;
    const { envelope, bytes } = candidate;
    const opened = await openWith(envelope, ciphers[envelope.backend], appName);
    if (opened.status !== 'opened') {
      if (opened.status === 'locked') return { status: 'locked' };
      continue;
    }
    const { records, store, rewrap } = opened;
    return {
      status: 'present',
      records,
      store,
      rewrap,
      gen: envelope.gen,
      bytes,
      // A main file passed over in favour of its copy is damaged, however well formed.
      main: candidate === main ? 'good' : main.status === 'missing' ? 'missing' : 'damaged',
      copy: healthOf(copy, bytes),
    };
  }
  return { status: copy.status === 'newer-version' ? 'newer-version' : 'unreadable' };
};
