import { isAnonymousId, type AnonymousId } from '../../contract/anonymous-id';
import { AppError, toAppError } from '../../contract/errors';
import type { HearingProfile } from '../../contract/hearing-profile';
import type { UserExport } from '../../contract/http/user-export';
import type { MimiUser, MimiUserState } from '../../contract/mimi-user';
import type { Outbox } from '../outbox/outbox';
import type { MimiApi } from './api/mimi-api';
import { createAnonymousAccess } from './anonymous-access';
import { Cancelled, orCancelled } from './cancellation';
import type { createCreation } from './creation';
import type { createLogin } from './login';
import type { MimiAuthRoute } from './mimi-auth-route';
import type { MimiObservable } from './observable';
import type { OperationQueue } from './operation-queue';
import type { RecordStore } from './ports';
import {
  currentFor,
  erase,
  offeredUser,
  publishedUser,
  signOut,
  withConfirmed,
  withYearOfBirth,
} from './record-changes';
import type { CurrentUser, KeptUser, ServiceId, SessionRecords } from './records';
import type { Session } from './session';
import type { SessionView } from './session-view';
import type { TokenKeeper } from './token-keeper';

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
  /** Ends the session on this computer, with or without a network; the id is kept. */
  logout(): Promise<void>;
  /** Keeps the year durably, then submits it once; on a failure that can pass it is sent later. */
  submitYearOfBirth(year: number, options?: Cancellable): Promise<MimiUser>;
  /** Reads the user again; observers see InProgress, then Done or Failure. */
  refreshUser(options?: Cancellable): Promise<MimiUser>;
  /** Deletes the user on the service, then on this computer. Without the service nothing is deleted. */
  deleteUser(): Promise<void>;
  exportUser(): Promise<UserExport>;
  /** The user's hearing profile; null when there is none yet. */
  loadProfile(): Promise<HearingProfile | null>;
  /** Removes the current (or offered) user's id from this computer; the service keeps the user. */
  removeFromComputer(): Promise<void>;
  /** Reads the records again after they could not be read. */
  retryStorage(): Promise<void>;
  /** The person's own act: sets what cannot be read aside and starts without a user. */
  startOver(): Promise<void>;
  /** Notes in the journal a login that ended before it began. */
  noteLoginNotBegun(guard: 'flag-unset' | 'blank' | 'malformed'): void;
}

export interface UserControllerDeps {
  readonly session: Session;
  readonly queue: OperationQueue;
  readonly api: MimiApi;
  readonly keeper: TokenKeeper;
  readonly outbox: Outbox;
  readonly records: RecordStore;
  readonly service: ServiceId;
  readonly newId: () => string;
  readonly allowAnonymousUserOnly: boolean;
  readonly ready: Promise<void>;
  readonly creation: ReturnType<typeof createCreation>;
  readonly login: ReturnType<typeof createLogin>;
  readonly restore: () => Promise<void>;
}

export const createUserController = (deps: UserControllerDeps): UserController => {
  const { session, queue, api, keeper, outbox, service, newId, ready } = deps;

  /** Waits for its turn, the first of which was restoring; arriving while another operation runs is a row of the table. */
  const inTurn = async <T>(operation: () => Promise<T>, signal?: AbortSignal): Promise<T> => {
    if (session.state === 'Disposed') throw new AppError('session/disposed');
    if (queue.busy) session.take('operation', 'queued');
    return queue.run(async () => {
      if (session.state === 'Disposed') throw new AppError('session/disposed');
      return operation();
    }, signal);
  };

  const requireCurrent = (): CurrentUser => {
    const current = currentFor(session.records, service);
    if (session.user === null || current === null) throw new AppError('session/no-user');
    return current;
  };

  /** Commits facts the service told about the current user. */
  const confirm = async (facts: Parameters<typeof withConfirmed>[2]): Promise<MimiUser> => {
    await session.update((records) => withConfirmed(records, service, facts));
    return publishedUser(requireCurrent());
  };

  const logIn = (id: string, signal?: AbortSignal): Promise<MimiUser> => {
    if (!deps.allowAnonymousUserOnly) {
      session.take('login', 'flag-unset');
      throw new AppError('session/anonymous-only-required');
    }
    if (!isAnonymousId(id)) {
      session.take('login', 'malformed');
      throw new AppError('session/invalid-id-format');
    }
    const anonymousId: AnonymousId = id;
    return inTurn(() => deps.login(anonymousId, signal), signal);
  };

  const keepYear = async (userId: string, year: number): Promise<string | undefined> => {
    const owner = { service, userId };
    const records = await session.update((r) => withYearOfBirth(r, owner, year, newId));
    return findYear(records, userId)?.entryId;
  };

  const findYear = (records: SessionRecords, userId: string) =>
    records.outbox.find(
      (e) => e.type === 'year-of-birth' && e.service === service && e.userId === userId,
    );

  const submitYearOfBirth = async (year: number): Promise<MimiUser> => {
    await ready;
    const { userId } = requireCurrent();
    const entryId = await keepYear(userId, year);
    if (entryId !== undefined) await outbox.attempt(entryId);
    const user = requireCurrent();
    const stillWaits = session.records.outbox.some((e) => e.entryId === entryId);
    if (user.userId !== userId || stillWaits) throw new AppError('session/superseded');
    return publishedUser(user);
  };

  const refreshUser = async (signal?: AbortSignal): Promise<MimiUser> => {
    const { userId } = requireCurrent();
    session.take('reload', 'asked');
    try {
      const me = await keeper.withAccess((access) => api.me(access), { signal, asked: true });
      if (me.userId !== userId) throw new AppError('session/invariant-violation');
      const user = await confirm(me);
      session.take('reloaded', 'confirmed', { user });
      return user;
    } catch (thrown) {
      const cause = toAppError(thrown);
      const guard = cause instanceof Cancelled ? 'cancelled' : 'asked';
      session.take('reload-failed', guard, { cause });
      throw cause;
    }
  };

  const eraseUser = (user: KeptUser, revoke: boolean): Promise<SessionRecords> =>
    session.update((records) => erase(records, user, revoke, newId));

  const deleteUser = async (): Promise<void> => {
    const user = requireCurrent();
    session.take('delete', 'somebody');
    try {
      await keeper
        .withAccess((access) => api.deleteUser(access), { asked: true })
        .catch((thrown: unknown) => {
          if (toAppError(thrown).code !== 'session/user-deleted') throw thrown;
        });
      await eraseUser(user, false);
      session.take('deleted', 'confirmed');
    } catch (thrown) {
      session.take('delete-failed', 'kept');
      throw thrown;
    }
  };

  const logout = async (): Promise<void> => {
    if (session.user === null) {
      session.take('logout', 'nobody');
      return;
    }
    const user = requireCurrent();
    await session.update((r) => signOut(r, currentFor(r, service) ?? user, 'by-person', newId));
    session.take('logout', 'somebody');
  };

  const remove = async (): Promise<void> => {
    const user = offeredUser(session.records, service);
    if (user === null) throw new AppError('session/no-user');
    await eraseUser(user, true);
    session.take('removed', 'by-person');
  };

  const leaveBlocked = async (event: 'retry-storage' | 'start-over'): Promise<void> => {
    if (session.state !== 'Blocked') return;
    if (event === 'start-over') await deps.records.setAside();
    session.take(event, 'by-person');
    await deps.restore();
  };

  const read = async <T>(call: (access: string) => Promise<T>): Promise<T> => {
    await ready;
    return orCancelled(keeper.withAccess(call));
  };

  const anonymously = createAnonymousAccess({ ...deps, inTurn, keepYear });

  return {
    mimiUser: session.mimiUser,
    sessionView: session.view,
    authenticate: async (route, { signal } = {}) =>
      route.type === 'Anonymously' ? anonymously(route, signal) : logIn(route.anonymousId, signal),
    logout: () => inTurn(logout),
    submitYearOfBirth: (year, { signal } = {}) => orCancelled(submitYearOfBirth(year), signal),
    refreshUser: ({ signal } = {}) => inTurn(() => refreshUser(signal), signal),
    deleteUser: () => inTurn(deleteUser),
    exportUser: () => read((access) => api.exportUser(access)),
    loadProfile: () => read((access) => api.profile(access)),
    removeFromComputer: () => inTurn(remove),
    retryStorage: () => inTurn(() => leaveBlocked('retry-storage')),
    startOver: () => inTurn(() => leaveBlocked('start-over')),
    noteLoginNotBegun: (guard) => session.take('login', guard),
  };
};
