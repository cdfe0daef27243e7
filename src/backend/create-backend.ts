import { createApp } from './app';
import type { ServiceDeps } from './environment';
import { nodeFiles } from './storage/files';
import { openDatabase, setDamagedAside, type StorageDeps } from './storage/open-database';
import type { OpenedDatabase } from './storage/store';

export interface BackendDeps extends StorageDeps, ServiceDeps {
  /** Told each time the data had to be taken from the copy. */
  readonly onRestored?: () => void;
  /** Opens another storage than SQLite in `folder`. */
  readonly openStorage?: (deps: StorageDeps) => Promise<OpenedDatabase | null>;
}

/** The service as a function. */
export interface Backend {
  /** Answers a request; never rejects. `remoteAddress` is what limits count by. */
  fetch(request: Request, remoteAddress?: string): Promise<Response>;
  /** `unreadable`: every request answers 503 `profile_data_unreadable` and tries to open the data again. */
  readonly state: 'ready' | 'restored-from-copy' | 'unreadable';
  /** Waits for running requests and closes the database. */
  close(): Promise<void>;
}

/** Sets damaged data in `folder` aside, so that the next service there starts empty. The bytes are kept. */
export const startServiceAnew = (folder: string, now: number): void =>
  setDamagedAside(folder, nodeFiles, now);

/** Opens the data and creates the service; data that cannot be read is a state, not an error. */
export const createBackend = async (deps: BackendDeps): Promise<Backend> => {
  const open = async () => {
    const database = await (deps.openStorage ?? openDatabase)(deps);
    if (database?.isRestored) deps.onRestored?.();
    return database;
  };
  let opened = await open();
  let reopening: Promise<void> | null = null;
  let isDamaged = false;
  const running = new Set<Promise<Response>>();

  const reopen = async (): Promise<void> => {
    opened = await open();
    reopening = null;
  };

  const app = createApp({
    ...deps,
    store: async () => {
      // Found damaged while open: the file is replaced at the next start only, when nothing holds it open.
      if (isDamaged) return null;
      if (opened === null) await (reopening ??= reopen());
      return opened?.store ?? null;
    },
    onDamage: () => (isDamaged = true),
  });

  return {
    fetch: async (request, remoteAddress) => {
      const response = Promise.resolve(
        app.fetch(request, remoteAddress === undefined ? {} : { remoteAddress }),
      );
      running.add(response);
      return response.finally(() => running.delete(response));
    },
    get state() {
      if (opened === null || isDamaged) return 'unreadable';
      return opened.isRestored ? 'restored-from-copy' : 'ready';
    },
    close: async () => {
      await Promise.allSettled(running);
      // A damaged file refuses the last tidying; there is nothing left to do for it here.
      await opened?.close().catch(() => undefined);
    },
  };
};
