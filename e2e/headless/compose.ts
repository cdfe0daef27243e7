import { randomBytes, randomUUID } from 'node:crypto';
import { nodeFiles, type ServiceFiles } from '../../src/backend/storage/files';
import {
  createCompanion,
  type Companion,
  type CompanionDeps,
} from '../../src/main/app/create-companion';
import { createEmbeddedService } from '../../src/main/app/embedded-service';
import { systemClock } from '../../src/main/app/system-clock';
import { createJournal } from '../../src/main/journal/journal';
import type { RecordsRead } from '../../src/main/mimi-core/ports';
import { createDurableFiles } from '../../src/main/files/durable-file';
import { nodeFileSystem, type FileSystem } from '../../src/main/files/file-system';
import { createKeyFileCipher } from '../../src/main/secrets/key-file-cipher';
import { createSecretStore, type SecretStore } from '../../src/main/secrets/secret-store';
import { createPreferencesStore } from '../../src/main/settings/preferences-store';
import type { Order } from './protocol';

/** Where a run can be stopped: called at every named step, returns only if it goes on. */
export type Step = (name: string) => void;

export interface Headless {
  readonly companion: Companion;
  readonly secrets: SecretStore;
  /** True while a file is being written that is not in its place yet. */
  isWriting(): boolean;
  /** What the app read from the secret store first. */
  firstRead(): RecordsRead | null;
}

/** The service's file operations with a step before each. */
const stepped = (step: Step): ServiceFiles => {
  const operations = Object.entries(nodeFiles as unknown as Record<string, Operation>);
  return Object.fromEntries(
    operations.map(([name, operation]): [string, Operation] => [
      name,
      (...paths) => {
        step(`service/${name}`);
        return operation(...paths);
      },
    ]),
  ) as unknown as ServiceFiles;
};

type Operation = (...paths: string[]) => unknown;

/** The embedded service with a step before and after each request: a kill after it is a lost reply. */
const steppedService =
  (step: Step): typeof createEmbeddedService =>
  (deps) => {
    const service = createEmbeddedService({ ...deps, files: stepped(step) });
    return {
      ...service,
      fetch: async (request) => {
        const name = `${request.method} ${new URL(request.url).pathname}`;
        step(`${name}/before`);
        const response = await service.fetch(request);
        step(`${name}/after`);
        return response;
      },
    };
  };

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

/** The app as src/main/app/compose-for-electron.ts composes it, without Electron and with its own keyring. */
export const compose = async (
  { folder, keyring, ahead }: Pick<Order, 'folder' | 'keyring' | 'ahead'>,
  step: Step,
  {
    disk = nodeFileSystem,
    ...instead
  }: Partial<CompanionDeps> & { readonly disk?: FileSystem } = {},
): Promise<Headless> => {
  const clock = { ...systemClock, now: () => Date.now() + ahead };
  const journal = createJournal({ clock });
  const { fs, isWriting } = watched(disk);
  const common = { folder, fs, clock, randomBytes, journal: journal.append };
  const files = createDurableFiles({ fs, clock, randomBytes });
  const store = createSecretStore({
    ...common,
    appName: 'Mimi Companion Headless',
    cipher: createKeyFileCipher({ path: keyring, files, randomBytes }),
    step: async (name) => step(name),
  });
  let first: RecordsRead | null = null;
  const secrets: SecretStore = {
    ...store,
    read: async () => {
      const read = await store.read();
      first ??= read;
      return read;
    },
  };
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
    embeddedService: steppedService(step),
    ...instead,
  });
  return { companion, secrets, isWriting, firstRead: () => first };
};
