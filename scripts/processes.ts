import { spawn, spawnSync, type ChildProcess, type SpawnOptions } from 'node:child_process';

/** A numeric user (and group of the same number), or undefined for whoever runs the script. */
export type User = { readonly uid: number; readonly gid: number } | undefined;

/** Debian's `nobody`: owns no file, so it can be used for tests without creating a user. */
export const testUser = { uid: 65534, gid: 65534 } as const;

/**
 * The command line that runs `command` as `user`, to be killed by the kernel when this process ends.
 * On Linux, where setpriv is part of util-linux; elsewhere there is no such tie and no other user.
 */
export function tied(user: User, command: string, args: readonly string[]): [string, string[]] {
  if (process.platform !== 'linux') return [command, [...args]];
  const drop = user
    ? [`--reuid=${user.uid}`, `--regid=${user.gid}`, '--clear-groups', '--no-new-privs']
    : [];
  return ['setpriv', [...drop, '--pdeathsig=KILL', '--', command, ...args]];
}

/**
 * Starts `command` as `user`; it never outlives this process. It gets a process group of its own, so
 * that Ctrl+C reaches this process only, which then ends things in the right order.
 */
export function spawnTied(
  user: User,
  command: string,
  args: readonly string[],
  options: SpawnOptions,
): ChildProcess {
  const [file, argv] = tied(user, command, args);
  return spawn(file, argv, { detached: process.platform !== 'win32', ...options });
}

/** Resolves with the exit code of a child; 1 when a signal ended it. Rejects when it cannot start. */
export function exitOf(child: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    const done = (code: number | null): void => {
      resolve(code ?? 1);
    };
    if (child.exitCode !== null || child.signalCode !== null) done(child.exitCode);
    child.once('error', reject);
    child.once('exit', done);
  });
}

/** Asks a child to end and kills it after `graceMs`. Resolves once it is gone. */
export async function stopChild(child: ChildProcess, graceMs = 3000): Promise<void> {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  const gone = exitOf(child);
  child.kill('SIGTERM');
  const timer = setTimeout(() => child.kill('SIGKILL'), graceMs);
  await gone;
  clearTimeout(timer);
}

/**
 * Runs a command to its end with its output on stderr and returns its exit code. It ends with this
 * process.
 */
export function run(command: string, args: readonly string[], options: SpawnOptions = {}) {
  return exitOf(spawnTied(undefined, command, args, { stdio: ['ignore', 2, 2], ...options }));
}

/** True when the command runs and exits with 0. Nothing is printed. */
export function succeeds(command: string, args: readonly string[]): boolean {
  return spawnSync(command, args, { stdio: 'ignore' }).status === 0;
}

/** Polls until `check` holds. `what` names it in the error after `timeoutMs`. */
export async function until(
  what: string,
  check: () => boolean | Promise<boolean>,
  timeoutMs = 10_000,
): Promise<void> {
  const deadline = Date.now() + timeoutMs;
  while (!(await check())) {
    if (Date.now() > deadline) throw new Error(`${what}: not ready after ${timeoutMs} ms`);
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}
