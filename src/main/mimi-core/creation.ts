import type { AnonymousId } from '../../contract/anonymous-id';
import { AppError, toAppError } from '../../contract/errors';
import type { MimiUser } from '../../contract/mimi-user';
import type { Authenticated, MimiApi } from './api/mimi-api';
import {
  beginCreation,
  becomeCurrent,
  publishedUser,
  withRevoke,
  withYearOfBirth,
} from './record-changes';
import type { CurrentUser, PendingUser, ServiceId, SessionRecords } from './records';
import type { Session } from './session';
import type { TokenKeeper } from './token-keeper';

export interface AuthenticationDeps {
  readonly session: Session;
  readonly api: MimiApi;
  readonly keeper: TokenKeeper;
  readonly service: ServiceId;
  readonly newId: () => string;
}

/** A reply as the current user's record. */
export const asCurrentUser = (
  { user, tokens }: Authenticated,
  anonymousId: AnonymousId,
  { keeper, service }: Pick<AuthenticationDeps, 'keeper' | 'service'>,
): CurrentUser => ({
  service,
  userId: user.userId,
  anonymousId,
  createdAt: user.createdAt,
  yearOfBirth: user.yearOfBirth,
  tokens: keeper.issue(tokens),
  signedOut: null,
});

/** Queues tokens that must not be used for revocation; there is nothing better to do if that fails. */
export const discardTokens = async (
  { session, service, newId }: AuthenticationDeps,
  { user, tokens }: Authenticated,
): Promise<void> => {
  const owner = { service, userId: user.userId };
  await session
    .update((records) => withRevoke(records, owner, tokens.refresh_token, newId))
    .catch(() => undefined);
};

interface Registration {
  readonly reply: Authenticated;
  readonly anonymousId: AnonymousId;
}

const failureKind = (error: AppError): 'transient' | 'refused' =>
  error.facts.retryable === true ? 'transient' : 'refused';

/**
 * Creates an anonymous user so that no crash, lost reply or repetition loses its id or makes a second user:
 * the id is on disk before the first request, and the user is published only once the service has confirmed
 * it and it is on disk as current.
 */
export const createCreation = (deps: AuthenticationDeps) => {
  const { session, api, service, newId } = deps;

  const begin = async (yearOfBirth: number | null): Promise<PendingUser> => {
    const { pending } = await session.update((r) => beginCreation(r, service, yearOfBirth, newId));
    if (pending === null) throw new AppError('session/invariant-violation');
    return pending;
  };

  const register = async ({ anonymousId }: PendingUser): Promise<Registration> => {
    const reply = await api.register(anonymousId);
    if (reply.user.anonymousId === anonymousId) return { reply, anonymousId };
    await discardTokens(deps, reply);
    throw new AppError('session/invariant-violation');
  };

  /** A pending id that was deleted meanwhile is nobody's any more: once, a fresh one takes its place. */
  const registerOrReplace = async (pending: PendingUser): Promise<Registration> => {
    try {
      return await register(pending);
    } catch (thrown) {
      if (toAppError(thrown).code !== 'session/user-deleted') throw thrown;
      await session.update((records) => ({ ...records, pending: null }));
      return register(await begin(pending.yearOfBirth));
    }
  };

  const commit = (records: SessionRecords, user: CurrentUser): SessionRecords => {
    const wanted = records.pending?.yearOfBirth ?? null;
    const next = becomeCurrent({ ...records, pending: null }, user, newId);
    if (wanted === null || wanted === user.yearOfBirth) return next;
    return withYearOfBirth(next, user, wanted, newId);
  };

  /** Goes on from state Creating, or beside the user who stays current until the new one is confirmed. */
  const finish = async (yearOfBirth: number | null): Promise<MimiUser> => {
    try {
      const { reply, anonymousId } = await registerOrReplace(await begin(yearOfBirth));
      const current = asCurrentUser(reply, anonymousId, deps);
      await session.update((records) => commit(records, current));
      const user = publishedUser(current);
      session.take('registered', 'confirmed', { user });
      return user;
    } catch (thrown) {
      const cause = toAppError(thrown);
      session.take('create-failed', failureKind(cause), { cause });
      throw cause;
    }
  };

  return {
    finish,
    create: (yearOfBirth: number | null): Promise<MimiUser> => {
      session.take('create', session.user === null ? 'nobody' : 'new-profile');
      return finish(yearOfBirth);
    },
  };
};
