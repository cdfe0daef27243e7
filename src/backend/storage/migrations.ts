import { sql, type Kysely, type Migration } from 'kysely';

/** The databases the service works on. */
export type Dialect = 'sqlite' | 'postgres';

const INITIAL = [
  'CREATE TABLE meta (key text PRIMARY KEY, value text NOT NULL)',
  `CREATE TABLE users (
    user_id text PRIMARY KEY,
    id_hash text NOT NULL UNIQUE,
    product text NOT NULL,
    created_at integer NOT NULL,
    disabled_at integer,
    year_of_birth integer,
    profile text,
    settings text NOT NULL DEFAULT '{}'
  )`,
  'CREATE TABLE tombstones (id_hash text PRIMARY KEY)',
  `CREATE TABLE sessions (
    session_hash text PRIMARY KEY,
    user_id text NOT NULL REFERENCES users (user_id) ON DELETE CASCADE,
    client_id text NOT NULL,
    counter integer NOT NULL,
    rotated_at integer NOT NULL,
    expires_at integer NOT NULL
  )`,
  `CREATE TABLE access_tokens (
    token_hash text PRIMARY KEY,
    session_hash text REFERENCES sessions (session_hash) ON DELETE CASCADE,
    client_id text NOT NULL,
    expires_at integer NOT NULL
  )`,
  'CREATE INDEX sessions_user ON sessions (user_id)',
  'CREATE INDEX access_tokens_session ON access_tokens (session_hash)',
];

/** What keeps a deleted user deleted. */
export const TOMBSTONES = {
  sqlite: [
    `CREATE TRIGGER user_leaves_tombstone AFTER DELETE ON users
    BEGIN INSERT OR IGNORE INTO tombstones (id_hash) VALUES (OLD.id_hash); END`,
  ],
  postgres: [
    `CREATE FUNCTION leave_tombstone() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN INSERT INTO tombstones (id_hash) VALUES (OLD.id_hash) ON CONFLICT DO NOTHING; RETURN NULL; END $$`,
    `CREATE TRIGGER user_leaves_tombstone AFTER DELETE ON users
    FOR EACH ROW EXECUTE FUNCTION leave_tombstone()`,
  ],
} as const satisfies Readonly<Record<Dialect, readonly string[]>>;

/** A profile is the newest hearing test now. The second table keeps a late request from storing a deleted test again. */
const HEARING_TESTS = [
  `CREATE TABLE hearing_tests (
    user_id text NOT NULL REFERENCES users (user_id) ON DELETE CASCADE,
    id text NOT NULL,
    taken_at integer NOT NULL,
    body text NOT NULL,
    PRIMARY KEY (user_id, id)
  )`,
  'CREATE INDEX hearing_tests_newest ON hearing_tests (user_id, taken_at DESC, id DESC)',
  `CREATE TABLE deleted_hearing_tests (
    user_id text NOT NULL REFERENCES users (user_id) ON DELETE CASCADE,
    id text NOT NULL,
    deleted_at integer NOT NULL,
    PRIMARY KEY (user_id, id)
  )`,
  'ALTER TABLE users DROP COLUMN profile',
];

/** What removes the expired, and lists users, reads only the rows it needs, however many there are. */
const INDEXES = [
  'CREATE INDEX access_tokens_expiry ON access_tokens (expires_at)',
  'CREATE INDEX sessions_expiry ON sessions (expires_at)',
  'CREATE INDEX users_created ON users (created_at, user_id)',
];

/** Names of all migrations this version knows, oldest first. */
export const MIGRATION_NAMES = [
  '0001-initial',
  '0002-hearing-tests',
  '0003-indexes',
  '0004-notes',
] as const;

/** Where the pepper stands in `meta`: in SQLite twice, for one other digit would make everybody unknown. */
export const PEPPER_KEYS = ['pepper', 'pepper again'] as const;

/**
 * The service's own tables in an SQLite database as one text, by which damage to them is noticed: SQLite's check notices
 * that to their indexes. Another text would call every database damaged that noted this one.
 */
export const SCHEMA_TEXT = `(
  SELECT group_concat(name || ' ' || sql, char(10)) FROM (
    SELECT name, sql FROM sqlite_master WHERE type = 'table' AND name IN (
      'meta', 'users', 'tombstones', 'sessions', 'access_tokens', 'hearing_tests',
      'deleted_hearing_tests', 'kysely_migration', 'kysely_migration_lock'
    ) ORDER BY name
  )
)`;

const NOTES = [
  `REPLACE INTO meta (key, value) VALUES ('schema', ${SCHEMA_TEXT})`,
  `REPLACE INTO meta (key, value) SELECT '${PEPPER_KEYS[1]}', value FROM meta WHERE key = '${PEPPER_KEYS[0]}'`,
];

/**
 * The statement as a dialect wants it: PostgreSQL's `integer` is too small for milliseconds, and only its "C" collation
 * compares as SQLite does, byte by byte.
 */
const typed = (statement: string, dialect: Dialect): string =>
  dialect === 'sqlite'
    ? statement
    : statement.replaceAll(/\binteger\b/g, 'bigint').replaceAll(/\btext\b/g, 'text COLLATE "C"');

/** The migrations by name. `newPepper` makes the key of a new database: 64 hexadecimal digits. */
export const migrations = (
  newPepper: () => string,
  dialect: Dialect,
): Record<(typeof MIGRATION_NAMES)[number], Migration> => {
  const run = async (db: Kysely<unknown>, statements: readonly string[]): Promise<void> => {
    for (const statement of statements) await sql.raw(typed(statement, dialect)).execute(db);
  };
  /** The last of every change of the schema. */
  const note = (db: Kysely<unknown>): Promise<void> => run(db, dialect === 'sqlite' ? NOTES : []);
  return {
    '0001-initial': {
      up: async (db) => {
        await run(db, [...INITIAL, ...TOMBSTONES[dialect]]);
        await sql`INSERT INTO meta (key, value) VALUES ('pepper', ${newPepper()})`.execute(db);
      },
    },
    '0002-hearing-tests': { up: (db) => run(db, HEARING_TESTS) },
    '0003-indexes': { up: (db) => run(db, INDEXES) },
    '0004-notes': { up: note },
  };
};
