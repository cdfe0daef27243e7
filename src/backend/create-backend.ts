import { createApp } from './app';
import type { Client, Store } from './environment';
import { NO_LIMITS, type Limits, type LimitSettings } from './limits';
import { nodeFiles, type ServiceFiles } from './storage/files';
import { openDatabase, setDamagedAside, type OpenOutcome } from './storage/open-database';
import { createKeys } from './tokens';

export interface BackendDeps {
  /** Folder of the database and its copy; made when missing. */
  readonly folder: string;
  readonly clients: readonly Client[];
  /** Milliseconds since 1970. */
  readonly clock: { now(): number };
  readonly randomBytes: (size: number) => Uint8Array;
  readonly randomUUID: () => string;
  /** Null: none, for a service that only its own app can reach. */
  readonly limits: LimitSettings | null;
  /** Keep a second copy of the database and use it when the first is damaged. */
  readonly backups: boolean;
  /** The caller holds an id registered here: finding nothing means it is lost, not that it is new. */
  readonly mustExist: boolean;
  readonly currentYear: () => number;
  /** The disk; Node's own by default. */
  readonly files?: ServiceFiles;
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

type Opened = Exclude<OpenOutcome, { status: 'unreadable' }> & { readonly store: Store };

const open = async (deps: BackendDeps): Promise<Opened | null> => {
  const now = (): number => deps.clock.now();
  const outcome = await openDatabase(deps.folder, {
    mustExist: deps.mustExist,
    backups: deps.backups,
    now,
    pepperHex: () => Buffer.from(deps.randomBytes(32)).toString('hex'),
    files: deps.files ?? nodeFiles,
  });
  if (outcome.status === 'unreadable') return null;
  const { db } = outcome.database;
  const { value: pepper } = await db
    .selectFrom('meta')
    .select('value')
    .where('key', '=', 'pepper')
    .executeTakeFirstOrThrow();
  const tokens = { keys: createKeys(pepper, deps.randomBytes), now };
  return { ...outcome, store: { db, backup: outcome.backup, tokens } };
};

/** The library is loaded only where it is used: an app's own service starts without it. */
const loadLimits = async (settings: LimitSettings | null): Promise<Limits> => {
  if (settings === null) return NO_LIMITS;
  const { createLimits } = await import('./memory-limits');
  return createLimits(settings);
};

/** Opens the data and creates the service; data that cannot be read is a state, not an error. */
export const createBackend = async (deps: BackendDeps): Promise<Backend> => {
  let opened = await open(deps);
  let reopening: Promise<Opened | null> | null = null;
  let isDamaged = false;
  const running = new Set<Promise<Response>>();

  const store = async (): Promise<Store | null> => {
    // Found damaged while open: the file is replaced at the next start only, when nothing holds it open.
    if (isDamaged) return null;
    if (opened === null) {
      reopening ??= open(deps).finally(() => (reopening = null));
      opened = await reopening;
    }
    return opened?.store ?? null;
  };

  const app = createApp({
    clients: deps.clients,
    now: () => deps.clock.now(),
    currentYear: deps.currentYear,
    randomUUID: deps.randomUUID,
    limits: await loadLimits(deps.limits),
    store,
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
      return opened.status === 'opened' ? 'ready' : 'restored-from-copy';
    },
    close: async () => {
      await Promise.allSettled(running);
      // A damaged file refuses the last tidying; there is nothing left to do for it here.
      await opened?.database.close().catch(() => undefined);
    },
  };
};
