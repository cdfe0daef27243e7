import type { AnonymousId } from '../../contract/anonymous-id';
import type { RecordsChange } from './record-changes';
import type { OutboxEntry, ServiceId, SessionRecords } from './records';

/** What reading the records came to. Unreadable and locked never create, overwrite or delete anything. */
export type RecordsRead =
  | { readonly status: 'absent' }
  | { readonly status: 'present'; readonly records: SessionRecords }
  | { readonly status: 'locked' }
  | { readonly status: 'unreadable' }
  | { readonly status: 'newer-version' };

/** Where the session records live. Implemented by the secret store; by memory in unit tests. */
export interface RecordStore {
  /** Reads from disk (again). */
  read(): Promise<RecordsRead>;
  /**
   * Applies `change` to the latest records and makes the result durable (or keeps it in memory where nothing
   * can be kept safely) before it resolves. Changes are applied one after the other.
   * Throws AppError `secrets/write-failed`, `secrets/locked` or `secrets/unreadable`; then nothing changed.
   */
  update(change: (records: SessionRecords) => SessionRecords): Promise<SessionRecords>;
  /** The person's own act: moves content that cannot be read aside, so that reading says `absent`. */
  setAside(): Promise<void>;
}

/** The service as a function; the embedded backend's `app.fetch` or a network fetch. */
export type ServiceFetch = (request: Request) => Promise<Response>;

/** Time, injected. `now` in milliseconds since 1970; `monotonic` in milliseconds, never set back. */
export interface Clock {
  now(): number;
  monotonic(): number;
  /** Runs `callback` once after `ms`; returns its cancellation. */
  after(ms: number, callback: () => void): () => void;
}

/** The service in use. `baseUrl` without trailing slash; `http://embedded.invalid` for the embedded one. */
export interface ServicePort {
  readonly id: ServiceId;
  readonly baseUrl: string;
  readonly fetch: ServiceFetch;
}

/** What the engine tells about itself: names and numbers from fixed lists, never free text, ids or tokens. */
export type SessionJournalEvent =
  | {
      readonly type: 'session/transition';
      readonly row: string;
      readonly from: string;
      readonly to: string;
    }
  | {
      readonly type: 'session/published';
      readonly version: number;
      readonly loading: string;
      readonly hasUser: boolean;
    }
  | {
      readonly type: 'session/request';
      readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
      /** Path without query; never carries an id. */
      readonly path: string;
      /** HTTP status, or an error code when there was no reply. */
      readonly outcome: string;
      readonly ms: number;
      readonly attempt: number;
    }
  | {
      readonly type: 'outbox/delivery';
      /** Type of the entry. */
      readonly entry: string;
      /** `sent`, or the error code with which it stays or was refused. */
      readonly outcome: string;
    };

/** An id on its way to a partner's account. */
export type AssociationEntry = Extract<OutboxEntry, { type: 'association' }>;
/** An id that a partner's account is to lose. */
export type DissociationEntry = Extract<OutboxEntry, { type: 'dissociation' }>;

/**
 * Stores an id with the account of `entry`, which is signed in. Resolves once it is certain what the account has: with
 * the link to be noted, or null where that is another id. Errors: partner/*.
 */
export type Associate = (
  entry: AssociationEntry,
  anonymousId: AnonymousId,
) => Promise<RecordsChange | null>;

/** Takes an id off the account of `entry`, which is signed in, if that is the one it has. Errors: partner/*. */
export type Dissociate = (entry: DissociationEntry) => Promise<void>;

/** Everything the engine needs from outside. */
export interface MimiCorePorts {
  readonly service: ServicePort;
  readonly records: RecordStore;
  readonly clock: Clock;
  /** A random UUID v4, lower case (`crypto.randomUUID`). */
  readonly randomUUID: () => string;
  /** A number in [0, 1), for retry jitter. */
  readonly random: () => number;
  readonly journal: (event: SessionJournalEvent) => void;
  /** Product name sent with a registration. */
  readonly product: string;
  /** Both where a partner is configured. */
  readonly associate?: Associate;
  readonly dissociate?: Dissociate;
}
