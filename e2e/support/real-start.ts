import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { chromium, type Browser, type Page } from '@playwright/test';
import type { Desktop } from '../../scripts/desktop/desktop';
import { isRunning, topOfSession } from '../../scripts/process-tree';
import { tied, until } from '../../scripts/processes';
import { readSetup } from './environment';
import type { TestHome } from './test-home';

/** An app that was started as a person does, and so may start itself again. */
export interface RealStart {
  /** Its windows as they are now, found by the ends of their addresses. Waits for all of them. */
  pages<Name extends string>(...ends: readonly Name[]): Promise<Readonly<Record<Name, Page>>>;
  /** Resolves once the process asked last for its pages has ended. */
  restarted(): Promise<void>;
  /** Kills what is left of it. */
  stop(): Promise<void>;
}

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });

/** Starts the app by its command line alone: Playwright's own start holds on to one process, which a new start ends. */
export const startForReal = async (
  desktop: Desktop,
  home: TestHome,
  args: readonly string[],
): Promise<RealStart> => {
  const { executable, app, sandboxed } = readSetup();
  const port = await freePort();
  const flags = [
    '--password-store=gnome-libsecret',
    `--remote-debugging-port=${port}`,
    ...(sandboxed ? [] : ['--no-sandbox']),
  ];
  const [file, argv] = tied(desktop.user, executable, [app, ...flags, ...args]);
  const { pid } = spawn(file, argv, {
    cwd: app,
    stdio: 'ignore',
    detached: true,
    env: { PATH: process.env['PATH'], ...desktop.env, ...home.env },
  });
  // Session 0 would be the system's own processes.
  if (pid === undefined) throw new Error(`${file} could not be started`);
  let browser: Browser | null = null;
  const connect = async (): Promise<Page[]> => {
    browser ??= await chromium.connectOverCDP(`http://127.0.0.1:${port}`);
    return browser.contexts().flatMap((context) => context.pages());
  };
  const forget = async (): Promise<void> => {
    await browser?.close();
    browser = null;
  };

  return {
    async pages(...ends) {
      const found: [string, Page][] = [];
      await until(
        'windows of the app',
        async () => {
          const all = await connect().catch(() => []);
          found.length = 0;
          for (const end of ends) {
            const page = all.find((each) => each.url().endsWith(end));
            if (page) found.push([end, page]);
          }
          return found.length === ends.length;
        },
        20_000,
      );
      return Object.fromEntries(found) as Record<(typeof ends)[number], Page>;
    },
    async restarted() {
      await until('end of the first process', () => browser?.isConnected() !== true, 20_000);
      await forget();
    },
    async stop() {
      await forget();
      for (const left of topOfSession(pid)) process.kill(left, 'SIGKILL');
      await until(
        'end of the app',
        () => topOfSession(pid).every((each) => !isRunning(each)),
        15_000,
      );
    },
  };
};
