import type { Kysely, Transaction } from 'kysely';
import type { TokensReply } from '../../contract/http/users';
import { ACCESS_SECONDS, issueAccessToken, type TokenContext } from './access-tokens';
import type { Schema } from './schema';

/** Unused for this long, a session ends; every refresh begins it anew. */
const REFRESH_MS = 90 * 24 * 3_600_000;
/** More sessions of one user than products and computers can need; the oldest go first. */
const SESSIONS_PER_USER = 50;

/** Why a refresh token is refused. */
export type RefreshRefusal = 'unknown' | 'revoked' | 'expired' | 'reused' | 'disabled';

const reply = async (
  trx: Transaction<Schema>,
  context: TokenContext,
  sessionSecret: string,
  counter: number,
  clientId: string,
): Promise<TokensReply> => {
  const sessionHash = context.keys.hash('session', sessionSecret);
  return {
    access_token: await issueAccessToken(trx, context, sessionHash, clientId),
    refresh_token: context.keys.refreshToken({ sessionSecret, counter }),
    token_type: 'bearer',
    expires_in: ACCESS_SECONDS,
  };
};

/** Keeps the table small whatever became of the tokens of earlier logins. */
const prune = async (trx: Transaction<Schema>, userId: string, now: number): Promise<void> => {
  await trx.deleteFrom('sessions').where('expires_at', '<=', now).execute();
  const surplus = trx
    .selectFrom('sessions')
    .select('session_hash')
    .where('user_id', '=', userId)
    .orderBy('expires_at', 'desc')
    .limit(Number.MAX_SAFE_INTEGER)
    .offset(SESSIONS_PER_USER - 1);
  await trx.deleteFrom('sessions').where('session_hash', 'in', surplus).execute();
};

/** Begins a session of a user with its first tokens. */
export const openSession = async (
  trx: Transaction<Schema>,
  context: TokenContext,
  userId: string,
  clientId: string,
): Promise<TokensReply> => {
  await prune(trx, userId, context.now());
  const sessionSecret = context.keys.newSecret();
  await trx
    .insertInto('sessions')
    .values({
      session_hash: context.keys.hash('session', sessionSecret),
      user_id: userId,
      client_id: clientId,
      counter: 0,
      expires_at: context.now() + REFRESH_MS,
    })
    .execute();
  return reply(trx, context, sessionSecret, 0, clientId);
};

/** The number of the token to answer with, or why there is none. */
const nextCounter = async (
  trx: Transaction<Schema>,
  presented: { readonly sessionHash: string; readonly counter: number; readonly clientId: string },
  now: number,
): Promise<number | RefreshRefusal> => {
  const [session] = await trx
    .selectFrom('sessions')
    .innerJoin('users', 'users.user_id', 'sessions.user_id')
    .select(['counter', 'expires_at', 'client_id', 'disabled_at'])
    .where('session_hash', '=', presented.sessionHash)
    .execute();
  // The service made this token, so a session that is gone was ended.
  if (session === undefined) return 'revoked';
  if (session.client_id !== presented.clientId) return 'unknown';
  if (session.expires_at <= now) return 'expired';
  if (session.disabled_at !== null) return 'disabled';
  if (presented.counter === session.counter) return session.counter + 1;
  // The parent of the active token: its reply was lost, or two asked at the same time.
  if (presented.counter === session.counter - 1) return session.counter;
  return 'reused';
};

/**
 * Rotates a refresh token. The parent of the active token gets the active one again; anything older is taken
 * for theft and ends the session.
 */
export const refreshSession = (
  db: Kysely<Schema>,
  context: TokenContext,
  token: string,
  clientId: string,
): Promise<TokensReply | { readonly refusal: RefreshRefusal }> =>
  db.transaction().execute(async (trx) => {
    const read = context.keys.readRefreshToken(token);
    if (read === null) return { refusal: 'unknown' };
    const sessionHash = context.keys.hash('session', read.sessionSecret);
    const presented = { sessionHash, counter: read.counter, clientId };
    const next = await nextCounter(trx, presented, context.now());
    if (next === 'reused' || next === 'expired') {
      await trx.deleteFrom('sessions').where('session_hash', '=', sessionHash).execute();
    }
    if (typeof next === 'string') return { refusal: next };
    await trx
      .updateTable('sessions')
      .set({ counter: next, expires_at: context.now() + REFRESH_MS })
      .where('session_hash', '=', sessionHash)
      .execute();
    return reply(trx, context, read.sessionSecret, next, clientId);
  });

/** Ends the session that a refresh or access token belongs to; a token of nobody or of another client: nothing. */
export const revokeSession = async (
  db: Kysely<Schema>,
  { keys }: TokenContext,
  token: string,
  clientId: string,
): Promise<void> => {
  const read = keys.readRefreshToken(token);
  const [access] = await db
    .selectFrom('access_tokens')
    .select('session_hash')
    .where('token_hash', '=', keys.hash('access-token', token))
    .execute();
  const sessionHash =
    read === null ? access?.session_hash : keys.hash('session', read.sessionSecret);
  if (sessionHash === undefined || sessionHash === null) return;
  await db
    .deleteFrom('sessions')
    .where('session_hash', '=', sessionHash)
    .where('client_id', '=', clientId)
    .execute();
};
