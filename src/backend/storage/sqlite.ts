import { pathToFileURL } from 'node:url';
import {
  Kysely,
  Migrator,
  SqliteAdapter,
  SqliteDialect,
  type SqliteDatabase,
  type SqliteStatement,
} from 'kysely';
import Libsql from 'libsql';
import { migrations } from './migrations';
import type { Schema } from './schema';

/**
 * Milliseconds for which a file that another program holds is waited for. SQLite waits without letting go of the
 * thread, which in the app is the one that answers its windows; after it the request fails and can be repeated.
 */
export const BUSY_MS = 250;

/** An open service database. */
export interface Database {
  readonly db: Kysely<Schema>;
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
  return {
    close: () => void connection.close(),
    prepare: (sql) => {
      const statement = connection.prepare(sql) as unknown as SqliteStatement;
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

/** Opens (or makes) the database at `path` and brings its schema up to date. Rejects on any failure. */
export const openSqlite = async (path: string, newPepper: () => string): Promise<Database> => {
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
      PRAGMA foreign_keys = ON; PRAGMA secure_delete = ON;`);
    const provider = { getMigrations: () => Promise.resolve(migrations(newPepper)) };
    const { error } = await new Migrator({ db, provider }).migrateToLatest();
    if (error !== undefined)
      throw new Error('the database could not be migrated', { cause: error });
    const { value: pepper } = await db
      .selectFrom('meta')
      .select('value')
      .where('key', '=', 'pepper')
      .executeTakeFirstOrThrow();
    return { db, pepper, close };
  } catch (thrown) {
    await close().catch(() => undefined);
    throw thrown;
  }
};
