import { AppError, toAppError } from '../../contract/errors';
import type { TokensReply } from '../../contract/http/users';
import type { LogoutReason } from '../../contract/mimi-user';
import type { Authenticated, MimiApi } from './api/mimi-api';
import { orCancelled } from './cancellation';
import type { Clock } from './ports';
import type { CurrentUser, StoredTokens } from './records';
import { requireCurrent, type Session } from './session';
import type { GuardOf } from './session-table';

/** Milliseconds before its end at which an access token is renewed; never more than a fifth of its life. */
const MARGIN_MS = 90_000;
const MARGIN_SHARE = 0.2;
/** Least time between two renewals, in milliseconds, whatever any clock says. */
const RENEWAL_FLOOR_MS = 30_000;

/** Keeps the current user's tokens usable and knows when the service has definitively refused them. */
export interface TokenKeeper {
  /** Remembers when new tokens end and returns what is stored of them. */
  issue(tokens: TokensReply): StoredTokens;
  /** Queues tokens that must not be used for revocation; there is nothing better to do if that fails. */
  discard(reply: Authenticated): Promise<void>;
  /**
   * Runs `call` with a valid access token; when the service refuses it, renews it once and runs `call` once
   * more. Errors: those of `call`, session/no-user, session/superseded, session/forcibly-logged-out.
   */
  withAccess<T>(call: (accessToken: string) => Promise<T>, signal?: AbortSignal): Promise<T>;
  /** A person asks (again): a renewal that failed a moment ago does not stand in the way of what follows. */
  forgetFailure(): void;
  /** Gets a new session for the current user, by its refresh token or else by its id. */
  renew(): Promise<string>;
  /** Has the access token expire now, so that the next call renews it; false when there is none. */
  expire(): Promise<boolean>;
}

/** A renewal under way or, once `endedAt` is set, the last one; `result` is the access token. */
interface Renewal {
  readonly epoch: number;
  readonly result: Promise<string>;
  endedAt: number | null;
  failed: boolean;
}

/** What a definitive refusal means; null for every other failure, none of which ends a session. */
const refusalOf = (thrown: unknown): LogoutReason | null => {
  switch (toAppError(thrown).code) {
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

const isRefusedToken = ({ code, facts }: AppError): boolean =>
  facts.status === 401 && code === 'service/bad-response';

/** Creates the keeper of one session's tokens. */
export const createTokenKeeper = (session: Session, api: MimiApi, clock: Clock): TokenKeeper => {
  let issued: { accessToken: string; until: number; margin: number } | null = null;
  let renewal: Renewal | null = null;

  const issue = (tokens: TokensReply): StoredTokens => {
    const { access_token: accessToken, refresh_token: refreshToken } = tokens;
    const ms = tokens.expires_in * 1000;
    const margin = Math.min(MARGIN_MS, ms * MARGIN_SHARE);
    issued = { accessToken, until: clock.monotonic() + ms, margin };
    return { accessToken, refreshToken, accessExpiresAt: clock.now() + ms };
  };

  const discard = async ({ user, tokens }: Authenticated): Promise<void> => {
    const change = session.changes.revoke(user.userId, tokens.refresh_token);
    await session.update(change).catch(() => undefined);
  };

  /** Milliseconds left: by the monotonic clock for tokens of this run, else by the wall clock. */
  const lifeOf = ({ accessToken, accessExpiresAt }: StoredTokens) =>
    issued?.accessToken === accessToken
      ? { left: issued.until - clock.monotonic(), margin: issued.margin }
      : { left: accessExpiresAt - clock.now(), margin: MARGIN_MS };

  /** Makes new tokens durable before anybody uses them, if `user` is still who they are for. */
  const commit = async (
    user: CurrentUser,
    reply: TokensReply,
    how: GuardOf<'renewed'>,
  ): Promise<string> => {
    const { accessToken, ...tokens } = issue(reply);
    const change = session.changes.renew(user, { accessToken, ...tokens });
    const { current } = await session.update(change);
    const isTaken = current?.tokens?.refreshToken === tokens.refreshToken;
    session.take('renewed', isTaken ? how : 'superseded');
    if (!isTaken) throw new AppError('session/superseded');
    return accessToken;
  };

  /** Ends the session if it is still the one that was refused; tells the caller in any case. */
  const forceOut = async (user: CurrentUser, reason: LogoutReason): Promise<never> => {
    // A deletion that finds the user deleted has what it wanted.
    if (session.state === 'Deleting' && reason === 'user-deleted') {
      throw new AppError('session/user-deleted');
    }
    const cause = new AppError('session/forcibly-logged-out');
    const { current } = await session.update(session.changes.signOutIfSame(user, reason));
    // Observers are told once, however many calls were refused.
    const isUntold = session.user?.userId === user.userId;
    if (current?.signedOut === reason && isUntold) {
      session.take('session-refused', 'definitive', { cause });
    }
    throw cause;
  };

  const logInAgain = async (user: CurrentUser): Promise<string> => {
    const reply = await api.login(user.anonymousId).catch((thrown: unknown) => {
      const reason = refusalOf(thrown);
      if (reason === null) throw thrown;
      return forceOut(user, reason);
    });
    if (reply.user.anonymousId !== user.anonymousId || reply.user.userId !== user.userId) {
      await discard(reply);
      throw new AppError('session/invariant-violation');
    }
    return commit(user, reply.tokens, 'logged-in-again');
  };

  const refresh = async (user: CurrentUser): Promise<string> => {
    if (user.tokens === null) return logInAgain(user);
    let reply: TokensReply;
    try {
      reply = await api.refresh(user.tokens.refreshToken);
    } catch (thrown) {
      const isRefused = refusalOf(thrown) !== null;
      session.take('renew-failed', isRefused ? 'refused' : 'transient');
      // The id is itself a durable credential: one silent login before anybody is logged out.
      if (isRefused) return logInAgain(user);
      throw thrown;
    }
    return commit(user, reply, 'refreshed');
  };

  /** The renewal under way, or the last one while it is too early for another. */
  const recentRenewal = (): Renewal | null => {
    if (renewal?.epoch !== session.epoch) return null;
    const { endedAt } = renewal;
    return endedAt === null || clock.monotonic() - endedAt < RENEWAL_FLOOR_MS ? renewal : null;
  };

  /** One renewal for all who need it. */
  const renew = async (): Promise<string> => {
    const recent = recentRenewal();
    if (recent !== null) return recent.result;
    const result = refresh(requireCurrent(session));
    const begun: Renewal = { epoch: session.epoch, result, endedAt: null, failed: false };
    const end = (failed: boolean): void => {
      begun.failed = failed;
      begun.endedAt = clock.monotonic();
    };
    result.then(
      () => end(false),
      () => end(true),
    );
    renewal = begun;
    return result;
  };

  const access = async (): Promise<string> => {
    const { tokens } = requireCurrent(session);
    if (tokens === null) return renew();
    const { left, margin } = lifeOf(tokens);
    // Near its end a token still serves where renewing it has just failed.
    const isLastResort = left > 0 && recentRenewal()?.failed === true;
    return left > margin || isLastResort ? tokens.accessToken : renew();
  };

  const accessInsteadOf = async (refused: string, error: AppError): Promise<string> => {
    const { tokens } = requireCurrent(session);
    if (tokens !== null && tokens.accessToken !== refused) return tokens.accessToken;
    const renewed = await renew();
    if (renewed === refused) throw error;
    return renewed;
  };

  const run = async <T>(call: (accessToken: string) => Promise<T>): Promise<T> => {
    const { epoch } = session;
    const assertSameUser = (): void => {
      if (session.ended.aborted) throw new AppError('session/disposed');
      if (session.epoch !== epoch) throw new AppError('session/superseded');
    };
    const attempt = (token: string): Promise<T> =>
      call(token).catch((thrown: unknown) => {
        assertSameUser();
        const reason = refusalOf(thrown);
        if (reason === null) throw thrown;
        return forceOut(requireCurrent(session), reason);
      });
    const token = await access();
    const result = await attempt(token).catch(async (thrown: unknown) => {
      const error = toAppError(thrown);
      if (!isRefusedToken(error)) throw error;
      return attempt(await accessInsteadOf(token, error));
    });
    assertSameUser();
    return result;
  };

  const expire = async (): Promise<boolean> => {
    if (session.user === null) return false;
    // Neither this run's own knowledge of the token nor a renewal of a moment ago may keep it alive.
    issued = null;
    renewal = null;
    const { current } = await session.update(session.changes.expireAccess);
    return (current?.tokens ?? null) !== null;
  };

  return {
    issue,
    discard,
    expire,
    renew,
    forgetFailure: () => {
      if (renewal?.failed === true) renewal = null;
    },
    withAccess: (call, signal) => orCancelled(run(call), signal),
  };
};
