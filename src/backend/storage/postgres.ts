import { Kysely, PostgresDialect, sql } from 'kysely';
import pg from 'pg';
import { createKeys } from '../tokens';
import { NO_BACKUP } from './backup';
import { createSweep } from './expired';
import { migrate } from './migrate';
import type { Schema } from './schema';
import type { OpenedDatabase, Store, Write } from './store';

/** What a PostgreSQL storage needs. */
export interface PostgresDeps {
  /** `postgres://user:password@host:port/database`, as in `DATABASE_URL`. */
  readonly url: string;
  /** Milliseconds since 1970. */
  readonly clock: { now(): number };
  readonly randomBytes: (size: number) => Uint8Array;
}

/** Connections of one instance. A write holds one for a few milliseconds, so more would only queue in the database. */
const CONNECTIONS = 10;
/** After this a request fails and can be repeated, rather than wait for a database that does not answer. */
const PATIENCE_MS = 10_000;
const ATTEMPTS = 5;

/** 64-bit integers as numbers: ours are times and counts. */
const types: pg.CustomTypesConfig = {
  getTypeParser: (oid, format) =>
    oid === pg.types.builtins.INT8 ? Number : (pg.types.getTypeParser(oid, format) as unknown),
};

/** Two writers met: a serialization failure or a deadlock. One of them was taken back and can be repeated. */
const isCollision = (thrown: unknown): boolean =>
  thrown instanceof pg.DatabaseError && (thrown.code === '40001' || thrown.code === '40P01');

const createWrite =
  (db: Store['db']): Write =>
  async (task) => {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await db.transaction().setIsolationLevel('read committed').execute(task);
      } catch (thrown) {
        if (attempt === ATTEMPTS || !isCollision(thrown)) throw thrown;
      }
    }
  };

/**
 * Opens (or makes) the service's tables in a PostgreSQL database, which several instances may share: they may start at
 * once, and the pepper of all hashes is in it. Null when the database cannot be reached or used; it can be tried again.
 */
export const openPostgres = async (deps: PostgresDeps): Promise<OpenedDatabase | null> => {
  const { url, clock, randomBytes } = deps;
  const pool = new pg.Pool({
    connectionString: url,
    max: CONNECTIONS,
    connectionTimeoutMillis: PATIENCE_MS,
    statement_timeout: PATIENCE_MS,
    idle_in_transaction_session_timeout: PATIENCE_MS,
    keepAlive: true,
    // What we ask walks down an index. Tables that have just been filled look dear to the planner, and compiling such a
    // question takes a hundred times as long as answering it.
    options: '-c jit=off',
    types,
  });
  // A connection that breaks while idle is replaced by the pool; without a listener it would end the process.
  pool.on('error', () => undefined);
  const db = new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) });
  try {
    const pepper = await migrate(db, 'postgres', () =>
      Buffer.from(randomBytes(32)).toString('hex'),
    );
    const store: Store = {
      db,
      write: createWrite(db),
      lock: (table) => sql`for no key update of ${sql.table(table)}`,
      // What is deleted goes with the server's own vacuum.
      scrub: () => Promise.resolve(),
      sweep: createSweep(),
      backup: NO_BACKUP,
      keys: createKeys(pepper, randomBytes),
      now: () => clock.now(),
    };
    return { dialect: 'postgres', isRestored: false, store, close: () => db.destroy() };
  } catch {
    await db.destroy();
    return null;
  }
};
