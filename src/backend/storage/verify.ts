import { statSync } from 'node:fs';
import { isAbsent } from './files';
import { MIGRATION_NAMES, PEPPER_KEYS, SCHEMA_TEXT, TOMBSTONES } from './migrations';
import { areReadable, holds } from './readable';
import { BUSY_MS, execOnFile } from './sqlite';

/**
 * What a database file is worth. `empty`: there is none, or nothing was ever stored in it (a first start cut
 * short). `unavailable`: not damaged, but not for us: locked by another program, or of a newer version.
 */
export type Verdict = 'sound' | 'empty' | 'damaged' | 'unavailable';

/** SQLite's default, which all our files have. */
const PAGE_BYTES = 4096;

const PEPPERS = PEPPER_KEYS.map((key) => `'${key}'`).join(', ');
const KNOWN = MIGRATION_NAMES.map((name) => `'${name}'`).join(', ');
/** Not quick_check: it misses an index that disagrees with its table, and a change to such a row fails for ever. */
const WHOLE = holds("integrity_check = 'ok' FROM pragma_integrity_check");
const NEWER = [WHOLE, holds(`count(*) > 0 FROM kysely_migration WHERE name NOT IN (${KNOWN})`)];
const EMPTY = [
  WHOLE,
  holds(
    "count(*) = 0 FROM sqlite_master WHERE name NOT LIKE 'kysely_%' AND name NOT LIKE 'sqlite_%'",
  ),
];
const HOLDS_USERS = [holds('EXISTS (SELECT 1 FROM users) OR EXISTS (SELECT 1 FROM tombstones)')];

const TABLES = {
  sqlite_master: { texts: ['type', 'name', 'tbl_name', 'sql'] },
  meta: { texts: ['key', 'value'] },
  users: {
    texts: ['user_id', 'id_hash', 'product', 'settings'],
    json: ['settings'],
    integers: ['created_at', 'disabled_at', 'year_of_birth'],
  },
  tombstones: { texts: ['id_hash'] },
  sessions: {
    texts: ['session_hash', 'user_id', 'client_id'],
    integers: ['counter', 'rotated_at', 'expires_at'],
  },
  access_tokens: { texts: ['token_hash', 'session_hash', 'client_id'], integers: ['expires_at'] },
  kysely_migration: { texts: ['name', 'timestamp'] },
  kysely_migration_lock: { texts: ['id'], integers: ['is_locked'] },
};
/** Those of the second migration: a database from before it gets them when it is opened. */
const TEST_TABLES = {
  hearing_tests: { texts: ['user_id', 'id', 'body'], json: ['body'], integers: ['taken_at'] },
  deleted_hearing_tests: { texts: ['user_id', 'id'], integers: ['deleted_at'] },
};

const hasMigration = (name: (typeof MIGRATION_NAMES)[number]): string =>
  `EXISTS (SELECT 1 FROM kysely_migration WHERE name = '${name}')`;

const OURS = [
  WHOLE,
  ...areReadable(TABLES),
  holds(`count(*) > 0 FROM kysely_migration WHERE name IN (${KNOWN})`),
  holds(`EXISTS (SELECT 1 FROM sqlite_master WHERE sql = '${TOMBSTONES.sqlite[0]}')`),
  // With one letter changed it is a schema still, of other columns.
  holds(`NOT ${hasMigration('0004-notes')}
    OR (SELECT value FROM meta WHERE key = 'schema') = ${SCHEMA_TEXT}`),
  holds(`NOT ${hasMigration('0004-notes')}
    OR (SELECT count(*) = 2 AND count(DISTINCT value) = 1 FROM meta WHERE key IN (${PEPPERS}))`),
  holds("count(*) = 1 FROM meta WHERE key = 'pepper' AND length(value) = 64"),
  holds('count(*) = 0 FROM pragma_foreign_key_check'),
];
const KNOWS_TESTS = [holds(hasMigration('0002-hearing-tests'))];

/** `busy`: another program holds the file, or there is no room to look. */
const ask = (
  path: string,
  conditions: readonly string[],
  mode: 'ro' | 'rw' = 'ro',
): 'yes' | 'no' | 'busy' => {
  try {
    execOnFile(path, mode, [
      `PRAGMA busy_timeout = ${String(BUSY_MS)}`,
      // What a check takes must neither wait for a disk that is full nor leave health data on it.
      'PRAGMA temp_store = MEMORY',
      'CREATE TEMP TABLE verdict (ok INTEGER NOT NULL CHECK (ok))',
      ...conditions,
    ]);
    return 'yes';
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    // A kill left a change half done; SQLite takes it back, as it would at any opening, before it reads.
    if (mode === 'ro' && code.startsWith('SQLITE_READONLY')) return ask(path, conditions, 'rw');
    return /^SQLITE_(BUSY|LOCKED|FULL|NOMEM)/.test(code) ? 'busy' : 'no';
  }
};

/** What can be told without opening the file as a database; null: it may be one. */
const judgeFromOutside = (path: string): 'empty' | 'damaged' | null => {
  const file = isAbsent(path) ? null : statSync(path);
  // A pipe or a device would hang the open.
  if (file?.isFile() === false) return 'damaged';
  const bytes = file?.size ?? 0;
  // Even a read-only SQLite deletes the write-ahead log beside a file without one whole page.
  if (bytes >= PAGE_BYTES) return null;
  return bytes === 0 && isAbsent(`${path}-wal`) ? 'empty' : 'damaged';
};

/**
 * Judges the file at `path` without changing a byte of it, unless a change has to be taken back. `mustHoldUsers`: the app holds an id registered
 * here, so a database that never had a user is not ours.
 */
export const verifyDatabase = (path: string, mustHoldUsers: boolean): Verdict => {
  try {
    const verdict = judgeFromOutside(path);
    if (verdict !== null) return verdict;
  } catch {
    return 'damaged';
  }
  const isOurs = ask(path, mustHoldUsers ? [...OURS, ...HOLDS_USERS] : OURS);
  if (isOurs === 'busy' || ask(path, NEWER) === 'yes') return 'unavailable';
  if (isOurs === 'yes') {
    const knowsTests = ask(path, KNOWS_TESTS);
    const areSound = knowsTests === 'yes' ? ask(path, areReadable(TEST_TABLES)) : knowsTests;
    if (areSound === 'busy') return 'unavailable';
    return knowsTests === 'no' || areSound === 'yes' ? 'sound' : 'damaged';
  }
  return ask(path, EMPTY) === 'yes' ? 'empty' : 'damaged';
};
