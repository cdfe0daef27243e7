import { sql, type Kysely } from 'kysely';
import type { z } from 'zod';
import type { ServiceUser } from '../../contract/http/users';
import { Refusal } from '../problem';
import type { Schema, UserRow } from './schema';

/** A user found by the hash of its id, or why the id cannot be used. */
export type FoundUser =
  | { readonly status: 'active'; readonly user: UserRow }
  | { readonly status: 'unknown' | 'deleted' | 'disabled' };

/** Finds a user by the hash of its id. Every refusal costs the same two look-ups. */
export const findUser = async (db: Kysely<Schema>, idHash: string): Promise<FoundUser> => {
  const [user, tombstone] = [
    await db.selectFrom('users').selectAll().where('id_hash', '=', idHash).executeTakeFirst(),
    await db.selectFrom('tombstones').selectAll().where('id_hash', '=', idHash).executeTakeFirst(),
  ];
  if (user !== undefined) {
    return user.disabled_at === null ? { status: 'active', user } : { status: 'disabled' };
  }
  return { status: tombstone === undefined ? 'unknown' : 'deleted' };
};

/** Adds a user. Rejects when its id is taken: the unique index decides between writers at the same time. */
export const addUser = (
  db: Kysely<Schema>,
  user: Pick<UserRow, 'user_id' | 'id_hash' | 'product' | 'created_at'>,
): Promise<UserRow> =>
  db
    .insertInto('users')
    .values({ ...user, settings: '{}' })
    .returningAll()
    .executeTakeFirstOrThrow();

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

/** The client's own settings of a user. */
export const settingsOf = (user: UserRow): Record<string, z.core.util.JSONType> =>
  JSON.parse(user.settings) as Record<string, z.core.util.JSONType>;

/** What users can change about themselves. */
export type UserChange = Partial<Pick<UserRow, 'year_of_birth' | 'settings'>>;

/**
 * Changes a user unless `check` throws on the current row; both in one transaction, so nothing comes between.
 * Throws `invalid_token` when the user was deleted meanwhile.
 */
export const changeUser = (
  db: Kysely<Schema>,
  userId: string,
  change: UserChange,
  check: (current: UserRow) => void,
): Promise<UserRow> =>
  db.transaction().execute(async (trx) => {
    const query = trx.selectFrom('users').selectAll().where('user_id', '=', userId);
    const current = await query.executeTakeFirst();
    if (current === undefined) throw new Refusal('invalid_token');
    check(current);
    await trx.updateTable('users').set(change).where('user_id', '=', userId).execute();
    return { ...current, ...change };
  });
