import { createBackup, NO_BACKUP, type Backup } from './backup';
import { servicePaths, type ServiceFiles, type ServicePaths } from './files';
import { openSqlite, type Database } from './sqlite';
import { verifyDatabase } from './verify';

export interface OpenOptions {
  /** The app holds an id registered here: nothing found means lost, not new. */
  readonly mustExist: boolean;
  /** Keep and use a second copy. */
  readonly backups: boolean;
  readonly now: () => number;
  /** Random key of a new database, 64 hexadecimal digits. */
  readonly pepperHex: () => string;
  readonly files: ServiceFiles;
}

export type OpenOutcome =
  | {
      readonly status: 'opened' | 'restored-from-copy';
      readonly database: Database;
      readonly backup: Backup;
    }
  | { readonly status: 'unreadable' };

/** What to do about the files found; nothing is touched while there is nothing better to put in place. */
const decide = (
  paths: ServicePaths,
  { mustExist, backups }: OpenOptions,
): 'open' | 'restore' | 'refuse' => {
  const main = verifyDatabase(paths.main, mustExist);
  if (main === 'sound') return 'open';
  if (main === 'unavailable') return 'refuse';
  const copy = backups ? verifyDatabase(paths.backup, mustExist) : 'absent';
  // The copy never holds a deleted user, so it may also stand in for a main file that somebody removed.
  if (copy === 'sound') return 'restore';
  const nothingLost = main !== 'damaged' && copy === 'absent' && !mustExist;
  return nothingLost ? 'open' : 'refuse';
};

/** Keeps the bytes of a main file, its write-ahead log included, under a name nothing else uses. */
const setAside = (paths: ServicePaths, files: ServiceFiles, now: number): void => {
  let time = now;
  while (files.exists(paths.corrupt(time)) || files.exists(`${paths.corrupt(time)}-wal`)) time += 1;
  const kept = paths.corrupt(time);
  const log = `${paths.main}-wal`;
  if (files.exists(log)) files.move(log, `${kept}-wal`);
  files.remove(`${paths.main}-shm`);
  // With a second name the main file is never absent: a crash here leaves it damaged, and it is judged again.
  if (verifyDatabase(paths.main, false) !== 'absent') files.keepAs(paths.main, kept);
};

const restore = (paths: ServicePaths, { files, now }: OpenOptions): void => {
  files.copy(paths.backup, paths.fresh);
  files.flush(paths.fresh);
  setAside(paths, files, now());
  files.move(paths.fresh, paths.main);
};

/**
 * Opens the service's database in `folder`. A damaged one is set aside and the copy used; when both are lost,
 * or nothing is there though `mustExist`, the outcome is `unreadable` and no file has changed, so it can be
 * tried again. Never throws.
 */
export const openDatabase = async (folder: string, options: OpenOptions): Promise<OpenOutcome> => {
  const { files, backups, pepperHex } = options;
  const paths = servicePaths(folder);
  try {
    files.makeFolder(folder);
    const decision = decide(paths, options);
    if (decision === 'refuse') return { status: 'unreadable' };
    if (decision === 'restore') restore(paths, options);
    const database = await openSqlite(paths.main, pepperHex);
    const backup = backups ? createBackup(database, paths, files) : NO_BACKUP;
    if (backups && !files.exists(paths.backup)) await refreshIfUsed(database, backup);
    return { status: decision === 'restore' ? 'restored-from-copy' : 'opened', database, backup };
  } catch {
    return { status: 'unreadable' };
  }
};

/**
 * The person's own act when data cannot be read and nobody here holds a key to it: main file and copy get names
 * nothing else uses, and the next opening starts empty. Sound files stay where they are. The database must be closed.
 */
export const setDamagedAside = (folder: string, files: ServiceFiles, now: number): void => {
  const paths = servicePaths(folder);
  if (verifyDatabase(paths.main, false) !== 'damaged') return;
  setAside(paths, files, now);
  files.remove(paths.main);
  if (files.exists(paths.backup)) files.move(paths.backup, `${paths.corrupt(now)}.copy`);
};

/** A copy lost between two starts is made again; a database nobody used needs none. */
const refreshIfUsed = async ({ db }: Database, backup: Backup): Promise<void> => {
  const user = await db.selectFrom('users').select('user_id').limit(1).execute();
  const tombstone = await db.selectFrom('tombstones').selectAll().limit(1).execute();
  if (user.length + tombstone.length > 0) await backup.refresh();
};
