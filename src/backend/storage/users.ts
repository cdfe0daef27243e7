import { sql, type Kysely } from 'kysely';
import type { ServiceUser } from '../../contract/http/users';
import { Refusal } from '../problem';
import type { Schema, UserRow } from './schema';

/** Why an id cannot be used. */
export type IdRefusal = 'unknown' | 'deleted' | 'disabled';

/** Finds a user by the hash of its id. Every refusal costs the same two look-ups. */
export const findUser = async (
  db: Kysely<Schema>,
  idHash: string,
): Promise<{ readonly user: UserRow } | { readonly refusal: IdRefusal }> => {
  const users = await db.selectFrom('users').selectAll().where('id_hash', '=', idHash).execute();
  const tombstones = await db
    .selectFrom('tombstones')
    .selectAll()
    .where('id_hash', '=', idHash)
    .execute();
  const [user] = users;
  if (user?.disabled_at === null) return { user };
  if (user !== undefined) return { refusal: 'disabled' };
  return { refusal: tombstones.length > 0 ? 'deleted' : 'unknown' };
};

/** Adds a user unless its id is taken; the unique index decides between requests at the same time. */
export const addUser = async (
  db: Kysely<Schema>,
  user: Pick<UserRow, 'user_id' | 'id_hash' | 'product' | 'created_at'>,
): Promise<boolean> => {
  const added = await db
    .insertInto('users')
    .values({ ...user, disabled_at: null, year_of_birth: null, profile: null, settings: '{}' })
    .onConflict((conflict) => conflict.column('id_hash').doNothing())
    .returning('user_id')
    .execute();
  return added.length > 0;
};

/**
 * Deletes a user with its sessions; a trigger leaves the hash of the id. Freed pages are overwritten and the
 * log is emptied, so the data is gone from the disk, not only from the tables.
 */
export const eraseUser = async (db: Kysely<Schema>, userId: string): Promise<void> => {
  await db.deleteFrom('users').where('user_id', '=', userId).execute();
  await sql`PRAGMA wal_checkpoint(TRUNCATE)`.execute(db);
};

/** The user as replies tell it: without the id, which is not stored. */
export const toServiceUser = (row: UserRow): ServiceUser => ({
  userId: row.user_id,
  isAnonymous: true,
  createdAt: row.created_at,
  yearOfBirth: row.year_of_birth,
});

/**
 * Changes a user by what `change` makes of the current row; both in one transaction, so nothing comes between.
 * Throws `invalid_token` when the user was deleted meanwhile.
 */
export const changeUser = (
  db: Kysely<Schema>,
  userId: string,
  change: (current: UserRow) => Partial<Pick<UserRow, 'year_of_birth' | 'profile' | 'settings'>>,
): Promise<UserRow> =>
  db.transaction().execute(async (trx) => {
    const [current] = await trx
      .selectFrom('users')
      .selectAll()
      .where('user_id', '=', userId)
      .execute();
    if (current === undefined) throw new Refusal('invalid_token');
    const values = change(current);
    await trx.updateTable('users').set(values).where('user_id', '=', userId).execute();
    return { ...current, ...values };
  });
