import { pathToFileURL } from 'node:url';
import {
  Kysely,
  sql,
  SqliteAdapter,
  SqliteDialect,
  type SqliteDatabase,
  type SqliteStatement,
} from 'kysely';
import Libsql from 'libsql';
import { createGroupCommit } from './group-commit';
import { migrate } from './migrate';
import type { Schema } from './schema';
import type { Store } from './store';

/**
 * Milliseconds for which a file that another program holds is waited for. SQLite waits without letting go of the
 * thread, which in the app is the one that answers its windows; after it the request fails and can be repeated.
 */
export const BUSY_MS = 250;

/**
 * Memory for pages at most, in KiB: the indexes of 100,000 accounts fit in, so that a creation among them takes 1.07
 * times as long as among 1,000, not 1.14. Few accounts fill little of it.
 */
const CACHE_KIB = 32_768;

/** An open service database. */
export interface Database extends Pick<Store, 'db' | 'write' | 'lock' | 'scrub'> {
  /** The key of every hash in it: 64 hexadecimal digits. */
  readonly pepper: string;
  readonly close: () => Promise<void>;
}

/** Kysely leaves SQLite's migrations without a transaction; a kill in the middle would leave half a schema. */
class TransactionalAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

class LibsqlDialect extends SqliteDialect {
  override createAdapter(): SqliteAdapter {
    return new TransactionalAdapter();
  }
}

/** More than the service has; longer ones are inserts of many rows. */
const KEPT_STATEMENTS = 100;
const KEPT_LENGTH = 1_000;

const NOTHING = { changes: 0, lastInsertRowid: 0 };

/**
 * The connection for Kysely, with every write begun by `BEGIN IMMEDIATE`: so that is where a file in use is met. A
 * statement of libsql's that meets one itself stays half done until the garbage collector comes, and until then
 * SQLite refuses every commit.
 */
const lockingFirst = (connection: Libsql.Database): SqliteDatabase => {
  const begin = () => {
    connection.exec('BEGIN IMMEDIATE');
    return NOTHING;
  };
  const alone =
    (run: SqliteStatement['run']): SqliteStatement['run'] =>
    (parameters) => {
      begin();
      try {
        const done = run(parameters);
        connection.exec('COMMIT');
        return done;
      } catch (thrown) {
        connection.exec('ROLLBACK');
        throw thrown;
      }
    };
  const kept = new Map<string, SqliteStatement>();
  /** Preparing costs as much as running: the service's own statements are few, and kept. */
  const prepare = (sql: string): SqliteStatement => {
    const statement = kept.get(sql) ?? connection.prepare(sql);
    if (kept.size < KEPT_STATEMENTS && sql.length < KEPT_LENGTH) kept.set(sql, statement);
    return statement;
  };
  return {
    close: () => {
      kept.clear();
      connection.close();
    },
    prepare: (sql) => {
      const statement = prepare(sql);
      const { reader } = statement;
      const all: SqliteStatement['all'] = (parameters) => statement.all(parameters);
      const iterate: SqliteStatement['iterate'] = (parameters) => statement.iterate(parameters);
      const run: SqliteStatement['run'] = (parameters) => statement.run(parameters);
      if (sql === 'begin') return { reader, all, iterate, run: begin };
      // SQLite copies a database outside of transactions only.
      const isWrite = !reader && !connection.inTransaction && !/^vacuum/i.test(sql);
      return { reader, all, iterate, run: isWrite ? alone(run) : run };
    },
  };
};

/**
 * Runs SQL on a file and closes it at once. Only `exec` is used: libsql keeps a file open as long as a
 * prepared statement waits for the garbage collector, and a file still open can be neither moved on Windows
 * nor safely replaced.
 */
export const execOnFile = (
  path: string,
  mode: 'ro' | 'rw',
  statements: readonly string[],
): void => {
  const connection = new Libsql(`${pathToFileURL(path).href}?mode=${mode}`);
  try {
    for (const statement of statements) connection.exec(statement);
  } finally {
    connection.close();
  }
};

/**
 * Opens (or makes) the database at `path` and brings its schema up to date. Rejects on any failure. `logPages`: how
 * many pages of 4 KiB the write-ahead log may have before they are carried over.
 */
export const openSqlite = async (
  path: string,
  newPepper: () => string,
  logPages: number,
): Promise<Database> => {
  const connection = new Libsql(path);
  const db = new Kysely<Schema>({
    dialect: new LibsqlDialect({ database: lockingFirst(connection) }),
  });
  const close = async (): Promise<void> => {
    // One plain file is left, and statements not yet collected have no log file to touch any more.
    try {
      connection.exec('PRAGMA journal_mode = DELETE');
    } finally {
      await db.destroy();
      connection.close();
    }
  };
  try {
    // busy_timeout first: two openers would race for the journal mode otherwise.
    connection.exec(`PRAGMA busy_timeout = ${String(BUSY_MS)}; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;
      PRAGMA foreign_keys = ON; PRAGMA secure_delete = ON; PRAGMA cache_size = -${String(CACHE_KIB)};
      PRAGMA wal_autocheckpoint = ${String(logPages)};`);
    const pepper = await migrate(db, 'sqlite', newPepper);
    return {
      db,
      pepper,
      write: createGroupCommit(db, connection),
      // All writes follow each other here.
      lock: () => sql``,
      scrub: async () => {
        await sql`PRAGMA wal_checkpoint(TRUNCATE)`.execute(db);
      },
      close,
    };
  } catch (thrown) {
    await close().catch(() => undefined);
    throw thrown;
  }
};
