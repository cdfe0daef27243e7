import type { AnonymousId } from '../../contract/anonymous-id';
import { AppError, toAppError } from '../../contract/errors';
import type { MimiUser } from '../../contract/mimi-user';
import type { Authenticated } from './api/mimi-api';
import type { CallOptions } from './api/transport';
import { Cancelled } from './cancellation';
import type { Engine } from './engine';
import { publishedUser } from './own-records';
import { EMPTY_RECORDS } from './records';
import type { GuardOf } from './session-table';

/**
 * True when somebody other than `anonymousId` is logged in. The guide's own version asks whether the current
 * id is *not* valid, so with A logged in it never sees that B is somebody else.
 */
export const isDifferentUserLoggedIn = (current: MimiUser | null, anonymousId: string): boolean =>
  current !== null && current.anonymousId !== anonymousId;

/**
 * Makes the user a reply proves current, in one durable step. The reply must be about `anonymousId`, and the
 * caller must still want it: else its tokens go to the revoke queue and nothing has changed.
 */
export const becomeProven = async (
  { session, keeper, store }: Engine,
  reply: Authenticated,
  anonymousId: AnonymousId,
  signal?: AbortSignal,
): Promise<MimiUser> => {
  try {
    if (signal?.aborted === true) throw new Cancelled();
    if (reply.user.anonymousId !== anonymousId) throw new AppError('session/invariant-violation');
    if (session.blockedBy !== null) {
      // Out of Blocked only with a proven id in hand; what could not be read is kept beside.
      await store.setAside();
      session.adopt(EMPTY_RECORDS);
    }
    const { userId, createdAt, yearOfBirth } = reply.user;
    const facts = { service: session.service, userId, anonymousId, createdAt, yearOfBirth };
    const current = { ...facts, tokens: keeper.issue(reply.tokens), signedOut: null };
    await session.update(session.changes.becomeCurrent(current));
    return publishedUser(current);
  } catch (thrown) {
    await keeper.discard(reply);
    throw thrown;
  }
};

const failureKind = (error: AppError): GuardOf<'login-failed'> => {
  if (error instanceof Cancelled) return 'cancelled';
  if (error.code === 'session/invariant-violation') return 'invariant';
  return error.facts.retryable === true ? 'transient' : 'refused';
};

/** Obtains a session that proves an id. */
export type Prove = (anonymousId: AnonymousId, options: CallOptions) => Promise<Authenticated>;

/** Logs an existing user in; never creates one, unless `prove` does. */
export type Login = (
  anonymousId: AnonymousId,
  signal?: AbortSignal,
  prove?: Prove,
) => Promise<MimiUser>;

/**
 * Creates the login: proves the id with the service first, then switches. Whatever fails before that step
 * leaves the user who was current exactly as they were.
 */
export const createLogin = (engine: Engine): Login => {
  const { session, api } = engine;
  return async (anonymousId, signal, prove = api.login) => {
    const active = session.user;
    if (active !== null && !isDifferentUserLoggedIn(active, anonymousId)) {
      session.take('login', 'already-current');
      return active;
    }
    if (session.blockedBy !== null && session.blockedBy !== 'secrets/unreadable') {
      session.take('login', 'storage-blocked');
      throw new AppError('session/storage-blocked');
    }
    session.take('login', 'different');
    try {
      const reply = await prove(anonymousId, { signal });
      const user = await becomeProven(engine, reply, anonymousId, signal);
      session.take('logged-in', 'proven', { user });
      return user;
    } catch (thrown) {
      const cause = toAppError(thrown);
      session.take('login-failed', failureKind(cause), { cause });
      throw cause;
    }
  };
};
