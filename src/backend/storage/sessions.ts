import type { TokensReply } from '../../contract/http/users';
import { issueAccessToken } from './access-tokens';
import type { SessionRow } from './schema';
import type { Db, Store } from './store';

/** Unused for this long, a session ends; every refresh begins it anew. */
const REFRESH_MS = 90 * 24 * 3_600_000;
/** How long after a rotation its reply may be asked for again; a thief must not be able to wait. */
const LOST_REPLY_MS = 60_000;
/** More sessions of one user than products and computers can need; the oldest go first. */
const SESSIONS_PER_USER = 50;

/** Why a refresh token is refused. */
export type RefreshRefusal = 'unknown' | 'revoked' | 'expired' | 'reused' | 'disabled';

/** Makes room for one more session of a user: the table stays small whatever became of the tokens of earlier logins. */
export const pruneSessions = async (trx: Db, userId: string): Promise<void> => {
  const surplus = trx
    .selectFrom('sessions')
    .select('session_hash')
    .where('user_id', '=', userId)
    .orderBy('expires_at', 'desc')
    .limit(Number.MAX_SAFE_INTEGER)
    .offset(SESSIONS_PER_USER - 1);
  await trx.deleteFrom('sessions').where('session_hash', 'in', surplus).execute();
};

/** When any session of a user was last begun or renewed, in milliseconds since 1970; null without one. */
export const lastUseOf = async (db: Db, userId: string): Promise<number | null> => {
  const row = await db
    .selectFrom('sessions')
    .select(({ fn }) => fn.max('rotated_at').as('at'))
    .where('user_id', '=', userId)
    .executeTakeFirst();
  return row?.at ?? null;
};

/** Begins a session of a user, locked by the same write, with its first tokens. */
export const openSession = async (
  trx: Db,
  store: Store,
  userId: string,
  clientId: string,
): Promise<TokensReply> => {
  const { keys, now } = store;
  const sessionSecret = keys.newSecret();
  const sessionHash = keys.hash('session', sessionSecret);
  await trx
    .insertInto('sessions')
    .values({
      session_hash: sessionHash,
      user_id: userId,
      client_id: clientId,
      counter: 0,
      rotated_at: now(),
      expires_at: now() + REFRESH_MS,
    })
    .execute();
  return {
    ...(await issueAccessToken(trx, store, clientId, sessionHash)),
    refresh_token: keys.refreshToken({ sessionSecret, counter: 0 }),
  };
};

/** The number of the token to answer with, or why there is none. */
const nextCounter = (
  session: (Omit<SessionRow, 'user_id'> & { disabled_at: number | null }) | undefined,
  presented: { readonly counter: number; readonly clientId: string; readonly at: number },
): number | RefreshRefusal => {
  // The service made this token, so a session that is gone was ended.
  if (session === undefined) return 'revoked';
  if (session.client_id !== presented.clientId) return 'unknown';
  if (session.expires_at <= presented.at) return 'expired';
  if (session.disabled_at !== null) return 'disabled';
  if (presented.counter === session.counter) return session.counter + 1;
  // The parent of the active token: its reply was lost, or two asked at the same time.
  const isRecent = presented.at - session.rotated_at <= LOST_REPLY_MS;
  if (presented.counter === session.counter - 1 && isRecent) return session.counter;
  return 'reused';
};

/**
 * Rotates a refresh token. The parent of the active token gets the active one again for a minute; anything older is
 * taken for theft and ends the session.
 */
export const refreshSession = (
  store: Store,
  token: string,
  clientId: string,
): Promise<TokensReply | { readonly refusal: RefreshRefusal }> =>
  store.write(async (trx) => {
    const { keys, now, lock } = store;
    const read = keys.readRefreshToken(token);
    if (read === null) return { refusal: 'unknown' };
    const { sessionSecret } = read;
    const sessionHash = keys.hash('session', sessionSecret);
    const session = await trx
      .selectFrom('sessions')
      .innerJoin('users', 'users.user_id', 'sessions.user_id')
      .select(['session_hash', 'counter', 'rotated_at', 'expires_at', 'client_id', 'disabled_at'])
      .where('session_hash', '=', sessionHash)
      .modifyEnd(lock('sessions'))
      .executeTakeFirst();
    const counter = nextCounter(session, { counter: read.counter, clientId, at: now() });
    if (counter === 'reused' || counter === 'expired') {
      await trx.deleteFrom('sessions').where('session_hash', '=', sessionHash).execute();
    }
    if (typeof counter === 'string') return { refusal: counter };
    await trx
      .updateTable('sessions')
      .set({
        counter,
        expires_at: now() + REFRESH_MS,
        ...(counter === session?.counter ? {} : { rotated_at: now() }),
      })
      .where('session_hash', '=', sessionHash)
      .execute();
    return {
      ...(await issueAccessToken(trx, store, clientId, sessionHash)),
      refresh_token: keys.refreshToken({ sessionSecret, counter }),
    };
  });

/** Ends the session that a refresh or access token belongs to; a token of nobody or of another client: nothing. */
export const revokeSession = async (
  { write, keys }: Store,
  token: string,
  clientId: string,
): Promise<void> => {
  const read = keys.readRefreshToken(token);
  await write(async (trx) => {
    const sessionOfAccessToken = trx
      .selectFrom('access_tokens')
      .select('session_hash')
      .where('token_hash', '=', keys.hash('access-token', token));
    await trx
      .deleteFrom('sessions')
      .where(
        'session_hash',
        '=',
        read === null ? sessionOfAccessToken : keys.hash('session', read.sessionSecret),
      )
      .where('client_id', '=', clientId)
      .execute();
  });
};
