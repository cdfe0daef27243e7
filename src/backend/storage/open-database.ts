import { mkdirSync } from 'node:fs';
import { createKeys } from '../tokens';
import { createBackup, NO_BACKUP } from './backup';
import { createSweep } from './expired';
import {
  isAbsent,
  nodeFiles,
  pruneAside,
  servicePaths,
  type ServiceFiles,
  type ServicePaths,
} from './files';
import { openSqlite } from './sqlite';
import type { OpenedDatabase } from './store';
import { verifyDatabase } from './verify';

export interface StorageDeps {
  /** Folder of the database and its copy; made when missing. */
  readonly folder: string;
  /** Keep a second copy of the database and use it when the first is damaged. */
  readonly backups: boolean;
  /** The caller holds an id registered here: finding nothing means it is lost, not that it is new. */
  readonly mustExist: () => boolean;
  /** Milliseconds since 1970. */
  readonly clock: { now(): number };
  readonly randomBytes: (size: number) => Uint8Array;
  /** The disk; Node's own by default. */
  readonly files?: ServiceFiles;
}

/** SQLite's default. A service that keeps a copy is an app's own, which writes little and is closed every day. */
const FEW_PAGES = 1_000;
/**
 * A shared service writes the same pages again and again: carried over less often, fewer go to the disk. A creation among
 * 100,000 accounts takes 1.14 times as long as among 1,000, with half of this 1.22.
 */
const MANY_PAGES = 16_000;

/** What to do about the files found; nothing is touched while there is nothing better to put in place. */
const decide = (
  paths: ServicePaths,
  { mustExist, backups }: StorageDeps,
): 'open' | 'restore' | 'refuse' => {
  const main = verifyDatabase(paths.main, mustExist());
  if (main === 'sound') return 'open';
  if (main === 'unavailable') return 'refuse';
  const copy = backups ? verifyDatabase(paths.backup, mustExist()) : 'empty';
  // The copy never holds a deleted user, so it may also stand in for a main file that somebody removed.
  if (copy === 'sound') return 'restore';
  return main === 'empty' && copy === 'empty' && !mustExist() ? 'open' : 'refuse';
};

/** A name for damaged bytes that nothing has. */
const unusedName = (paths: ServicePaths, now: number): string => {
  let time = now;
  const isTaken = (name: string): boolean =>
    ['', '-wal', '.copy'].some((suffix) => !isAbsent(name + suffix));
  while (isTaken(paths.corrupt(time))) time += 1;
  return paths.corrupt(time);
};

/**
 * Moves the main file and its write-ahead log to `kept`. The log goes last: with the file gone it still counts as
 * damage, while the file without its log could pass for sound.
 */
const setMainAside = ({ main }: ServicePaths, files: ServiceFiles, kept: string): void => {
  files.remove(`${main}-shm`);
  for (const suffix of ['', '-wal']) {
    if (!isAbsent(main + suffix)) files.move(main + suffix, kept + suffix);
  }
};

/** Sets a damaged copy aside. Whether one must be made: a database nobody used needs none. */
const prepareCopy = (paths: ServicePaths, files: ServiceFiles, now: number): boolean => {
  if (verifyDatabase(paths.backup, false) === 'damaged') {
    files.move(paths.backup, `${unusedName(paths, now)}.copy`);
  }
  return isAbsent(paths.backup) && verifyDatabase(paths.main, true) === 'sound';
};

const openDecided = async (deps: StorageDeps): Promise<OpenedDatabase | null> => {
  const { folder, backups, randomBytes, files = nodeFiles } = deps;
  const now = (): number => deps.clock.now();
  const paths = servicePaths(folder);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const decision = decide(paths, deps);
  if (decision === 'refuse') return null;
  // What a kill in the middle of writing a copy left: nothing reads it, and it holds users.
  for (const suffix of ['', '-journal']) files.remove(paths.fresh + suffix);
  const isRestored = decision === 'restore';
  if (isRestored) {
    files.copy(paths.backup, paths.fresh);
    setMainAside(paths, files, unusedName(paths, now()));
    files.move(paths.fresh, paths.main);
  }
  const lacksCopy = backups && prepareCopy(paths, files, now());
  const { db, pepper, close, ...changes } = await openSqlite(
    paths.main,
    () => Buffer.from(randomBytes(32)).toString('hex'),
    backups ? FEW_PAGES : MANY_PAGES,
  );
  const backup = backups ? createBackup(db, paths, files) : NO_BACKUP;
  if (lacksCopy) await backup.refresh();
  // Only now: until both files are good again, everything set aside may be needed.
  pruneAside(folder, files);
  const keys = createKeys(pepper, randomBytes);
  const store = { db, ...changes, sweep: createSweep(), backup, keys, now };
  return { dialect: 'sqlite', isRestored, store, close };
};

/**
 * Opens the service's database. A damaged one is set aside and the copy used. Null when both are lost, or nothing
 * is there though `mustExist`: no file has changed then, so it can be tried again. Never rejects.
 */
export const openDatabase = (deps: StorageDeps): Promise<OpenedDatabase | null> =>
  openDecided(deps).catch(() => null);

/**
 * The person's own act when data cannot be read and nobody here holds a key to it: what is damaged gets a name
 * nothing else uses. Sound files stay where they are. The database must be closed.
 */
export const setDamagedAside = (folder: string, files: ServiceFiles, now: number): void => {
  const paths = servicePaths(folder);
  const kept = unusedName(paths, now);
  if (verifyDatabase(paths.main, false) === 'damaged') setMainAside(paths, files, kept);
  if (verifyDatabase(paths.backup, false) === 'damaged') files.move(paths.backup, `${kept}.copy`);
};
