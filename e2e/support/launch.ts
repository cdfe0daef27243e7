import { chmodSync, writeFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { _electron, type ElectronApplication, type Page } from '@playwright/test';
import type { Desktop } from '../../scripts/desktop/desktop';
import { isRunning, processTree } from '../../scripts/process-tree';
import { tied, until } from '../../scripts/processes';
import { readSetup } from './environment';
import { createTestHome, readTree, type TestHome } from './test-home';
import type { TestKeyring } from './test-keyring';

/** How the app is started. What is left out is fresh (home) or the worker's (desktop). */
export interface LaunchOptions {
  readonly home?: TestHome;
  readonly keyring?: TestKeyring;
  readonly env?: Readonly<Record<string, string>>;
  readonly args?: readonly string[];
  /** Switches only this app to other code, such as a probe. Default: the staged app. */
  readonly app?: string;
}

/** The running app. */
export interface Companion {
  readonly app: ElectronApplication;
  /** Its first window. */
  readonly page: Page;
  readonly home: TestHome;
  readonly userData: string;
  /** Process ids of the main process (first) and all its children. */
  readonly pids: () => number[];
  /** Ends it as a power cut would, and resolves when the last of its processes is gone. */
  readonly kill9: () => Promise<void>;
  /** Asks it to quit, and resolves when the last of its processes is gone. */
  readonly close: () => Promise<void>;
  /** Every file in its data folder, keyed by path. */
  readonly readUserData: () => Promise<Map<string, Buffer>>;
}

/** Starts the app on a desktop as the unprivileged user, sandboxed wherever the kernel allows it. */
export async function launchCompanion(
  desktop: Desktop,
  options: LaunchOptions = {},
): Promise<Companion> {
  const setup = readSetup();
  const home = options.home ?? createTestHome(desktop.user);
  const folder = options.app ?? setup.app;
  const app = await _electron.launch({
    executablePath: desktop.user ? startAs(desktop, setup.executable) : setup.executable,
    args: [folder, '--password-store=gnome-libsecret', ...(options.args ?? [])],
    cwd: folder,
    chromiumSandbox: setup.sandboxed,
    // The theme is the app's own; Playwright would emulate a light one.
    colorScheme: null,
    env: {
      PATH: process.env['PATH'] ?? '',
      ...desktop.env,
      ...home.env,
      ...options.keyring?.env,
      ...options.env,
    },
  });
  const pid = app.process().pid;
  if (pid === undefined) throw new Error('The app has no process');
  const page = await app.firstWindow();
  const userData = await wakeMain(app);
  if (!userData.startsWith(home.env.XDG_CONFIG_HOME + sep)) {
    await app.close();
    throw new Error(`The data folder ${userData} is not the test's own`);
  }
  const end = async (how: () => unknown): Promise<void> => {
    const pids = processTree(pid);
    await how();
    await until('end of the app', () => !pids.some(isRunning), 15_000);
  };
  return {
    app,
    page,
    home,
    userData,
    pids: () => processTree(pid),
    kill9: () => end(() => isRunning(pid) && process.kill(pid, 'SIGKILL')),
    close: () => end(() => app.close()),
    readUserData: () => readTree(userData),
  };
}

/** Milliseconds for a first answer of main, and between two beats of what keeps it awake. */
const ANSWER_MS = 3_000;
const BEAT_MS = 20;

/**
 * Wakes main from now on and returns its data folder. An idle main process can leave an answer to the inspector lying
 * until something else wakes it, and a busy one can lose it to its garbage collector. That concerns tests alone, so
 * they wake it; until they do, an unanswered question is asked again.
 */
async function wakeMain(app: ElectronApplication): Promise<string> {
  for (let tries = 0; tries < 5; tries += 1) {
    const answer = await Promise.race([
      app
        .evaluate((electron, ms) => {
          setInterval(() => undefined, ms);
          return electron.app.getPath('userData');
        }, BEAT_MS)
        .catch(() => null),
      new Promise<null>((resolve) => setTimeout(resolve, ANSWER_MS, null)),
    ]);
    if (answer !== null) return answer;
  }
  throw new Error('Main does not answer the inspector');
}

/** Writes the program that drops root and becomes Electron, keeping its process id. */
function startAs(desktop: Desktop, executable: string): string {
  const path = join(desktop.folder, 'start-electron');
  const [file, args] = tied(desktop.user, executable, []);
  writeFileSync(
    path,
    `#!/bin/sh\nexec ${file} ${args.map((each) => `'${each}'`).join(' ')} "$@"\n`,
  );
  chmodSync(path, 0o755);
  return path;
}
