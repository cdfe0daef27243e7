import { execFileSync } from 'node:child_process';
import { expect, test as base } from '@playwright/test';
import { startDesktop, type Desktop } from '../../scripts/desktop/desktop';
import { appUser } from './environment';
import { createPageFaults, type PageFaults } from './faults';
import { launchCompanion, type Companion, type LaunchOptions } from './launch';
import { createTestHome, type TestHome } from './test-home';
import { startTestKeyring, type KeyringMode, type TestKeyring } from './test-keyring';

interface TestFixtures {
  /** Fails the test for any fault of a page that it did not allow. */
  readonly pageFaults: PageFaults;
  /** Fresh folders, removed after the test. */
  readonly home: TestHome;
  /** Starts the app in `home` (or another); what still runs after the test is killed. */
  readonly launch: (options?: LaunchOptions) => Promise<Companion>;
  /** Starts a keyring of the test's own, stopped after it. */
  readonly makeKeyring: (mode: KeyringMode) => Promise<TestKeyring>;
}

interface WorkerFixtures {
  /** The desktop's width and height in pixels. */
  readonly desktopSize: string;
  /** Display, session bus, open keyring and the sound sink `hp`, shared by a worker's tests. */
  readonly desktop: Desktop;
}

/** Playwright's `test` with the app, a desktop, and keyrings. */
export const test = base.extend<TestFixtures, WorkerFixtures>({
  desktopSize: ['1600x1000', { scope: 'worker', option: true }],
  desktop: [
    async ({ desktopSize }, use) => {
      const desktop = await startDesktop({
        user: appUser,
        display: desktopSize,
        keyring: { password: 'worker keyring password' },
        audio: true,
      });
      await use(desktop);
      await desktop.stop();
    },
    { scope: 'worker' },
  ],
  home: async ({ desktop }, use) => {
    const home = createTestHome(desktop.user);
    await use(home);
    await home.remove();
  },
  pageFaults: async ({ home }, use) => {
    const faults = createPageFaults();
    await use(faults);
    expect(faults.unexpected(), `faults of pages started in ${home.folder}`).toEqual([]);
  },
  launch: async ({ desktop, home, pageFaults }, use) => {
    const started: Companion[] = [];
    // The sink is shared: a test before this one may have turned it down.
    const env = { ...process.env, ...desktop.env };
    execFileSync('pactl', ['set-sink-volume', 'hp', '100%'], { env });
    await use(async (options = {}) => {
      const companion = await launchCompanion(desktop, { home, ...options });
      started.push(companion);
      await pageFaults.watch(companion);
      return companion;
    });
    for (const companion of started) await companion.kill9();
  },
  makeKeyring: async ({ desktop }, use) => {
    const started: TestKeyring[] = [];
    await use(async (mode) => {
      const keyring = await startTestKeyring(desktop.user, mode);
      started.push(keyring);
      return keyring;
    });
    for (const keyring of started) await keyring.stop();
  },
});

export { expect } from '@playwright/test';
