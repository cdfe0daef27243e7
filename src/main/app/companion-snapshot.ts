import { maskAnonymousId } from '../../contract/anonymous-id';
import type { LoadingView, ServiceView, SessionView, Snapshot } from '../../contract/ipc/snapshot';
import type { LoadingState } from '../../contract/mimi-user';
import type { ServicePort } from '../mimi-core/ports';
import type { QueuedTests } from '../mimi-core/queued-tests';
import type { SessionView as EngineView } from '../mimi-core/session-view';
import { EMBEDDED_SERVICE } from './embedded-service';

/** The parts a snapshot is made of, each as its owner tells it. */
export interface SnapshotParts extends Omit<Snapshot, 'session' | 'service' | 'language'> {
  readonly engine: EngineView;
  readonly service: Pick<ServicePort, 'id' | 'baseUrl'>;
  readonly queued: QueuedTests;
  readonly systemLanguage: Snapshot['language'];
}

/** The engine's loading state as a window sees it. */
export const loadingView = (loading: LoadingState): LoadingView => {
  switch (loading.type) {
    case 'InProgress':
      return { status: 'in-progress' };
    case 'Done':
      return { status: 'done' };
    case 'Failure': {
      const { code, facts } = loading.cause;
      const { retryAfterMs } = facts;
      return { status: 'failure', code, ...(retryAfterMs === undefined ? {} : { retryAfterMs }) };
    }
  }
};

const sessionView = (engine: EngineView, { entries }: QueuedTests): SessionView => {
  const loading = loadingView(engine.loading);
  switch (engine.status) {
    case 'restoring':
      return { status: 'restoring' };
    case 'blocked':
      return { status: 'blocked', cause: engine.cause, loading };
    case 'signed-out': {
      const { reason, keptProfile, pendingYearOfBirth } = engine;
      return {
        status: 'signed-out',
        reason,
        keptProfile: keptProfile && { maskedId: maskAnonymousId(keptProfile) },
        pendingYearOfBirth,
        loading,
      };
    }
    case 'active': {
      const { userId, anonymousId, createdAt, yearOfBirth } = engine.user;
      return {
        status: 'active',
        user: { userId, maskedId: maskAnonymousId(anonymousId), createdAt, yearOfBirth },
        pendingYearOfBirth: engine.pendingYearOfBirth,
        unsentTests: entries.filter(({ type }) => type === 'hearing-test').length,
        loading,
      };
    }
  }
};

const serviceView = (
  { id, baseUrl }: Pick<ServicePort, 'id' | 'baseUrl'>,
  trouble: ServiceView['trouble'],
): ServiceView =>
  id === EMBEDDED_SERVICE
    ? { kind: 'embedded', host: null, trouble }
    : { kind: 'remote', host: new URL(baseUrl).host, trouble };

/** What a window sees of all parts. Ids leave as masks; tokens are not in the parts. */
export const buildSnapshot = ({
  engine,
  service,
  queued,
  systemLanguage,
  ...parts
}: SnapshotParts): Snapshot => ({
  ...parts,
  session: sessionView(engine, queued),
  service: serviceView(service, engine.serviceTrouble),
  language: parts.preferences.language === 'system' ? systemLanguage : parts.preferences.language,
  // What a partner's account keeps needs no reminder to save a kit.
  recovery:
    parts.partner?.status === 'linked'
      ? { ...parts.recovery, isReminderDue: false, isLastStep: false }
      : parts.recovery,
});
