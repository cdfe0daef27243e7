import { AppError } from '../../contract/errors';
import type { MimiUser } from '../../contract/mimi-user';
import { Cancelled } from './cancellation';
import type { createCreation } from './creation';
import type { createLogin } from './login';
import type { AnonymouslyRoute } from './mimi-auth-route';
import { offeredUser, pendingFor, queuedYearOfBirth } from './record-changes';
import type { ServiceId } from './records';
import type { Session } from './session';
import { createSharedFlight, type SharedFlight } from './shared-flight';

export interface AnonymousAccessDeps {
  readonly session: Session;
  readonly service: ServiceId;
  readonly creation: ReturnType<typeof createCreation>;
  readonly login: ReturnType<typeof createLogin>;
  inTurn<T>(operation: () => Promise<T>, signal?: AbortSignal): Promise<T>;
  /** Queues a year of birth for a user, durably. */
  keepYear(userId: string, year: number): Promise<unknown>;
}

interface Flight extends SharedFlight<MimiUser> {
  readonly newProfile: boolean;
  /** A creation has begun: it is finished whoever withdraws, and everybody may join it. */
  creating: boolean;
}

/**
 * The route `Anonymously`: the current user, else a creation begun, else the kept user logged in, else a
 * new user. Callers who ask for the same at the same time share one flight, so one click more is not one
 * user more.
 */
export const createAnonymousAccess = (deps: AnonymousAccessDeps) => {
  const { session, service, creation } = deps;
  let flight: Flight | null = null;

  const getOrCreate = async (
    { newProfile, yearOfBirth }: AnonymouslyRoute,
    own: { creating: boolean },
    signal: AbortSignal,
  ): Promise<MimiUser> => {
    if (session.state === 'Blocked') {
      session.take('create', 'storage-blocked');
      throw new AppError('session/storage-blocked');
    }
    if (session.user !== null && !newProfile) {
      session.take('create', 'have-one');
      return session.user;
    }
    const offered = offeredUser(session.records, service);
    if (!newProfile && offered !== null && pendingFor(session.records, service) === null) {
      return deps.login(offered.anonymousId, signal);
    }
    own.creating = true;
    return creation.create(yearOfBirth);
  };

  const start = (route: AnonymouslyRoute): Flight => {
    const own = { newProfile: route.newProfile, creating: false };
    const shared = createSharedFlight((signal) =>
      deps
        .inTurn(() => getOrCreate(route, own, signal), signal)
        .finally(() => {
          if (flight === started) flight = null;
        }),
    );
    const started: Flight = Object.assign(own, {
      join: (signal?: AbortSignal) => shared.join(signal),
      isWanted: () => shared.isWanted(),
    });
    return started;
  };

  const joinable = (newProfile: boolean): Flight | null => {
    if (flight === null || flight.creating) return flight;
    return flight.isWanted() && flight.newProfile === newProfile ? flight : null;
  };

  /** A year that came with the call is on disk before the call ends: with the creation or in the outbox. */
  const keepYear = async (user: MimiUser, year: number | null): Promise<void> => {
    if (year === null || session.user?.userId !== user.userId) return;
    const known = queuedYearOfBirth(session.records, service, user.userId);
    if ((known ?? user.yearOfBirth) === year) return;
    await deps.keepYear(user.userId, year);
  };

  return async (route: AnonymouslyRoute, signal?: AbortSignal): Promise<MimiUser> => {
    const joined = joinable(route.newProfile) ?? (flight = start(route));
    try {
      const user = await joined.join(signal);
      await keepYear(user, route.yearOfBirth);
      return user;
    } catch (thrown) {
      if (thrown instanceof Cancelled) {
        session.take('cancel', joined.creating ? 'begun' : 'not-begun');
      }
      throw thrown;
    }
  };
};
