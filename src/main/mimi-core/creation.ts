import { AppError, toAppError } from '../../contract/errors';
import type { MimiUser } from '../../contract/mimi-user';
import { Cancelled, orCancelled } from './cancellation';
import type { Authenticated } from './api/mimi-api';
import type { Engine } from './engine';
import { becomeProven, type Login } from './login';
import type { AnonymouslyRoute } from './mimi-auth-route';
import { queuedYear } from './own-records';
import type { PendingUser } from './records';

/** Creates anonymous users. */
export interface Creation {
  /** How many users this engine has created: one made since somebody asked is the one they asked for. */
  readonly count: number;
  /** Begins a creation. Errors: service/*, secrets/*, session/*. */
  create(yearOfBirth: number | null): Promise<MimiUser>;
  /** Goes on from state Creating. */
  finish(yearOfBirth: number | null): Promise<MimiUser>;
  /**
   * Ends a creation that was cut off beside the current user, who stays; its user is kept. Holds up no other operation
   * while the service is asked. Never rejects.
   */
  finishBeside(): Promise<void>;
}

/**
 * Creates an anonymous user so that no crash, lost reply or repetition loses its id or makes a second user:
 * the id is on disk before the first request, and the user is published only once the service has confirmed
 * it and it is on disk as current.
 */
export const createCreation = (engine: Engine): Creation => {
  const { session, api, keeper, inTurn } = engine;
  let count = 0;

  const begin = async (yearOfBirth: number | null): Promise<PendingUser> => {
    const { pending } = await session.update(session.changes.beginCreation(yearOfBirth));
    if (pending === null) throw new AppError('session/invariant-violation');
    return pending;
  };

  const register = async ({ anonymousId }: PendingUser): Promise<MimiUser> =>
    becomeProven(engine, await api.register(anonymousId), anonymousId);

  /** A pending id that was deleted meanwhile is nobody's any more: once, a fresh one takes its place. */
  const registerOrReplace = async (pending: PendingUser): Promise<MimiUser> => {
    try {
      return await register(pending);
    } catch (thrown) {
      if (toAppError(thrown).code !== 'session/user-deleted') throw thrown;
      await session.update(session.changes.giveUpPending(pending));
      return register(await begin(pending.yearOfBirth));
    }
  };

  const finish = async (yearOfBirth: number | null): Promise<MimiUser> => {
    try {
      const user = await registerOrReplace(await begin(yearOfBirth));
      count += 1;
      session.take('registered', 'confirmed', { user });
      return user;
    } catch (thrown) {
      const cause = toAppError(thrown);
      const guard = cause.facts.retryable === true ? 'transient' : 'refused';
      session.take('create-failed', guard, { cause });
      throw cause;
    }
  };

  /** Keeps the user of a reply, with the year that came with the creation. Its session is of use to nobody. */
  const keepProven = async (reply: Authenticated, pending: PendingUser): Promise<void> => {
    const { anonymousId, yearOfBirth: year } = pending;
    const { user, tokens } = reply;
    try {
      const isKnown = year === null || year === user.yearOfBirth;
      const me = isKnown ? user : await api.submitYearOfBirth(tokens.access_token, year);
      if (user.anonymousId !== anonymousId || me.userId !== user.userId)
        throw new AppError('session/invariant-violation');
      const { userId, createdAt, yearOfBirth } = me;
      const kept = { service: session.service, userId, anonymousId, createdAt, yearOfBirth };
      const change = session.changes.keepRegistered(kept, tokens.refresh_token);
      // In its turn: a creation that goes on with the very id meanwhile ends first, with all that belongs to it.
      await inTurn(() => session.update(change));
    } catch (thrown) {
      await keeper.discard(reply);
      throw thrown;
    }
  };

  const finishBeside = async (): Promise<void> => {
    const { pending } = session.own;
    if (pending === null) return;
    try {
      await keepProven(await api.register(pending.anonymousId), pending);
      session.take('registered', 'beside');
    } catch (thrown) {
      session.take('create-failed', 'beside');
      // Nobody waits for it: only an id that is nobody's any more is given up, all else is tried at the next start.
      if (toAppError(thrown).code !== 'session/user-deleted') return;
      const change = session.changes.giveUpPending(pending);
      await inTurn(() => session.update(change)).catch(() => undefined);
    }
  };

  return {
    get count() {
      return count;
    },
    create: (yearOfBirth) => {
      session.take('create', session.user === null ? 'nobody' : 'new-profile');
      return finish(yearOfBirth);
    },
    finish,
    finishBeside,
  };
};

/**
 * The route `Anonymously`: the current user, else a creation begun, else the kept user logged in, else a new
 * user. Of several callers the first makes the user and the others get it, so one click more is not one user
 * more. A creation that has begun is finished even if its caller withdraws.
 */
export const createGetOrCreate = (
  { session, inTurn }: Engine,
  creation: Creation,
  login: Login,
) => {
  /** A year that came with the call is on disk before the call ends. */
  const withYear = async (user: MimiUser, year: number | null): Promise<MimiUser> => {
    const known = queuedYear(session.own.outbox, user.userId)?.yearOfBirth ?? user.yearOfBirth;
    if (year !== null && year !== known) {
      await session.update(session.changes.submitYear(user.userId, year));
    }
    return user;
  };

  return async (
    { newProfile, yearOfBirth }: AnonymouslyRoute,
    signal?: AbortSignal,
  ): Promise<MimiUser> => {
    const countWhenAsked = creation.count;
    const progress = { creating: false };

    const getOrCreate = async (): Promise<MimiUser> => {
      if (session.blockedBy !== null) {
        session.take('create', 'storage-blocked');
        throw new AppError('session/storage-blocked');
      }
      if (session.user !== null && (!newProfile || creation.count > countWhenAsked)) {
        session.take('create', 'have-one');
        return withYear(session.user, yearOfBirth);
      }
      const { pending, offered } = session.own;
      if (!newProfile && pending === null && offered !== null) {
        return withYear(await login(offered.anonymousId, signal), yearOfBirth);
      }
      progress.creating = true;
      return creation.create(yearOfBirth);
    };

    try {
      return await orCancelled(inTurn(getOrCreate, signal), signal);
    } catch (thrown) {
      if (thrown instanceof Cancelled) {
        session.take('cancel', progress.creating ? 'begun' : 'not-begun');
      }
      throw thrown;
    }
  };
};
