import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Preferences } from '../../../contract/ipc/preferences';
import { createClipboardKey, type ClipboardKey } from '../../app/clipboard-key';
import { createCompanion, type Companion } from '../../app/create-companion';
import type { Desktop } from '../../app/desktop';
import { createEmbeddedService } from '../../app/embedded-service';
import { systemClock } from '../../app/system-clock';
import { createJournal } from '../../journal/journal';
import type { ServiceFetch } from '../../mimi-core/ports';
import { nodeFileSystem } from '../../files/file-system';
import type { KitNote } from '../../settings/preferences-schema';
import type { KitPage } from '../../recovery/kit-page';
import { quickKey } from '../../recovery/spec-support/quick-key';
import { createSecretStore } from '../../secrets/secret-store';
import { createFakeKeyring, type FakeKeyring } from '../../secrets/spec-support/store-bench';
import { createRecoveryHandlers } from '../recovery-handlers';
import { createSessionHandlers } from '../session-handlers';
import { createStoredTestsHandlers } from '../stored-tests-handlers';

/** The app's core on a real disk with the embedded service; keyring, clipboard and file dialog are the test's. */
export interface HandlersBench {
  readonly folder: string;
  readonly keyring: FakeKeyring;
  readonly clipboard: { text: string };
  /** What the file dialog answers. */
  saveAs: string | null;
  /** What the dialog for opening a file answers. */
  openFile: string | null;
  /** What the window that reads pictures answers. */
  findCodes: (signal: AbortSignal) => unknown;
  /** The recovery page printed last. */
  printed: KitPage | null;
  /** The service cannot be reached. */
  offline: boolean;
  /** What lies between the app and its service. */
  wrap: (fetch: ServiceFetch) => ServiceFetch;
  /** It can be reached for this many requests more; null: for all. */
  failAfter: number | null;
  /** The file name it last suggested. */
  suggested: string | null;
  /** How the person answers a question. */
  confirms: boolean;
  /** Starts the app on the folder, as at a new start. */
  run(): Promise<{
    readonly companion: Companion;
    readonly desktop: Desktop;
    readonly clipboardKey: ClipboardKey;
    readonly handlers: ReturnType<typeof createSessionHandlers>;
    readonly kits: ReturnType<typeof createRecoveryHandlers>;
    readonly tests: ReturnType<typeof createStoredTestsHandlers>;
    /** Ends it as quitting does. */
    readonly quit: () => Promise<void>;
  }>;
}

/** A fresh folder, removed with everything running on it after the test. */
export const setUpHandlers = (): HandlersBench => {
  const folder = mkdtempSync(join(tmpdir(), 'handlers-'));
  const clipboard = { text: '' };
  const keyring = createFakeKeyring();
  let kits: readonly KitNote[] = [];
  const running: (() => Promise<void>)[] = [];
  onTestFinished(async () => {
    for (const quit of running) await quit();
    rmSync(folder, { recursive: true });
  });

  const bench: HandlersBench = {
    folder,
    keyring,
    clipboard,
    saveAs: null,
    openFile: null,
    findCodes: () => ({ type: 'read', texts: [] }),
    printed: null,
    wrap: (fetch) => fetch,
    offline: false,
    failAfter: null,
    suggested: null,
    confirms: true,
    async run() {
      const journal = createJournal({ clock: systemClock });
      const common = { folder, fs: nodeFileSystem, clock: systemClock, randomBytes };
      const preferences: Preferences = { theme: 'system', language: 'en', lab: false };
      const companion = createCompanion(folder, {
        config: { product: { id: 'mimi-companion', name: 'Mimi Companion' } },
        secrets: createSecretStore({
          ...common,
          appName: 'Test',
          cipher: keyring,
          journal: journal.append,
        }),
        preferences: {
          current: () => preferences,
          windowBounds: () => null,
          wasReset: () => false,
          switchLabOnForNow: () => undefined,
          update: async () => undefined,
          setWindowBounds: async () => undefined,
          kits: () => kits,
          setKits: async (next) => void (kits = next),
          onChanged: () => () => undefined,
        },
        journal,
        clock: systemClock,
        randomUUID,
        random: Math.random,
        embeddedService: (deps) => {
          const service = createEmbeddedService(deps);
          return {
            ...service,
            fetch: bench.wrap((request) => {
              const isLast = bench.failAfter !== null && (bench.failAfter -= 1) < 0;
              return bench.offline || isLast
                ? Promise.reject(new TypeError('offline'))
                : service.fetch(request);
            }),
          };
        },
        networkFetch: () => Promise.reject(new Error('no network')),
        systemLanguage: () => 'en',
        versions: { app: '0.0.0', electron: '0.0.0', chromium: '0' },
      });
      const desktop = {
        readClipboard: async () => clipboard.text,
        writeClipboard: async (text: string) => void (clipboard.text = text),
        chooseSaveFile: async (_title: string, fileName: string) => {
          bench.suggested = fileName;
          return bench.saveAs;
        },
        chooseOpenFile: async () => bench.openFile,
        confirm: async () => bench.confirms,
        printPage: async () => Buffer.from('%PDF-1.7'),
        openExternal: async () => undefined,
        relaunch: () => undefined,
      };
      const clipboardKey = createClipboardKey(desktop, systemClock);
      const quit = async (): Promise<void> => {
        await clipboardKey.clear();
        await companion.dispose();
      };
      running.push(quit);
      companion.start();
      return {
        companion,
        desktop,
        clipboardKey,
        handlers: createSessionHandlers({ companion, desktop, clipboardKey }),
        kits: createRecoveryHandlers({
          companion,
          desktop,
          printPage: async (page) => {
            bench.printed = page;
            return Buffer.from('%PDF-1.7');
          },
          findCodes: async (_picture, signal) => bench.findCodes(signal),
          deriveKey: quickKey,
        }),
        tests: createStoredTestsHandlers(companion, desktop),
        quit,
      };
    },
  };
  return bench;
};
