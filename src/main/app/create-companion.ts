import type { Snapshot } from '../../contract/ipc/snapshot';
import type { CompanionConfig } from '../config/config';
import type { Journal } from '../journal/journal';
import type { LabNetwork } from '../lab/network/lab-network';
import { MimiAuthManager } from '../mimi-core/mimi-auth-manager';
import { createMimiCore, type MimiCore } from '../mimi-core/mimi-core';
import type { Clock, ServiceFetch } from '../mimi-core/ports';
import type { Cancellable } from '../mimi-core/user-controller';
import type { ServiceId } from '../mimi-core/records';
import { createLazyPartner, type PartnerSide } from '../partner/lazy-partner';
import { createKeptProfiles } from '../profile/kept-profiles';
import { KEPT_TESTS } from '../profile/known-tests';
import { createProfileKeeper } from '../profile/profile-keeper';
import { createStoredTests, type StoredTests } from '../profile/stored-tests';
import { createKitNotes, type KitNotes } from '../recovery/kit-notes';
import type { SecretStore } from '../secrets/secret-store';
import type { PreferencesStore } from '../settings/preferences-store';
import type { AudioOutputPort } from '../audio-output/audio-output';
import { composeTestRun } from '../tests/compose-test-run';
import type { LazyTestRun } from '../tests/lazy-test-run';
import { buildSnapshot } from './companion-snapshot';
import type { createEmbeddedService } from './embedded-service';
import { createSessionFollower } from './follow-session';
import { createGatedStore } from './gated-store';
import { createNotices, type Notices } from './notices';
import { chooseService } from './service-in-use';

/** Everything the app's core needs from outside; nothing here is Electron's. */
export interface CompanionDeps {
  readonly config: CompanionConfig;
  readonly secrets: SecretStore;
  readonly preferences: PreferencesStore;
  readonly journal: Journal;
  readonly clock: Clock;
  readonly randomUUID: () => string;
  readonly random: () => number;
  /** Reaches a remote service; not used with the embedded one. */
  readonly networkFetch: ServiceFetch;
  readonly systemLanguage: () => Snapshot['language'];
  readonly versions: Snapshot['versions'];
  /** Tells of faults simulated on purpose; left out where there are none. */
  readonly network?: Pick<LabNetwork, 'isOn' | 'onChanged'>;
  /** Makes the service inside the app: `createEmbeddedService`, unless something is to lie in between. */
  readonly embeddedService?: typeof createEmbeddedService;
  /** Resolves once the page is drawn; at once where there is none. */
  readonly shown?: Promise<void>;
  /** The computer's sound output where it is not given. */
  readonly audioOutput?: AudioOutputPort;
}

/** The running app without its windows. */
export interface Companion {
  readonly core: MimiCore;
  readonly authManager: MimiAuthManager;
  readonly secrets: SecretStore;
  readonly preferences: PreferencesStore;
  readonly notices: Notices;
  readonly journal: Journal;
  readonly storedTests: StoredTests;
  readonly testRun: LazyTestRun;
  /** What recovery kits are made of and remembered in. */
  readonly recovery: {
    readonly notes: KitNotes;
    readonly service: ServiceId;
    readonly product: string;
    readonly now: () => number;
  };
  /** The account at a partner; without one configured it answers that. */
  readonly partner: PartnerSide;
  /** Reads the secret store and restores the session; before it, the app is `restoring`. */
  start(): void;
  /** Resolves once there is something to show: the restored session with its profile, or what stands in its way. */
  readonly opened: Promise<void>;
  snapshot(): Snapshot;
  /** Calls `listener` with every later snapshot; returns its removal. */
  onSnapshot(listener: (snapshot: Snapshot) => void): () => void;
  /** Sets unreadable service data aside when no key to it is kept here; true when there is an empty one now. */
  startServiceAnew(): Promise<boolean>;
  /** Removes the cached profiles of users whose id is not kept here any more. What fails is tried at the next start. */
  forgetStrangers(): Promise<void>;
  /** Re-reads user and profile from the service. */
  refresh(options?: Cancellable): Promise<void>;
  currentYear(): number;
  dispose(): Promise<void>;
}

/**
 * Composes the app on one data folder: the only place that knows all parts. Construction reads nothing;
 * the secret store is read when the session engine starts, which is at once but never awaited here.
 */
export const createCompanion = (folder: string, deps: CompanionDeps): Companion => {
  const { clock, secrets, preferences, journal, versions } = deps;
  const records = createGatedStore(secrets);
  const { port, clientId, clientSecret, embedded } = chooseService(
    folder,
    deps,
    records.known,
    () => notices.add('service-data-restored-from-copy'),
  );
  const listeners = new Set<(snapshot: Snapshot) => void>();
  let revision = 0;
  let latest: Snapshot | null = null;

  const core = createMimiCore({
    clientId,
    clientSecret,
    configuration: { allowAnonymousUserOnly: true },
    service: port,
    records,
    clock,
    randomUUID: deps.randomUUID,
    random: deps.random,
    journal: (event) => journal.append(event),
    product: deps.config.product.id,
    associate: (entry, anonymousId) => partner.associate(entry, anonymousId),
    dissociate: (entry) => partner.dissociate(entry),
  });

  const changed = (): void => {
    revision += 1;
    latest = null;
    const snapshot = current();
    for (const listener of listeners) listener(snapshot);
  };
  const notices = createNotices(changed);
  const keptProfiles = createKeptProfiles(folder, secrets);
  const profile = createProfileKeeper({
    kept: keptProfiles,
    load: () => core.testsController.loadNewest(KEPT_TESTS),
    queued: () => core.testsController.queued.state,
    changed,
  });
  const notes = createKitNotes({ preferences, changed });
  const storedTests = createStoredTests({ ...deps, core, keeper: profile });

  const testRun = composeTestRun({
    ...deps,
    folder,
    user: () => {
      const engine = core.userController.sessionView.state;
      if (engine.status !== 'active') return null;
      const { user, pendingYearOfBirth } = engine;
      return { userId: user.userId, yearOfBirth: pendingYearOfBirth ?? user.yearOfBirth };
    },
    storeTest: (userId, test) => storedTests.storeTest(userId, test),
    changed,
  });

  const partner = createLazyPartner({
    ...{ core, clock, changed, shown: deps.shown, service: port.id, fetch: deps.networkFetch },
    config: embedded ? undefined : deps.config.partner,
    profile,
    isTestRunning: () => testRun.view()?.paused === null,
    followed: () => notices.add('profile-followed'),
    language: () => current().language,
  });

  /** One object per revision: whoever checked it once need not do so again. */
  const current = (): Snapshot => {
    const engine = core.userController.sessionView.state;
    const userId = engine.status === 'active' ? engine.user.userId : null;
    return (latest ??= buildSnapshot({
      revision,
      engine,
      storage: secrets.storage(),
      service: port,
      profile: profile.view(),
      queued: core.testsController.queued.state,
      unfinishedTest: testRun.view(),
      preferences: preferences.current(),
      systemLanguage: deps.systemLanguage(),
      recovery: notes.view(userId, profile.view()),
      partner: partner.view(),
      notices: [...notices.list()],
      simulated: deps.network?.isOn() ?? false,
      versions,
    }));
  };

  const forgetStrangers = async (): Promise<void> => {
    const { current: user, kept } = records.known();
    const known = [...kept, ...(user ? [user] : [])].map(({ userId }) => userId);
    await keptProfiles.keepOnly(known).catch(() => undefined);
    await testRun.keepOnly(known).catch(() => undefined);
    await notes.keepOnly(known).catch(() => undefined);
  };

  const followSession = createSessionFollower({
    ...{ profile, testRun, notices, shown: deps.shown },
    tidy: forgetStrangers,
  });

  const followFaults = (): void => {
    if (deps.network?.isOn() !== latest?.simulated) changed();
  };

  let open = (): void => undefined;
  const opened = new Promise<void>((resolve) => (open = resolve));

  const stops = [
    deps.network?.onChanged(followFaults),
    core.userController.sessionView.observe((engine) => {
      const followed = followSession(engine);
      if (engine.status !== 'restoring') void followed.then(open, open);
      changed();
    }),
    core.testsController.queued.observe(() => {
      profile.followQueue();
      changed();
    }),
    secrets.onStorageChanged(changed),
    preferences.onChanged(changed),
    journal.subscribe(({ type }) => {
      if (type === 'secrets/restored-from-copy') notices.add('secrets-restored-from-copy');
    }),
  ];
  if (preferences.wasReset()) notices.add('preferences-reset');

  return {
    core,
    authManager: new MimiAuthManager(core),
    secrets,
    preferences,
    notices,
    journal,
    storedTests,
    testRun,
    recovery: {
      notes,
      service: port.id,
      product: deps.config.product.id,
      now: () => clock.now(),
    },
    partner,
    start: records.release,
    opened,
    snapshot: current,
    onSnapshot(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    forgetStrangers,
    startServiceAnew: async () => (await embedded?.startAnew()) ?? false,
    async refresh(options) {
      await core.userController.refreshUser(options);
      await profile.refresh();
    },
    currentYear: () => new Date(clock.now()).getFullYear(),
    async dispose() {
      for (const stop of stops) stop?.();
      partner.dispose();
      await testRun.dispose();
      await core.dispose();
      await embedded?.close();
    },
  };
};
