import { isAnonymousId } from '../../contract/anonymous-id';
import { AppError, toAppError } from '../../contract/errors';
import type { UserExport } from '../../contract/http/user-export';
import type { MimiUser, MimiUserState } from '../../contract/mimi-user';
import type { Outbox } from '../outbox/outbox';
import { proveWith, type BroughtData } from './bring-back';
import { Cancelled, orCancelled } from './cancellation';
import { createGetOrCreate, type Creation } from './creation';
import type { Engine } from './engine';
import { createLogin, type Prove } from './login';
import type { MimiAuthRoute } from './mimi-auth-route';
import type { MimiObservable } from './observable';
import { ownRecords, publishedUser, queuedYear } from './own-records';
import type { KeptUser } from './records';
import { requireCurrent } from './session';
import type { SessionView } from './session-view';

export interface Cancellable {
  readonly signal?: AbortSignal;
}

/**
 * The SDK's user controller. Every call waits until restoring has ended. Errors of all that use the network:
 * service/*, session/cancelled, session/disposed; of all that write: secrets/*.
 */
export interface UserController {
  readonly mimiUser: MimiObservable<MimiUserState>;
  /** The session as the app's snapshot needs it. */
  readonly sessionView: MimiObservable<SessionView>;
  /**
   * Logs in or creates, as the route says. Errors: session/anonymous-only-required, invalid-id-format,
   * unknown-id, user-deleted, user-disabled, invariant-violation, storage-blocked.
   */
  authenticate(route: MimiAuthRoute, options?: Cancellable): Promise<MimiUser>;
  /**
   * Logs in by an id like `authenticate`, and puts back what the person kept of the profile: where the service does
   * not know the id it is registered again. Until all of it is stored nothing changes here.
   */
  bringBack(anonymousId: string, data: BroughtData, options?: Cancellable): Promise<MimiUser>;
  /** Ends the session on this computer, with or without a network; the id is kept. */
  logout(): Promise<void>;
  /** Keeps the year durably, then submits it once; on a failure that can pass it is sent later. */
  submitYearOfBirth(year: number, options?: Cancellable): Promise<MimiUser>;
  /** Reads the user again; observers see InProgress, then Done or Failure. */
  refreshUser(options?: Cancellable): Promise<MimiUser>;
  /**
   * Deletes the user on the service, then on this computer. Without the service nothing is deleted. `meant`:
   * the userId the person confirmed; session/superseded if somebody else is current by then.
   */
  deleteUser(meant?: string): Promise<void>;
  exportUser(): Promise<UserExport>;
  /** Removes the current (or offered) user's id from this computer; the service keeps the user. `meant` as above. */
  removeFromComputer(meant?: string): Promise<void>;
  /** Reads the records again after they could not be read. */
  retryStorage(): Promise<void>;
  /** The person's own act: sets what cannot be read aside and starts without a user. Errors: session/storage-blocked. */
  startOver(): Promise<void>;
  /** Notes in the journal a login for which there was no id. */
  noteBlankId(): void;
}

interface UserControllerDeps extends Engine {
  readonly outbox: Outbox;
  readonly creation: Creation;
  readonly allowAnonymousUserOnly: boolean;
  /** Reads the records again in its turn, if `before` allows it. */
  readonly restore: (before: () => Promise<boolean>) => Promise<void>;
  readonly ready: Promise<void>;
}

/** What a person confirmed about one user is not done to another who became current meanwhile. */
const requireMeant = (user: KeptUser, meant: string | undefined): void => {
  if (meant !== undefined && user.userId !== meant) throw new AppError('session/superseded');
};

/** The operations on whoever is logged in, each to be run in its turn. */
const createUserOperations = ({ session, api, keeper }: Engine) => {
  const refreshUser = async (signal?: AbortSignal): Promise<MimiUser> => {
    const { userId } = requireCurrent(session);
    session.take('reload', 'asked');
    keeper.forgetFailure();
    try {
      const me = await keeper.withAccess((access) => api.me(access), signal);
      if (me.userId !== userId) throw new AppError('session/invariant-violation');
      await session.update(session.changes.confirm(me));
      const user = publishedUser(requireCurrent(session));
      session.take('reloaded', 'confirmed', { user });
      return user;
    } catch (thrown) {
      const cause = toAppError(thrown);
      const guard = cause instanceof Cancelled ? 'cancelled' : 'asked';
      if (session.user !== null) session.take('reload-failed', guard, { cause });
      throw cause;
    }
  };

  const deleteUser = async (meant?: string): Promise<void> => {
    const user = requireCurrent(session);
    requireMeant(user, meant);
    session.take('delete', 'somebody');
    keeper.forgetFailure();
    try {
      const deletion = keeper.withAccess((access) => api.deleteUser(access));
      await deletion.catch((thrown: unknown) => {
        if (toAppError(thrown).code !== 'session/user-deleted') throw thrown;
      });
      await session.update(session.changes.erase(user, false));
      session.take('deleted', 'confirmed');
    } catch (thrown) {
      if (session.user !== null) session.take('delete-failed', 'kept');
      throw thrown;
    }
  };

  const logout = async (): Promise<void> => {
    if (session.user === null) {
      session.take('logout', 'nobody');
      return;
    }
    await session.update(session.changes.signOut('by-person'));
    session.take('logout', 'somebody');
  };

  const removeFromComputer = async (meant?: string): Promise<void> => {
    const user = session.own.offered;
    if (user === null) throw new AppError('session/no-user');
    requireMeant(user, meant);
    await session.update(session.changes.erase(user, true));
    session.take('removed', 'by-person');
  };

  return { refreshUser, deleteUser, logout, removeFromComputer };
};

/** Creates the controller of an engine. */
export const createUserController = (deps: UserControllerDeps): UserController => {
  const { session, api, keeper, outbox, inTurn, ready, restore } = deps;
  const operations = createUserOperations(deps);
  const login = createLogin(deps);
  const getOrCreate = createGetOrCreate(deps, deps.creation, login);

  const logIn = async (
    id: string,
    signal: AbortSignal | undefined,
    prove?: Prove,
  ): Promise<MimiUser> => {
    if (!deps.allowAnonymousUserOnly) {
      session.take('login', 'flag-unset');
      throw new AppError('session/anonymous-only-required');
    }
    if (!isAnonymousId(id)) {
      session.take('login', 'malformed');
      throw new AppError('session/invalid-id-format');
    }
    return inTurn(() => login(id, signal, prove), signal);
  };

  const submitYearOfBirth = async (year: number): Promise<MimiUser> => {
    await ready;
    const { userId } = requireCurrent(session);
    const records = await session.update(session.changes.submitYear(userId, year));
    const entry = queuedYear(ownRecords(records, session.service).outbox, userId);
    keeper.forgetFailure();
    if (entry !== undefined) await outbox.attempt(entry.entryId);
    const user = requireCurrent(session);
    const stillWaits = session.records.outbox.some((e) => e.entryId === entry?.entryId);
    if (user.userId !== userId || stillWaits) throw new AppError('session/superseded');
    return publishedUser(user);
  };

  const leaveBlocked = (event: 'retry-storage' | 'start-over'): Promise<void> =>
    restore(async () => {
      if (session.state !== 'Blocked') return false;
      if (event === 'start-over') {
        // What is only locked, or from a newer version, can still be opened: it is not given up.
        if (session.blockedBy !== 'secrets/unreadable')
          throw new AppError('session/storage-blocked');
        await deps.store.setAside();
      }
      session.take(event, 'by-person');
      return true;
    });

  return {
    mimiUser: session.mimiUser,
    sessionView: session.view,
    authenticate: (route, { signal } = {}) =>
      route.type === 'Anonymously' ? getOrCreate(route, signal) : logIn(route.anonymousId, signal),
    bringBack: (id, data, { signal } = {}) => logIn(id, signal, proveWith(deps, data)),
    logout: () => inTurn(operations.logout),
    submitYearOfBirth: (year, { signal } = {}) => orCancelled(submitYearOfBirth(year), signal),
    refreshUser: ({ signal } = {}) => inTurn(() => operations.refreshUser(signal), signal),
    deleteUser: (meant) => inTurn(() => operations.deleteUser(meant)),
    exportUser: async () => {
      await ready;
      keeper.forgetFailure();
      return keeper.withAccess((access) => api.exportUser(access));
    },
    removeFromComputer: (meant) => inTurn(() => operations.removeFromComputer(meant)),
    retryStorage: () => leaveBlocked('retry-storage'),
    startOver: () => leaveBlocked('start-over'),
    noteBlankId: () => session.take('login', 'blank'),
  };
};
