import { statSync } from 'node:fs';
import { isAbsent } from './files';
import { MIGRATION_NAMES } from './migrations';
import { BUSY_MS, execOnFile } from './sqlite';

/**
 * What a database file is worth. `empty`: there is none, or nothing was ever stored in it (a first start cut
 * short). `unavailable`: not damaged, but not for us: locked by another program, or of a newer version.
 */
export type Verdict = 'sound' | 'empty' | 'damaged' | 'unavailable';

/** SQLite's default, which all our files have. */
const PAGE_BYTES = 4096;

/** A condition as a statement that fails when it does not hold: see execOnFile for why nothing is selected. */
const holds = (condition: string): string => `INSERT INTO temp.verdict SELECT ${condition}`;
const hasColumns = (table: string, columns: string): string =>
  holds(`count(*) >= 0 FROM (SELECT ${columns} FROM ${table} LIMIT 1)`);

const KNOWN = MIGRATION_NAMES.map((name) => `'${name}'`).join(', ');
const NEWER = [holds(`count(*) > 0 FROM kysely_migration WHERE name NOT IN (${KNOWN})`)];
const EMPTY = [
  holds(
    "count(*) = 0 FROM sqlite_master WHERE name NOT LIKE 'kysely_%' AND name NOT LIKE 'sqlite_%'",
  ),
];
const HOLDS_USERS = [holds('EXISTS (SELECT 1 FROM users) OR EXISTS (SELECT 1 FROM tombstones)')];
const [, TESTS_MIGRATION] = MIGRATION_NAMES;
/** Its columns, unless the database is from before them: then opening it adds them. */
const hasTestTable = (table: string, columns: readonly string[]): string =>
  holds(`count(*) = ${String(columns.length)}
    OR NOT EXISTS (SELECT 1 FROM kysely_migration WHERE name = '${TESTS_MIGRATION}')
    FROM pragma_table_info('${table}') WHERE name IN (${columns.map((c) => `'${c}'`).join(', ')})`);
const OURS = [
  holds(`count(*) > 0 FROM kysely_migration WHERE name IN (${KNOWN})`),
  holds("count(*) = 1 FROM meta WHERE key = 'pepper' AND length(value) = 64"),
  hasColumns(
    'users',
    'user_id, id_hash, product, created_at, disabled_at, year_of_birth, settings',
  ),
  hasTestTable('hearing_tests', ['user_id', 'id', 'taken_at', 'body']),
  hasTestTable('deleted_hearing_tests', ['user_id', 'id', 'deleted_at']),
  hasColumns('tombstones', 'id_hash'),
  hasColumns('sessions', 'session_hash, user_id, client_id, counter, rotated_at, expires_at'),
  hasColumns('access_tokens', 'token_hash, session_hash, client_id, expires_at'),
  holds(
    "count(*) = 1 FROM sqlite_master WHERE type = 'trigger' AND name = 'user_leaves_tombstone'",
  ),
  holds('count(*) = 0 FROM pragma_foreign_key_check'),
];

/** `busy`: another program holds the file. */
const ask = (
  path: string,
  conditions: readonly string[],
  mode: 'ro' | 'rw' = 'ro',
): 'yes' | 'no' | 'busy' => {
  try {
    execOnFile(path, mode, [
      `PRAGMA busy_timeout = ${String(BUSY_MS)}`,
      'CREATE TEMP TABLE verdict (ok INTEGER NOT NULL CHECK (ok))',
      // Not quick_check: it misses an index that disagrees with its table, and a change to such a row fails for ever.
      holds("integrity_check = 'ok' FROM pragma_integrity_check"),
      ...conditions,
    ]);
    return 'yes';
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    // A kill left a change half done; SQLite takes it back, as it would at any opening, before it reads.
    if (mode === 'ro' && code.startsWith('SQLITE_READONLY')) return ask(path, conditions, 'rw');
    return /^SQLITE_(BUSY|LOCKED)/.test(code) ? 'busy' : 'no';
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
  if (isOurs === 'yes') return 'sound';
  return ask(path, EMPTY) === 'yes' ? 'empty' : 'damaged';
};
