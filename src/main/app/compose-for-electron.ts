import { randomBytes, randomUUID } from 'node:crypto';
import { app, safeStorage, session } from 'electron';
import type { CompanionConfig } from '../config/config';
import { createJournal } from '../journal/journal';
import { createLogFile } from '../journal/log-file';
import { createLabNetwork, type LabNetwork } from '../lab/network/lab-network';
import type { ServiceFetch } from '../mimi-core/ports';
import { nodeFileSystem } from '../files/file-system';
import { createJournalledCipher } from '../secrets/journalled-cipher';
import { createSafeStorageCipher } from '../secrets/safe-storage-cipher';
import { createSecretStore } from '../secrets/secret-store';
import { createPreferencesStore } from '../settings/preferences-store';
import { createCompanion, type Companion } from './create-companion';
import { createEmbeddedService } from './embedded-service';
import { systemClock } from './system-clock';

/** Reaches a remote service with the system's proxy and certificates; nothing of it is kept on disk. */
export const networkFetch: ServiceFetch = (request) =>
  // In memory: a cached reply or cookie on disk would be plaintext. Made at the first request; the embedded
  // service never needs it.
  session.fromPartition('service', { cache: false }).fetch(request);

/** The running app with what lies between it and its service. */
export interface ElectronCompanion extends Companion {
  readonly network: LabNetwork;
}

/**
 * Composes the app with Electron's keyring, network and versions, in Electron's data folder. The embedded
 * service answers only after `shown`: loading it keeps main from serving the page, which has a stored profile to show.
 */
export const composeForElectron = async (
  config: CompanionConfig,
  shown: Promise<void>,
): Promise<ElectronCompanion> => {
  const folder = app.getPath('userData');
  const journal = createJournal({ clock: systemClock });
  const log = createLogFile({ fs: nodeFileSystem, folder, journal });
  const common = {
    folder,
    fs: nodeFileSystem,
    clock: systemClock,
    randomBytes,
    journal: journal.append,
  };
  const keyring = createSafeStorageCipher({
    safeStorage,
    electronMajor: Number.parseInt(process.versions.electron, 10),
    platform: process.platform,
    randomBytes,
  });
  const cipher = createJournalledCipher({ ...common, cipher: keyring });
  const network = createLabNetwork({
    clock: systemClock,
    random: Math.random,
    randomUUID,
    journal: journal.append,
  });
  const companion = createCompanion(folder, {
    config,
    secrets: createSecretStore({ ...common, appName: config.product.name, cipher }),
    preferences: await createPreferencesStore({
      ...common,
      loadStore: async () => (await import('electron-store')).default,
    }),
    journal,
    clock: network.clock,
    randomUUID,
    random: Math.random,
    networkFetch: network.wrap(networkFetch),
    network,
    shown,
    embeddedService: (deps) => {
      const service = createEmbeddedService(deps);
      const fetch = network.wrap((request) => shown.then(() => service.fetch(request)));
      return { ...service, fetch };
    },
    systemLanguage: () => (app.getLocale().startsWith('de') ? 'de' : 'en'),
    versions: {
      app: app.getVersion(),
      electron: process.versions.electron,
      chromium: process.versions.chrome,
    },
  });
  const dispose = async (): Promise<void> => {
    await companion.dispose();
    await log.close();
  };
  return { ...companion, network, dispose };
};
