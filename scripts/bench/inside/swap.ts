import { randomBytes, randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import '../../../src/main/app/interpret-schemas';
import '../../../src/main/app/spare-memory';
import { createCompanion, type Companion } from '../../../src/main/app/create-companion';
import { systemClock } from '../../../src/main/app/system-clock';
import { createJournal } from '../../../src/main/journal/journal';
import { MimiAuthRoute } from '../../../src/main/mimi-core/mimi-auth-route';
import { createDurableFiles } from '../../../src/main/files/durable-file';
import { nodeFileSystem } from '../../../src/main/files/file-system';
import { createKeyFileCipher } from '../../../src/main/secrets/key-file-cipher';
import { createSecretStore } from '../../../src/main/secrets/secret-store';
import { createPreferencesStore } from '../../../src/main/settings/preferences-store';
import { report } from './report';

const IDS = 20;
const SWITCHES = 1000;
const EARLY = 100;

/** Holds settings nobody changes here; electron-store needs Electron. */
class UnchangedStore {
  store: Record<string, unknown> = {};
}

/** The app's own composition on a scratch folder: real disk and SQLite; a key file stands in for the keyring. */
const compose = async (folder: string): Promise<Companion> => {
  const journal = createJournal({ clock: systemClock });
  const common = {
    folder,
    fs: nodeFileSystem,
    clock: systemClock,
    randomBytes,
    journal: journal.append,
  };
  const product = { id: 'mimi-companion', name: 'Mimi Companion' };
  const path = `${folder}/keyring-of-the-bench.bin`;
  const cipher = createKeyFileCipher({ path, files: createDurableFiles(common), randomBytes });
  // Its key is made when it is first asked for, as a keyring makes one.
  const keyring = { ...cipher, availability: () => Promise.resolve('available' as const) };
  return createCompanion(folder, {
    config: { product },
    secrets: createSecretStore({ ...common, appName: product.name, cipher: keyring }),
    preferences: await createPreferencesStore({
      ...common,
      loadStore: () => Promise.resolve(UnchangedStore),
    }),
    journal,
    clock: systemClock,
    randomUUID,
    random: Math.random,
    networkFetch: () => Promise.reject(new Error('No network here')),
    systemLanguage: () => 'en',
    versions: { app: '0.0.0', electron: process.versions.electron, chromium: '' },
  });
};

/** After rests in which whatever is finished lets go of its memory: what finalizers free, the next round collects. */
const heapInUse = async (): Promise<number> => {
  if (!gc) throw new Error('Start me with --expose-gc');
  for (let round = 0; round < 4; round += 1) {
    await wait(50);
    gc();
  }
  return process.memoryUsage().heapUsed;
};

const folder = process.argv[2];
if (folder === undefined) throw new Error('Give a scratch folder');
const companion = await compose(folder);
companion.start();

const ids: string[] = [];
for (let i = 0; i < IDS; i += 1) {
  const route = MimiAuthRoute.Anonymously({ newProfile: true, yearOfBirth: 1960 + i });
  ids.push((await companion.core.userController.authenticate(route)).anonymousId);
  await companion.core.userController.logout();
}

const switches: number[] = [];
let heapEarly = 0;
for (let i = 0; i < SWITCHES; i += 1) {
  const before = performance.now();
  const result = await companion.authManager.authenticateAnonymousUser(ids[i % IDS]);
  switches.push(performance.now() - before);
  if (result.type !== 'Success') throw new Error(`Switch ${i} ended with ${result.type}`);
  if (i + 1 === EARLY) heapEarly = await heapInUse();
}
report({ switches, heapEarly, heapLate: await heapInUse() });
await companion.dispose();
