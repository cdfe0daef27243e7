import { AppError, type ErrorCode } from '../../contract/errors';
import type { StorageView } from '../../contract/ipc/snapshot';
import type { RecordStore } from '../mimi-core/ports';
import { EMPTY_RECORDS } from '../mimi-core/records';
import type { StoredRecords, StoredRecordsRead } from './stored-records';
import { FileWriteError, type DurableFiles } from '../files/durable-file';
import { createInTurn } from '../files/in-turn';
import type { StoreKey } from './envelope';
import { storedRecordsSchema } from './records-schema';
import { packSealed, seal, unpackSealed, unseal } from './sealed-bytes';
import { composeParts, type SecretStoreDeps } from './secret-parts';
import { makeStoreKey, wrapWith } from './store-key';

/** What opening sealed bytes came to; `no-key` while nothing is stored, or it cannot be read. */
export type OpenedBytes =
  { readonly status: 'opened'; readonly bytes: Buffer } | { readonly status: 'no-key' | 'damaged' };

/** Keeps the session records encrypted on disk. */
export interface SecretStore extends RecordStore {
  read(): Promise<StoredRecordsRead>;
  update(change: (records: StoredRecords) => StoredRecords): Promise<StoredRecords>;
  /** How the records are kept; before the first reading or writing, how they are meant to be. */
  storage(): StorageView;
  onStorageChanged(listener: (storage: StorageView) => void): () => void;
  /**
   * The person's wish for weaker protection where there is no keyring: a key in a file. What was kept in memory
   * becomes durable. Throws AppError `secrets/write-failed`; then nothing changed.
   */
  allowKeyFile(): Promise<void>;
  /** Encrypts other files' content with the same key; null when there is none, so nothing may be kept. */
  seal(bytes: Uint8Array): Buffer | null;
  /** Opens what `seal` made. */
  open(sealed: Buffer): OpenedBytes;
  /** The writer of this store, for other files that matter. */
  readonly files: DurableFiles;
}

type Blocked = 'locked' | 'unreadable' | 'newer-version';

/** `store` null: nothing is on disk, and `records` are all there is. */
type State =
  | { readonly status: 'unread' }
  | { readonly status: Blocked }
  | { readonly status: 'ready'; readonly records: StoredRecords; readonly store: StoreKey | null };

const BLOCKED_CODES = {
  locked: 'secrets/locked',
  unreadable: 'secrets/unreadable',
  'newer-version': 'secrets/newer-version',
} as const satisfies Record<Blocked, ErrorCode>;

const SEAL_LABEL = 'sealed|1';

/** The one store of the anonymousId and tokens. Its promises are in docs/secrets.md. */
export const createSecretStore = (deps: SecretStoreDeps): SecretStore => {
  const { cipher, randomBytes, journal } = deps;
  const { files, keyFile, step, secretFiles, read } = composeParts(deps);
  const listeners = new Set<(storage: StorageView) => void>();
  let state: State = { status: 'unread' };
  let view: StorageView = { protection: 'keyring' };
  let isKeyFileAllowed = false;
  const inTurn = createInTurn();

  const show = (next: StorageView): void => {
    if (next.protection === view.protection) return;
    view = next;
    journal({ type: 'secrets/protection', protection: next.protection });
    for (const listener of listeners) listener(next);
  };

  const setReady = (records: StoredRecords, store: StoreKey | null): void => {
    state = { status: 'ready', records, store };
    if (store) show({ protection: store.backend });
  };

  /** A keyring that has appeared since takes over from the key file, which is then of no use to anybody. */
  const upgrade = async (records: StoredRecords, store: StoreKey, rewrap: boolean) => {
    if (store.backend === 'keyring' && !rewrap) return store;
    if ((await cipher.availability()) === 'unavailable') return store;
    const wrapped = await wrapWith(cipher, store.key);
    if (!wrapped) return store;
    const next: StoreKey = { key: store.key, wrapped, backend: 'keyring' };
    await secretFiles.write(records, next);
    return next;
  };

  /** Mends what a crash or damage left, as far as it can: failing here takes nothing from the person. */
  const load = async (): Promise<StoredRecordsRead> => {
    const stored = await read();
    journal({ type: 'secrets/read', status: stored.status });
    // Where neither file can be read, a whole temporary one may be the only good copy there is.
    if (stored.status === 'present' || stored.status === 'absent')
      await secretFiles.removeOrphans();
    if (stored.status === 'absent') {
      secretFiles.forget();
      setReady(EMPTY_RECORDS, null);
      return { status: 'absent' };
    }
    if (stored.status !== 'present') {
      state = { status: stored.status };
      return { status: stored.status };
    }
    const { records } = stored;
    setReady(records, stored.store);
    try {
      await secretFiles.mend(stored);
      const store = await upgrade(records, stored.store, stored.rewrap);
      setReady(records, store);
      if (store.backend === 'keyring' && secretFiles.copyIsCurrent()) await keyFile.remove();
    } catch (error) {
      // Journaled where it happened; the next update tries again.
      if (!(error instanceof FileWriteError)) throw error;
    }
    return { status: 'present', records };
  };

  /** Makes `records` durable, or keeps them in memory if this computer offers no safe place. */
  const keep = async (records: StoredRecords, known: StoreKey | null): Promise<void> => {
    await step('wrap/begin');
    const store =
      known ??
      (await makeStoreKey({ cipher, keyFile, isKeyFileAllowed, randomBytes, secretFiles }));
    await step('wrap/done');
    if (store) await secretFiles.write(records, store);
    setReady(records, store);
    if (!store) show({ protection: 'memory', reason: 'secrets/no-keyring' });
  };

  const isInMemory = (): boolean =>
    view.protection === 'memory' && state.status === 'ready' && !state.store;

  /** The records to change. Throws while they cannot be read. */
  const current = async (): Promise<Extract<State, { status: 'ready' }>> => {
    if (state.status !== 'ready') await load();
    if (state.status === 'ready') return state;
    throw new AppError(
      state.status === 'unread' ? 'secrets/unreadable' : BLOCKED_CODES[state.status],
    );
  };

  const asAppError = (error: unknown): unknown =>
    error instanceof FileWriteError ? new AppError('secrets/write-failed') : error;

  const change = async (apply: (records: StoredRecords) => StoredRecords) => {
    const { records, store } = await current();
    const changed = apply(records);
    if (store && changed === records) return records;
    const next = storedRecordsSchema.safeParse(changed);
    // Written, it could not be read again.
    if (!next.success) throw new AppError('session/invariant-violation');
    await step('update/begin');
    await keep(next.data, store);
    await step('update/done');
    return next.data;
  };

  const durably = <T>(work: () => Promise<T>): Promise<T> =>
    inTurn(work).catch((error: unknown) => {
      throw asAppError(error);
    });

  return {
    files,
    read: () =>
      inTurn(async () => {
        if (!isInMemory() || state.status !== 'ready') return load();
        const { records } = state;
        // A keyring may have appeared since; if it cannot be used, memory keeps them.
        await keep(records, null).catch(() => undefined);
        return { status: 'present', records };
      }),
    update: (apply) => durably(() => change(apply)),
    setAside: () =>
      durably(async () => {
        if (isInMemory()) return;
        const found = await load();
        if (found.status === 'absent' || found.status === 'present') return;
        await secretFiles.setAside();
        isKeyFileAllowed = false;
        setReady(EMPTY_RECORDS, null);
      }),
    storage: () => view,
    onStorageChanged(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    allowKeyFile: () =>
      durably(async () => {
        const before = isKeyFileAllowed;
        const { records, store } = await current();
        if (store) return;
        isKeyFileAllowed = true;
        try {
          if (isInMemory()) await keep(records, null);
        } catch (error) {
          isKeyFileAllowed = before;
          throw error;
        }
      }),
    seal(bytes) {
      const store = state.status === 'ready' ? state.store : null;
      return store ? packSealed(seal(store.key, SEAL_LABEL, bytes, randomBytes)) : null;
    },
    open(sealed) {
      const store = state.status === 'ready' ? state.store : null;
      if (!store) return { status: 'no-key' };
      const bytes = unseal(store.key, SEAL_LABEL, unpackSealed(sealed));
      return bytes ? { status: 'opened', bytes } : { status: 'damaged' };
    },
  };
};
