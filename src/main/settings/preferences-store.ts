import { join } from 'node:path';
import { AppError } from '../../contract/errors';
import type { Preferences } from '../../contract/ipc/preferences';
import type { JournalEvent } from '../journal/journal-events';
import type { Clock } from '../mimi-core/ports';
import { createDurableFiles, type DurableFiles } from '../files/durable-file';
import type { FileSystem } from '../files/file-system';
import { createInTurn } from '../files/in-turn';
import {
  parseSettings,
  settingsSchema,
  type KitNote,
  type Settings,
  type WindowBounds,
} from './preferences-schema';

/** electron-store's class as far as it is used. */
type StoreClass = new (options: {
  readonly cwd: string;
  readonly name: string;
  readonly configName: string;
  readonly clearInvalidConfig: false;
  readonly configFileMode: number;
  readonly watch: false;
  readonly accessPropertiesByDotNotation: false;
}) => { store: Record<string, unknown> };

interface PreferencesStoreDeps {
  readonly folder: string;
  /** Loads electron-store, or the Conf it is made of where there is no Electron: only writing needs it. */
  readonly loadStore: () => Promise<StoreClass>;
  readonly fs: FileSystem;
  readonly clock: Clock;
  readonly randomBytes: (size: number) => Buffer;
  readonly journal: (event: JournalEvent) => void;
}

/** What a person chose about the app itself, read once and kept in memory. Never a secret. */
export interface PreferencesStore {
  current(): Preferences;
  windowBounds(): WindowBounds | null;
  /** True if the file could not be read and was set aside: the person should know. */
  wasReset(): boolean;
  /** Changes what is named. Throws AppError `app/file-not-written`; then nothing changed. */
  update(change: Partial<Preferences>): Promise<void>;
  /** Has the Lab count as switched on until it is switched off or the app ends; nothing is written. */
  switchLabOnForNow(): void;
  /** As `update`; moving a window tells no listener. */
  setWindowBounds(bounds: WindowBounds): Promise<void>;
  kits(): readonly KitNote[];
  /** As `setWindowBounds`. */
  setKits(kits: readonly KitNote[]): Promise<void>;
  /** Calls `listener` after every update; returns its removal. */
  onChanged(listener: (preferences: Preferences) => void): () => void;
}

const MAX_SETTINGS_BYTES = 256 * 1024;
const NAME = 'settings';

/** Moves a settings file the library could not read, or would write over, out of its way. */
const quarantine = async (files: DurableFiles, path: string) => {
  const content = await files.read(path, MAX_SETTINGS_BYTES);
  if (content.status === 'missing') return { settings: settingsSchema.parse({}), status: 'good' };
  const settings = content.status === 'read' ? parseSettings(content.bytes) : null;
  if (settings) return { settings, status: 'good' };
  const moved = await files.setAside(path, 'corrupt', 3).then(
    () => true,
    () => false,
  );
  return { settings: settingsSchema.parse({}), status: moved ? 'reset' : 'stuck' };
};

/**
 * electron-store with its three faults mended: bytes are checked before it reads them, it never sees an invalid
 * file, and it writes through the durable writer. Where even a damaged file cannot be moved away, memory is used.
 */
export const createPreferencesStore = async (
  deps: PreferencesStoreDeps,
): Promise<PreferencesStore> => {
  const { folder, loadStore, journal } = deps;
  const files = createDurableFiles(deps);
  const path = join(folder, `${NAME}.json`);
  await files.removeOrphans(path);
  const found = await quarantine(files, path);
  if (found.status !== 'good') journal({ type: 'settings/reset' });
  let settings: Settings = found.settings;
  const inTurn = createInTurn();
  const listeners = new Set<(preferences: Preferences) => void>();

  let written: Promise<void> = Promise.resolve();
  const open = async () => {
    const Store = await loadStore();
    const store = new Store({
      cwd: folder,
      name: NAME,
      configName: NAME,
      clearInvalidConfig: false,
      configFileMode: 0o600,
      watch: false,
      accessPropertiesByDotNotation: false,
    });
    // The library's own writer ignores short writes, leaves temporary files and never syncs the folder.
    Object.defineProperty(store, '_write', {
      value: (value: unknown) => {
        written = files.write(path, Buffer.from(JSON.stringify(value, null, 1)));
      },
    });
    return store;
  };
  let opening: ReturnType<typeof open> | null = null;

  const save = (change: Partial<Settings>): Promise<void> =>
    inTurn(async () => {
      const next = settingsSchema.parse({ ...settings, ...change });
      try {
        if (found.status === 'stuck') throw new AppError('app/file-not-written');
        const store = await (opening ??= open());
        store.store = { ...next };
        await written;
      } catch {
        journal({ type: 'settings/write-failed' });
        throw new AppError('app/file-not-written');
      }
      settings = next;
    });

  let isLabOnForNow = false;
  const current = (): Preferences => ({
    theme: settings.theme,
    language: settings.language,
    lab: settings.lab || isLabOnForNow,
  });
  const tell = (): void => {
    for (const listener of listeners) listener(current());
  };
  return {
    current,
    windowBounds: () => settings.windowBounds,
    wasReset: () => found.status !== 'good',
    async update(change) {
      await save(change);
      if (change.lab !== undefined) isLabOnForNow = false;
      tell();
    },
    switchLabOnForNow() {
      isLabOnForNow = true;
      tell();
    },
    setWindowBounds: (windowBounds) => save({ windowBounds }),
    kits: () => settings.kits,
    setKits: (kits) => save({ kits: [...kits] }),
    onChanged(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
};
