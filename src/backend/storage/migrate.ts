import { Migrator, type Kysely } from 'kysely';
import { migrations, type Dialect } from './migrations';
import type { Schema } from './schema';

/**
 * Brings the schema up to date, under the database's own lock: several may open it at once. Returns the pepper of its
 * hashes, made by `newPepper` when the database is new. Rejects on any failure; nothing has changed then.
 */
export const migrate = async (
  db: Kysely<Schema>,
  dialect: Dialect,
  newPepper: () => string,
): Promise<string> => {
  const provider = { getMigrations: () => Promise.resolve(migrations(newPepper, dialect)) };
  // Their order is that of their names: by their times a clock set right between two of them would lock everybody out.
  const migrator = new Migrator({ db, provider, allowUnorderedMigrations: true });
  const { error } = await migrator.migrateToLatest();
  if (error !== undefined) throw new Error('the database could not be migrated', { cause: error });
  const { value } = await db
    .selectFrom('meta')
    .select('value')
    .where('key', '=', 'pepper')
    .executeTakeFirstOrThrow();
  return value;
};
