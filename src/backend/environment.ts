import type { Kysely } from 'kysely';
import type { Limits } from './limits';
import type { TokenContext } from './storage/access-tokens';
import type { Backup } from './storage/backup';
import type { Schema, UserRow } from './storage/schema';

/** A client that may use the service. The secret of a desktop app names the app; it is no secret. */
export interface Client {
  readonly clientId: string;
  readonly clientSecret: string;
}

/** The opened storage that a request works on. */
export interface Store {
  readonly db: Kysely<Schema>;
  readonly backup: Backup;
  readonly tokens: TokenContext;
}

/** What all routes need from outside. */
export interface AppDeps {
  readonly clients: readonly Client[];
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly currentYear: () => number;
  /** A UUID for requests and new users. */
  readonly randomUUID: () => string;
  readonly limits: Limits;
  /** The storage, opened again if it could not be read before; null while it cannot. */
  readonly store: () => Promise<Store | null>;
  /** Told once a query found the open database damaged. */
  readonly onDamage: () => void;
}

/** Types of Hono's context in this service. */
export interface BackendEnv {
  Bindings: { readonly remoteAddress?: string };
  Variables: {
    requestId: string;
    store: Store;
    /** Set on routes for clients. */
    clientId: string;
    /** Set on routes for users: the user as of the start of the request. */
    user: UserRow;
  };
}
