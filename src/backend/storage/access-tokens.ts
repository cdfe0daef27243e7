import type { UserRow } from './schema';
import type { Db, Store } from './store';

const ACCESS_SECONDS = 15 * 60;

/** Whose access token it is. */
export type TokenOwner =
  | { readonly type: 'client'; readonly clientId: string }
  | { readonly type: 'user'; readonly user: UserRow };

/** Issues an access token, as part of a write; without a session it is the client's own. Expired ones go on the way. */
export const issueAccessToken = async (
  trx: Db,
  { keys, now, sweep }: Store,
  clientId: string,
  sessionHash: string | null = null,
) => {
  const token = keys.newSecret();
  await sweep(trx, now());
  await trx
    .insertInto('access_tokens')
    .values({
      token_hash: keys.hash('access-token', token),
      session_hash: sessionHash,
      client_id: clientId,
      expires_at: now() + ACCESS_SECONDS * 1000,
    })
    .execute();
  return { access_token: token, token_type: 'bearer' as const, expires_in: ACCESS_SECONDS };
};

/** Finds who an access token speaks for; null when it is unknown, expired or its session has ended. */
export const findTokenOwner = async (
  { db, keys, now }: Store,
  token: string,
): Promise<TokenOwner | null> => {
  const row = await db
    .selectFrom('access_tokens')
    .select(['client_id', 'session_hash'])
    .where('token_hash', '=', keys.hash('access-token', token))
    .where('expires_at', '>', now())
    .executeTakeFirst();
  if (row === undefined) return null;
  if (row.session_hash === null) return { type: 'client', clientId: row.client_id };
  const user = await db
    .selectFrom('users')
    .innerJoin('sessions', 'sessions.user_id', 'users.user_id')
    .selectAll('users')
    .where('session_hash', '=', row.session_hash)
    .executeTakeFirst();
  return user === undefined ? null : { type: 'user', user };
};
