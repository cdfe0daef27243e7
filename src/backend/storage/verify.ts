import { lstatSync, statSync } from 'node:fs';
import { MIGRATION_NAMES } from './migrations';
import { execOnFile } from './sqlite';

/**
 * What a database file is worth. `blank`: nothing was ever stored in it (a first start cut short).
 * `unavailable`: not damaged, but not for us: locked by another program, or of a newer version.
 */
export type Verdict = 'sound' | 'absent' | 'blank' | 'damaged' | 'unavailable';

/** SQLite's default, which all our files have. */
const PAGE_BYTES = 4096;

const KNOWN = MIGRATION_NAMES.map((name) => `'${name}'`).join(', ');
const isTrue = (condition: string): string => `INSERT INTO temp.verdict SELECT ${condition}`;

/** A statement that fails is the answer no: see execOnFile for why nothing is selected here. */
const SOUND_FILE = [
  'PRAGMA busy_timeout = 5000',
  'CREATE TEMP TABLE verdict (ok INTEGER NOT NULL CHECK (ok))',
  isTrue("quick_check = 'ok' FROM pragma_quick_check"),
];
const BLANK = [
  ...SOUND_FILE,
  isTrue(
    "count(*) = 0 FROM sqlite_master WHERE name NOT LIKE 'kysely_%' AND name NOT LIKE 'sqlite_%'",
  ),
];
const NEWER = [
  ...SOUND_FILE,
  isTrue(`count(*) > 0 FROM kysely_migration WHERE name NOT IN (${KNOWN})`),
];
const OURS = [
  ...SOUND_FILE,
  isTrue(`count(*) > 0 FROM kysely_migration WHERE name IN (${KNOWN})`),
  isTrue("count(*) = 1 FROM meta WHERE key = 'pepper' AND length(value) = 64"),
  isTrue(`count(*) >= 0 FROM (SELECT user_id, id_hash, product, created_at, disabled_at, year_of_birth,
    profile, settings FROM users LIMIT 1)`),
  isTrue('count(*) >= 0 FROM (SELECT id_hash FROM tombstones LIMIT 1)'),
  isTrue(`count(*) >= 0 FROM (SELECT session_hash, user_id, client_id, counter, expires_at
    FROM sessions LIMIT 1)`),
  isTrue(`count(*) >= 0 FROM (SELECT token_hash, session_hash, client_id, expires_at
    FROM access_tokens LIMIT 1)`),
  isTrue(
    "count(*) = 1 FROM sqlite_master WHERE type = 'trigger' AND name = 'user_leaves_tombstone'",
  ),
  isTrue('count(*) = 0 FROM pragma_foreign_key_check'),
];
const HOLDS_USERS = isTrue('EXISTS (SELECT 1 FROM users) OR EXISTS (SELECT 1 FROM tombstones)');

const isAbsent = (path: string): boolean =>
  lstatSync(path, { throwIfNoEntry: false }) === undefined;

/** `yes`, `no`, or `busy` when another program holds the file. */
const ask = (path: string, statements: readonly string[]): 'yes' | 'no' | 'busy' => {
  try {
    execOnFile(path, 'ro', statements);
    return 'yes';
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    return /^SQLITE_(BUSY|LOCKED)/.test(code) ? 'busy' : 'no';
  }
};

/**
 * Judges the file at `path` without changing a byte of it. `mustHoldUsers`: the app holds an id registered
 * here, so a database that never had a user is not ours.
 */
export const verifyDatabase = (path: string, mustHoldUsers: boolean): Verdict => {
  try {
    if (isAbsent(path)) return 'absent';
    const file = statSync(path);
    // A pipe or a device would hang the open.
    if (!file.isFile()) return 'damaged';
    // Even a read-only SQLite deletes the write-ahead log beside a file without one whole page.
    if (file.size < PAGE_BYTES)
      return file.size === 0 && isAbsent(`${path}-wal`) ? 'blank' : 'damaged';
  } catch {
    return 'damaged';
  }
  const ours = ask(path, mustHoldUsers ? [...OURS, HOLDS_USERS] : OURS);
  if (ours === 'yes') return ask(path, NEWER) === 'yes' ? 'unavailable' : 'sound';
  if (ours === 'busy' || ask(path, NEWER) === 'yes') return 'unavailable';
  return ask(path, BLANK) === 'yes' ? 'blank' : 'damaged';
};
