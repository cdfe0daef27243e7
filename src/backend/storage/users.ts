import type { z } from 'zod';
import type { ServiceUser } from '../../contract/http/users';
import { Refusal } from '../problem';
import type { UserRow } from './schema';
import type { Db, Store } from './store';

/** A user found by the hash of its id, or why the id cannot be used. */
export type FoundUser =
  | { readonly status: 'active'; readonly user: UserRow }
  | { readonly status: 'unknown' | 'deleted' | 'disabled' };

const findTombstone = (trx: Db, idHash: string) =>
  trx.selectFrom('tombstones').selectAll().where('id_hash', '=', idHash).executeTakeFirst();

/** Finds and locks a user by the hash of its id, as part of a write. Every refusal costs the same two look-ups. */
export const findUser = async (
  trx: Db,
  { lock }: Pick<Store, 'lock'>,
  idHash: string,
): Promise<FoundUser> => {
  const [user, tombstone] = [
    await trx
      .selectFrom('users')
      .selectAll()
      .where('id_hash', '=', idHash)
      .modifyEnd(lock('users'))
      .executeTakeFirst(),
    await findTombstone(trx, idHash),
  ];
  if (user !== undefined) {
    return user.disabled_at === null ? { status: 'active', user } : { status: 'disabled' };
  }
  return { status: tombstone === undefined ? 'unknown' : 'deleted' };
};

/** A user who registers. */
type Newcomer = Pick<UserRow, 'user_id' | 'id_hash' | 'product' | 'created_at'>;

/** Adds a user unless its id is taken: the unique index decides between writers at the same time. */
const addUser = (trx: Db, newcomer: Newcomer): Promise<UserRow | undefined> =>
  trx
    .insertInto('users')
    .values({ ...newcomer, settings: '{}' })
    .onConflict((conflict) => conflict.column('id_hash').doNothing())
    .returningAll()
    .executeTakeFirst();

/**
 * The user of an id, added when it is unknown; locked either way. Refuses with `user_disabled` or `user_deleted`. Adding
 * comes first: while the new row is there, nobody else can add or delete one of this id.
 */
export const findOrAddUser = async (
  trx: Db,
  store: Pick<Store, 'lock'>,
  newcomer: Newcomer,
): Promise<{ readonly isNew: boolean; readonly row: UserRow }> => {
  const added = await addUser(trx, newcomer);
  if (added !== undefined) {
    if ((await findTombstone(trx, newcomer.id_hash)) !== undefined) {
      throw new Refusal('user_deleted');
    }
    return { isNew: true, row: added };
  }
  const found = await findUser(trx, store, newcomer.id_hash);
  switch (found.status) {
    case 'active':
      return { isNew: false, row: found.user };
    case 'disabled':
      throw new Refusal('user_disabled');
    case 'deleted':
    case 'unknown':
      // Deleted between both statements.
      throw new Refusal('user_deleted');
    default:
      return found satisfies never;
  }
};

/** Locks a user as part of a write and returns the row as it is now. Throws `invalid_token` when it was deleted. */
export const lockUser = async (
  trx: Db,
  { lock }: Pick<Store, 'lock'>,
  userId: string,
): Promise<UserRow> => {
  const query = trx.selectFrom('users').selectAll().where('user_id', '=', userId);
  const current = await query.modifyEnd(lock('users')).executeTakeFirst();
  if (current === undefined) throw new Refusal('invalid_token');
  return current;
};

/**
 * Deletes a user with its sessions; a trigger leaves the hash of the id. In SQLite freed pages are overwritten and the
 * log is emptied, so the data is gone from the disk, not only from the tables.
 */
export const eraseUser = async (
  { write, scrub }: Pick<Store, 'write' | 'scrub'>,
  userId: string,
): Promise<void> => {
  await write((trx) => trx.deleteFrom('users').where('user_id', '=', userId).execute());
  await scrub();
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
 * Changes a user unless `check` throws on the current row; both in one write, so nothing comes between.
 * Throws `invalid_token` when the user was deleted meanwhile.
 */
export const changeUser = (
  store: Pick<Store, 'write' | 'lock'>,
  userId: string,
  change: UserChange,
  check: (current: UserRow) => void,
): Promise<UserRow> =>
  store.write(async (trx) => {
    const current = await lockUser(trx, store, userId);
    check(current);
    await trx.updateTable('users').set(change).where('user_id', '=', userId).execute();
    return { ...current, ...change };
  });
