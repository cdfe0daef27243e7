import type { Limits } from './limits';
import type { Store } from './storage/store';
import type { UserRow } from './storage/schema';

/** A client that may use the service. The secret of a desktop app names the app; it is no secret. */
export interface Client {
  readonly clientId: string;
  readonly clientSecret: string;
}

/** What a service needs from outside beside its storage. */
export interface ServiceDeps {
  readonly clients: readonly Client[];
  readonly currentYear: () => number;
  /** A UUID for requests and new users. */
  readonly randomUUID: () => string;
  /** Null: none, for a service that only its own app can reach. */
  readonly limits: Limits | null;
}

/** What the routes need. */
export interface AppDeps extends ServiceDeps {
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
