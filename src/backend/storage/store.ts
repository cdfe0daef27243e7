import type { Kysely, RawBuilder } from 'kysely';
import type { Keys } from '../tokens';
import type { Backup } from './backup';
import type { Sweep } from './expired';
import type { Schema } from './schema';

/** The database as queries see it: the whole of it, or one transaction. */
export type Db = Kysely<Schema>;

/**
 * Runs a task that changes something, all of it or nothing; its effects are durable when this resolves. Rejects with
 * what the task threw. A task awaits its own queries and nothing else: others may be waiting for the same commit.
 */
export type Write = <T>(task: (trx: Db) => Promise<T>) => Promise<T>;

/** What differs between databases, in one place: routes and queries know only this. */
export interface Store {
  /** For reading. */
  readonly db: Db;
  readonly write: Write;
  /** The end of a select within a write: other writers wait for the rows of `table`. Nothing where there is one writer. */
  readonly lock: (table: keyof Schema) => RawBuilder<unknown>;
  /** After a deletion: nothing of it is left in the database's own log. */
  readonly scrub: () => Promise<void>;
  /** Part of a write that adds sessions or tokens: removes those expired at a time, at most once a second. */
  readonly sweep: Sweep;
  readonly backup: Backup;
  readonly keys: Keys;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** An opened storage. */
export interface OpenedDatabase {
  readonly dialect: 'sqlite' | 'postgres';
  /** The data was damaged and taken from the copy. */
  readonly isRestored: boolean;
  readonly store: Store;
  close(): Promise<void>;
}
