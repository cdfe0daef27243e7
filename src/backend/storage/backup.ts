import { sql, type Kysely } from 'kysely';
import type { ServiceFiles, ServicePaths } from './files';
import type { Schema } from './schema';
import { execOnFile } from './sqlite';

/** The second copy of the database: one file without sessions, used when the first cannot be read. */
export interface Backup {
  /** Writes a new copy. One that cannot be written is removed: an old copy would not know the newest user. */
  refresh(): Promise<void>;
  /** Takes a user out of the copy, then runs `erase`: at no moment does the copy hold a deleted user. */
  forget(userId: string, erase: () => Promise<void>): Promise<void>;
}

/** For a service whose operator makes copies in another way. */
export const NO_BACKUP: Backup = {
  refresh: () => Promise.resolve(),
  forget: (_userId, erase) => erase(),
};

/** Creates the backup of an open database. Copies and deletions run one after the other. */
export const createBackup = (
  db: Kysely<Schema>,
  paths: ServicePaths,
  files: ServiceFiles,
): Backup => {
  let last: Promise<void> = Promise.resolve();
  const inTurn = (task: () => Promise<void>): Promise<void> => {
    const turn = last.then(task);
    last = turn.catch(() => undefined);
    return turn;
  };

  const write = async (without?: string): Promise<void> => {
    try {
      files.remove(paths.fresh);
      await sql`VACUUM INTO ${paths.fresh}`.execute(db);
      execOnFile(paths.fresh, 'rw', [
        // Nothing reads the file before it is done, so no journal has to lie beside it.
        'PRAGMA journal_mode = MEMORY; PRAGMA foreign_keys = ON; PRAGMA secure_delete = ON',
        'DELETE FROM access_tokens; DELETE FROM sessions',
        // A userId is a UUID of our own making: nothing in it to quote.
        ...(without === undefined ? [] : [`DELETE FROM users WHERE user_id = '${without}'`]),
      ]);
      files.flush(paths.fresh);
      files.move(paths.fresh, paths.backup);
    } catch {
      files.remove(paths.backup);
    }
  };

  return {
    refresh: () => inTurn(() => write()),
    forget: (userId, erase) =>
      inTurn(async () => {
        await write(userId);
        try {
          await erase();
        } catch (thrown) {
          // The user lives on, and so must their copy.
          await write();
          throw thrown;
        }
      }),
  };
};
