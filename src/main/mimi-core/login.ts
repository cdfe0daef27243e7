import type { AnonymousId } from '../../contract/anonymous-id';
import { AppError, toAppError } from '../../contract/errors';
import type { MimiUser } from '../../contract/mimi-user';
import type { Authenticated } from './api/mimi-api';
import { Cancelled } from './cancellation';
import { asCurrentUser, discardTokens, type AuthenticationDeps } from './creation';
import type { RecordStore } from './ports';
import { becomeCurrent, parkPending, publishedUser } from './record-changes';
import type { GuardOf } from './session-table';

/**
 * True when somebody other than `anonymousId` is logged in. The guide's own version asks whether the current
 * id is *not* valid, so with A logged in it never sees that B is somebody else.
 */
export const isDifferentUserLoggedIn = (current: MimiUser | null, anonymousId: string): boolean =>
  current !== null && current.anonymousId !== anonymousId;

const failureKind = (error: AppError): GuardOf<'login-failed'> => {
  if (error instanceof Cancelled) return 'cancelled';
  if (error.code === 'session/invariant-violation') return 'invariant';
  return error.facts.retryable === true ? 'transient' : 'refused';
};

/**
 * Logs an existing user in: proves the id with the service first, then switches in one durable step. Whatever
 * fails before that step leaves the user who was current exactly as they were. Never creates.
 */
export const createLogin = (deps: AuthenticationDeps & { readonly records: RecordStore }) => {
  const { session, api, newId } = deps;

  const commit = async (reply: Authenticated, anonymousId: AnonymousId): Promise<MimiUser> => {
    // Out of Blocked only with a proven id in hand; what could not be read is kept beside.
    if (session.state === 'Blocked') await deps.records.setAside();
    const current = asCurrentUser(reply, anonymousId, deps);
    await session.update((records) => becomeCurrent(parkPending(records), current, newId));
    return publishedUser(current);
  };

  const proveThenSwitch = async (
    anonymousId: AnonymousId,
    signal: AbortSignal | undefined,
  ): Promise<MimiUser> => {
    const reply = await api.login(anonymousId, { signal });
    try {
      if (signal?.aborted === true) throw new Cancelled();
      if (reply.user.anonymousId !== anonymousId) throw new AppError('session/invariant-violation');
      return await commit(reply, anonymousId);
    } catch (thrown) {
      await discardTokens(deps, reply);
      throw thrown;
    }
  };

  return async (anonymousId: AnonymousId, signal?: AbortSignal): Promise<MimiUser> => {
    const active = session.user;
    if (active !== null && !isDifferentUserLoggedIn(active, anonymousId)) {
      session.take('login', 'already-current');
      return active;
    }
    if (session.state === 'Blocked' && session.blockedBy !== 'secrets/unreadable') {
      session.take('login', 'storage-blocked');
      throw new AppError('session/storage-blocked');
    }
    session.take('login', 'different');
    try {
      const user = await proveThenSwitch(anonymousId, signal);
      session.take('logged-in', 'proven', { user });
      return user;
    } catch (thrown) {
      const cause = toAppError(thrown);
      session.take('login-failed', failureKind(cause), { cause });
      throw cause;
    }
  };
};
