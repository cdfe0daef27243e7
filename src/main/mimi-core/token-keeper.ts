import { AppError, toAppError } from '../../contract/errors';
import type { TokensReply } from '../../contract/http/users';
import type { LogoutReason } from '../../contract/mimi-user';
import type { MimiApi } from './api/mimi-api';
import { orCancelled } from './cancellation';
import type { Clock } from './ports';
import { currentFor, isSameSession, signOut, withRevoke, withTokens } from './record-changes';
import type { CurrentUser, ServiceId, SessionRecords, StoredTokens } from './records';
import type { Session } from './session';

/** Milliseconds before its end at which an access token is renewed; never more than a fifth of its life. */
const MARGIN_MS = 90_000;
const MARGIN_SHARE = 0.2;
/** Least time between two renewals, in milliseconds, whatever any clock says. */
const RENEWAL_FLOOR_MS = 30_000;

export interface AccessOptions {
  readonly signal?: AbortSignal | undefined;
  /** A person asked: a failed renewal a moment ago does not stand in the way. */
  readonly asked?: boolean;
}

/** Keeps the current user's tokens usable and knows when the service has definitively refused them. */
export interface TokenKeeper {
  /** Remembers when new tokens end and returns what is stored of them. */
  issue(tokens: TokensReply): StoredTokens;
  /**
   * Runs `call` with a valid access token; when the service refuses it, renews it once and runs `call` once
   * more. Errors: those of `call`, session/no-user, session/superseded, session/forcibly-logged-out.
   */
  withAccess<T>(call: (accessToken: string) => Promise<T>, options?: AccessOptions): Promise<T>;
  /** Gets a new session for the current user, by its refresh token or else by its id. */
  renew(): Promise<string>;
}

interface TokenKeeperDeps {
  readonly session: Session;
  readonly api: MimiApi;
  readonly clock: Clock;
  readonly service: ServiceId;
  readonly newId: () => string;
}

type RecordsChange = (records: SessionRecords) => SessionRecords;

/** What a definitive refusal means; null for every other failure, none of which ends a session. */
const refusalOf = (error: AppError): LogoutReason | null => {
  switch (error.code) {
    case 'session/unknown-id':
      return 'user-unknown';
    case 'session/user-deleted':
      return 'user-deleted';
    case 'session/user-disabled':
      return 'user-disabled';
    default:
      return null;
  }
};

export const createTokenKeeper = (deps: TokenKeeperDeps): TokenKeeper => {
  const { session, api, clock, service, newId } = deps;
  let life: { readonly accessToken: string; readonly until: number; readonly ms: number } | null =
    null;
  let inFlight: { readonly epoch: number; readonly promise: Promise<string> } | null = null;
  let last: { readonly epoch: number; readonly at: number; readonly failure?: AppError } | null =
    null;

  const issue = (tokens: TokensReply): StoredTokens => {
    const ms = tokens.expires_in * 1000;
    life = { accessToken: tokens.access_token, until: clock.monotonic() + ms, ms };
    return {
      accessToken: tokens.access_token,
      refreshToken: tokens.refresh_token,
      accessExpiresAt: clock.now() + ms,
    };
  };

  const currentUser = (): CurrentUser => {
    const user = currentFor(session.records, service);
    if (session.user === null || user === null || user.signedOut !== null) {
      throw new AppError('session/no-user');
    }
    return user;
  };

  /** Milliseconds left: by the monotonic clock for tokens of this run, else by the wall clock. */
  const remaining = (tokens: StoredTokens): number =>
    life?.accessToken === tokens.accessToken
      ? life.until - clock.monotonic()
      : tokens.accessExpiresAt - clock.now();

  const isFresh = (tokens: StoredTokens): boolean => {
    const ms = life?.accessToken === tokens.accessToken ? life.ms : Infinity;
    return remaining(tokens) > Math.min(MARGIN_MS, ms * MARGIN_SHARE);
  };

  /** Changes the records if they still hold `user`'s session, else makes the other change; tells which. */
  const updateIfSame = async (
    user: CurrentUser,
    change: RecordsChange,
    otherwise: RecordsChange,
  ): Promise<boolean> => {
    const found = { same: false };
    await session.update((records) => {
      found.same = isSameSession(records, user);
      return found.same ? change(records) : otherwise(records);
    });
    return found.same;
  };

  const commit = async (user: CurrentUser, reply: TokensReply): Promise<string> => {
    const tokens = issue(reply);
    const same = await updateIfSame(
      user,
      (records) => withTokens(records, tokens),
      // Logged out or switched meanwhile: these tokens are nobody's and must not stay valid.
      (records) => withRevoke(records, user, tokens.refreshToken, newId),
    );
    if (same) return tokens.accessToken;
    session.take('renewed', 'superseded');
    throw new AppError('session/superseded');
  };

  /** Ends the session if it is still the one that was refused; tells the caller in any case. */
  const forceOut = async (user: CurrentUser, reason: LogoutReason): Promise<never> => {
    // A deletion that finds the user deleted has what it wanted.
    if (session.state === 'Deleting' && reason === 'user-deleted') {
      throw new AppError('session/user-deleted');
    }
    const cause = new AppError('session/forcibly-logged-out');
    const ended = (records: SessionRecords) => signOut(records, user, reason, newId);
    const same = await updateIfSame(user, ended, (records) => records);
    if (same) session.take('session-refused', 'definitive', { cause });
    throw cause;
  };

  const logInAgain = async (user: CurrentUser): Promise<string> => {
    try {
      const { user: found, tokens } = await api.login(user.anonymousId);
      if (found.anonymousId !== user.anonymousId || found.userId !== user.userId) {
        const { refresh_token: stray } = tokens;
        await session.update((r) => withRevoke(r, { service, userId: found.userId }, stray, newId));
        throw new AppError('session/invariant-violation');
      }
      const access = await commit(user, tokens);
      session.take('renewed', 'logged-in-again');
      return access;
    } catch (thrown) {
      const reason = refusalOf(toAppError(thrown));
      if (reason === null) throw thrown;
      return forceOut(user, reason);
    }
  };

  const refresh = async (user: CurrentUser): Promise<string> => {
    if (user.tokens === null) return logInAgain(user);
    let reply: TokensReply;
    try {
      reply = await api.refresh(user.tokens.refreshToken);
    } catch (thrown) {
      const refused = refusalOf(toAppError(thrown)) !== null;
      session.take('renew-failed', refused ? 'refused' : 'transient');
      // The id is itself a durable credential: one silent login before anybody is logged out.
      if (refused) return logInAgain(user);
      throw thrown;
    }
    const access = await commit(user, reply);
    session.take('renewed', 'refreshed');
    return access;
  };

  const renew = (): Promise<string> => {
    const { epoch } = session;
    if (inFlight?.epoch === epoch) return inFlight.promise;
    const promise = refresh(currentUser())
      .then((access) => {
        last = { epoch, at: clock.monotonic() };
        return access;
      })
      .catch((thrown: unknown) => {
        last = { epoch, at: clock.monotonic(), failure: toAppError(thrown) };
        throw thrown;
      })
      .finally(() => {
        if (inFlight?.promise === promise) inFlight = null;
      });
    inFlight = { epoch, promise };
    return promise;
  };

  /** The last renewal while it is too early for another one. */
  const recentRenewal = () => {
    if (last === null || last.epoch !== session.epoch) return null;
    return clock.monotonic() - last.at < RENEWAL_FLOOR_MS ? last : null;
  };

  const access = async (asked: boolean): Promise<string> => {
    const { tokens } = currentUser();
    if (tokens !== null && isFresh(tokens)) return tokens.accessToken;
    if (inFlight?.epoch === session.epoch) return inFlight.promise;
    const recent = recentRenewal();
    if (recent === null || (asked && recent.failure !== undefined)) return renew();
    if (tokens !== null && (recent.failure === undefined || remaining(tokens) > 0)) {
      return tokens.accessToken;
    }
    throw recent.failure ?? new AppError('session/no-user');
  };

  const afterRefusedToken = async (refused: string, error: AppError): Promise<string> => {
    const { tokens } = currentUser();
    if (tokens !== null && tokens.accessToken !== refused) return tokens.accessToken;
    const recent = recentRenewal();
    if (recent !== null && inFlight === null) throw recent.failure ?? error;
    return renew();
  };

  const run = async <T>(call: (accessToken: string) => Promise<T>, asked: boolean): Promise<T> => {
    const { epoch } = session;
    const assertSameUser = (): void => {
      if (session.ended.aborted) throw new AppError('session/disposed');
      if (session.epoch !== epoch) throw new AppError('session/superseded');
    };
    const token = await access(asked);
    const result = await call(token).catch(async (thrown: unknown) => {
      const error = toAppError(thrown);
      assertSameUser();
      const reason = refusalOf(error);
      if (reason !== null) return forceOut(currentUser(), reason);
      if (error.facts.status !== 401 || error.code !== 'service/bad-response') throw thrown;
      return call(await afterRefusedToken(token, error));
    });
    assertSameUser();
    return result;
  };

  return {
    issue,
    renew,
    withAccess: (call, options = {}) =>
      orCancelled(run(call, options.asked === true), options.signal),
  };
};
