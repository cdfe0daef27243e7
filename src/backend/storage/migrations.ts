import { sql, type Migration } from 'kysely';

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
  `CREATE TRIGGER user_leaves_tombstone AFTER DELETE ON users
    BEGIN INSERT OR IGNORE INTO tombstones (id_hash) VALUES (OLD.id_hash); END`,
];

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

/** Names of all migrations this version knows, oldest first. */
export const MIGRATION_NAMES = ['0001-initial', '0002-hearing-tests'] as const;

/** The migrations by name. `newPepper` makes the key of a new database: 64 hexadecimal digits. */
export const migrations = (
  newPepper: () => string,
): Record<(typeof MIGRATION_NAMES)[number], Migration> => ({
  '0001-initial': {
    up: async (db) => {
      for (const statement of INITIAL) await sql.raw(statement).execute(db);
      await sql`INSERT INTO meta (key, value) VALUES ('pepper', ${newPepper()})`.execute(db);
    },
  },
  '0002-hearing-tests': {
    up: async (db) => {
      for (const statement of HEARING_TESTS) await sql.raw(statement).execute(db);
    },
  },
});
