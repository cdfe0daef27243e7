import { maskAnonymousId } from '../../contract/anonymous-id';
import type { PartnerView } from '../../contract/ipc/partner-view';
import type { Preferences } from '../../contract/ipc/preferences';
import type {
  LoadingView,
  Notice,
  ProfileView,
  RecoveryView,
  ServiceView,
  SessionView,
  Snapshot,
  StorageView,
  UnfinishedTestView,
} from '../../contract/ipc/snapshot';
import type { LoadingState } from '../../contract/mimi-user';
import type { ServicePort } from '../mimi-core/ports';
import type { QueuedTests } from '../mimi-core/queued-tests';
import type { SessionView as EngineView } from '../mimi-core/session-view';
import { EMBEDDED_SERVICE } from './embedded-service';

/** The parts a snapshot is made of, each as its owner tells it. */
export interface SnapshotParts {
  readonly revision: number;
  readonly engine: EngineView;
  readonly storage: StorageView;
  readonly service: Pick<ServicePort, 'id' | 'baseUrl'>;
  readonly profile: ProfileView;
  readonly queued: QueuedTests;
  readonly unfinishedTest: UnfinishedTestView | null;
  readonly preferences: Preferences;
  readonly systemLanguage: Snapshot['language'];
  readonly recovery: RecoveryView;
  readonly partner: PartnerView | null;
  readonly notices: readonly Notice[];
  readonly simulated: boolean;
  readonly versions: Snapshot['versions'];
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
export const buildSnapshot = (parts: SnapshotParts): Snapshot => ({
  revision: parts.revision,
  session: sessionView(parts.engine, parts.queued),
  storage: parts.storage,
  service: serviceView(parts.service, parts.engine.serviceTrouble),
  profile: parts.profile,
  unfinishedTest: parts.unfinishedTest,
  preferences: parts.preferences,
  language:
    parts.preferences.language === 'system' ? parts.systemLanguage : parts.preferences.language,
  // What a partner's account keeps needs no reminder to save a kit.
  recovery:
    parts.partner?.status === 'linked'
      ? { ...parts.recovery, isReminderDue: false, isLastStep: false }
      : parts.recovery,
  partner: parts.partner,
  notices: [...parts.notices],
  simulated: parts.simulated,
  versions: parts.versions,
});
