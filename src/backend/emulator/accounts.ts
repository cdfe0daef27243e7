import { sql } from 'kysely';
import { z } from 'zod';
import { anonymousIdSchema, shortTextSchema } from '../../contract/http/users';
import { Refusal } from '../problem';
import type { Schema, UserRow } from '../storage/schema';
import type { Db, OpenedDatabase } from '../storage/store';

/** An account as a list shows it: nothing that would open it. */
export const accountSchema = z.strictObject({
  userId: z.string(),
  /** Milliseconds since 1970. */
  createdAt: z.int(),
  product: z.string(),
  hearingTests: z.int().nonnegative(),
  isDisabled: z.boolean(),
});

export type Account = z.infer<typeof accountSchema>;

/** Accounts on one page. */
export const pageLimitSchema = z.int().min(1).max(200);

/** Which accounts are meant; all that is given must hold. */
export const searchSchema = z.strictObject({
  /** What the userId begins with. */
  userId: shortTextSchema.optional(),
  /** Whole. In a body, for it is a password. */
  anonymousId: anonymousIdSchema.optional(),
  /** What the product begins with. */
  product: shortTextSchema.optional(),
  /** Milliseconds since 1970, inclusive and exclusive. */
  createdFrom: z.int().nonnegative().optional(),
  createdBefore: z.int().nonnegative().optional(),
  cursor: z.string().min(1).max(200).optional(),
  limit: pageLimitSchema.default(50),
});

interface AccountQuery extends Omit<z.infer<typeof searchSchema>, 'anonymousId'> {
  /** In place of the anonymousId, which is not stored. */
  readonly idHash?: string | undefined;
}

export const accountPageSchema = z.strictObject({
  accounts: z.array(accountSchema),
  /** Where the next page begins; null at the end. */
  next: z.string().nullable(),
});

export type AccountPage = z.infer<typeof accountPageSchema>;

const CURSOR = /^(\d{1,16})\.(\P{Cc}{1,64})$/u;

const writeCursor = ({ createdAt, userId }: Account): string =>
  Buffer.from(`${String(createdAt)}.${userId}`).toString('base64url');

const readCursor = (cursor: string): readonly [createdAt: number, userId: string] => {
  const [, createdAt, userId] = CURSOR.exec(Buffer.from(cursor, 'base64url').toString()) ?? [];
  if (createdAt === undefined || userId === undefined) throw new Refusal('invalid_request');
  return [Number(createdAt), userId];
};

const selectAccounts = (db: Db) =>
  db.selectFrom('users').select((at) => [
    'user_id',
    'created_at',
    'product',
    'disabled_at',
    at
      .selectFrom('hearing_tests')
      .whereRef('hearing_tests.user_id', '=', 'users.user_id')
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .as('tests'),
  ]);

type AccountRow = Pick<UserRow, 'user_id' | 'created_at' | 'product' | 'disabled_at'> & {
  tests: number | null;
};

const toAccount = (row: AccountRow): Account => ({
  userId: row.user_id,
  createdAt: row.created_at,
  product: row.product,
  hearingTests: row.tests ?? 0,
  isDisabled: row.disabled_at !== null,
});

/** Sorts behind every text that begins as it does. */
const LAST = '\u{10FFFF}';

/** One page of accounts, newest first. Throws `invalid_request` for a cursor that is none. */
export const readAccounts = async (
  db: Db,
  { cursor, limit, ...filter }: AccountQuery,
): Promise<AccountPage> => {
  let query = selectAccounts(db);
  for (const [column, text] of [
    ['user_id', filter.userId],
    ['product', filter.product],
  ] as const) {
    if (text === undefined) continue;
    query = query.where(column, '>=', text).where(column, '<', text + LAST);
  }
  if (filter.idHash !== undefined) query = query.where('id_hash', '=', filter.idHash);
  if (filter.createdFrom !== undefined) query = query.where('created_at', '>=', filter.createdFrom);
  if (filter.createdBefore !== undefined)
    query = query.where('created_at', '<', filter.createdBefore);
  if (cursor !== undefined) {
    const [createdAt, userId] = readCursor(cursor);
    query = query.where(sql<boolean>`(created_at, user_id) < (${createdAt}, ${userId})`);
  }
  const rows = await query
    .orderBy('created_at', 'desc')
    .orderBy('user_id', 'desc')
    .limit(limit + 1)
    .execute();
  const accounts = rows.slice(0, limit).map(toAccount);
  const last = accounts.at(-1);
  return { accounts, next: rows.length > limit && last ? writeCursor(last) : null };
};

/** One account; null when there is none. */
export const readAccount = async (db: Db, userId: string): Promise<Account | null> => {
  const row = await selectAccounts(db).where('user_id', '=', userId).executeTakeFirst();
  return row === undefined ? null : toAccount(row);
};

/** Lets an operator's refusal of a user begin at a time, or end (null). */
export const setDisabled = async (trx: Db, userId: string, at: number | null): Promise<void> => {
  await trx.updateTable('users').set({ disabled_at: at }).where('user_id', '=', userId).execute();
};

/** What belongs to users, deleted ones too, and all tokens; what refers to others comes before them. */
export const ACCOUNT_TABLES = [
  'hearing_tests',
  'deleted_hearing_tests',
  'access_tokens',
  'sessions',
  'users',
  // Last: each deleted user has left one.
  'tombstones',
] as const satisfies readonly (keyof Schema)[];

/** Removes everything that belongs to users, and all tokens, as part of a write. */
export const removeEverything = async (
  trx: Db,
  dialect: OpenedDatabase['dialect'],
): Promise<void> => {
  if (dialect === 'postgres') {
    // Row by row it takes PostgreSQL seconds for each hundred thousand accounts.
    await sql`TRUNCATE ${sql.join(ACCOUNT_TABLES.map((table) => sql.table(table)))}`.execute(trx);
    return;
  }
  for (const table of ACCOUNT_TABLES) await trx.deleteFrom(table).execute();
};
