import { randomBytes, randomUUID } from 'node:crypto';
import { createCompanion, type Companion, type CompanionDeps } from '../../app/create-companion';
import { systemClock } from '../../app/system-clock';
import { createDurableFiles } from '../../files/durable-file';
import { nodeFileSystem, type FileSystem } from '../../files/file-system';
import { createJournal } from '../../journal/journal';
import { createKeyFileCipher } from '../../secrets/key-file-cipher';
import type { SecretStep } from '../../secrets/secret-parts';
import { createSecretStore, type SecretStore } from '../../secrets/secret-store';
import { createPreferencesStore } from '../../settings/preferences-store';
import type { StartOrder } from './protocol';

/** What lies between this app and the computer, where it is not the computer itself. */
export interface ScratchDeps extends Partial<CompanionDeps> {
  readonly disk?: FileSystem;
  /** Awaited at every step of a write of the secrets. */
  readonly step?: (name: SecretStep) => Promise<void>;
  /** Lies over the store of the secrets. */
  readonly over?: (store: SecretStore) => SecretStore;
}

/** The disk, and which temporary files lie on it just now. */
const watched = (disk: FileSystem) => {
  const temporary = new Set<string>();
  const fs: FileSystem = {
    ...disk,
    create: (path) => {
      temporary.add(path);
      return disk.create(path);
    },
    rename: async (from, to) => {
      await disk.rename(from, to);
      temporary.delete(from);
    },
    unlink: async (path) => {
      await disk.unlink(path);
      temporary.delete(path);
    },
  };
  return { fs, isWriting: () => temporary.size > 0 };
};

/** An app that runs on scratch data. */
export interface Scratch {
  readonly companion: Companion;
  readonly secrets: SecretStore;
  /** True while a file is being written that is not in its place yet. */
  isWriting(): boolean;
}

/** The app as src/main/app/compose-for-electron.ts composes it, without Electron and with its own keyring. */
export const composeScratch = async (
  { folder, keyring, ahead }: Pick<StartOrder, 'folder' | 'keyring' | 'ahead'>,
  { disk = nodeFileSystem, step, over = (store) => store, ...instead }: ScratchDeps = {},
): Promise<Scratch> => {
  const clock = { ...systemClock, now: () => Date.now() + ahead };
  const journal = createJournal({ clock });
  const { fs, isWriting } = watched(disk);
  const common = { folder, fs, clock, randomBytes, journal: journal.append };
  const files = createDurableFiles({ fs, clock, randomBytes });
  const store = createSecretStore({
    ...common,
    appName: 'Mimi Companion Scratch',
    cipher: createKeyFileCipher({ path: keyring, files, randomBytes }),
    ...(step ? { step } : {}),
  });
  const secrets = over(store);
  const companion = createCompanion(folder, {
    config: { product: { id: 'mimi-companion', name: 'Mimi Companion' } },
    secrets,
    preferences: await createPreferencesStore({
      ...common,
      loadStore: async () => (await import('electron-store')).default,
    }),
    journal,
    clock,
    randomUUID,
    random: Math.random,
    networkFetch: () => Promise.reject(new Error('there is no network here')),
    systemLanguage: () => 'en',
    versions: { app: '0', electron: '0', chromium: '0' },
    ...instead,
  });
  return { companion, secrets, isWriting };
};
