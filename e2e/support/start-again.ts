import { spawn } from 'node:child_process';
import type { Desktop } from '../../scripts/desktop/desktop';
import { exitOf, tied } from '../../scripts/processes';
import { readSetup } from './environment';
import type { Companion } from './launch';

/** Starts the app a second time in the same home, beside the first; resolves with its exit code. */
export async function startAgain(
  desktop: Desktop,
  { home }: Pick<Companion, 'home'>,
  args: readonly string[] = [],
): Promise<number> {
  const { executable, app, sandboxed } = readSetup();
  const flags = ['--password-store=gnome-libsecret', ...(sandboxed ? [] : ['--no-sandbox'])];
  const [file, argv] = tied(desktop.user, executable, [app, ...flags, ...args]);
  const child = spawn(file, argv, {
    cwd: app,
    stdio: 'ignore',
    env: { PATH: process.env['PATH'], ...desktop.env, ...home.env },
  });
  return exitOf(child);
}
