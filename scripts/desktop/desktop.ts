import { chownSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { stopChild, type User } from '../processes';
import { temporaryFolder } from '../project';
import { startAudio } from './audio';
import { startDisplay } from './display';
import { startKeyring } from './keyring';
import type { Part } from './part';
import { startSessionBus } from './session-bus';

/** What a headless desktop is made of. A session bus and a private runtime folder are always there. */
export interface DesktopOptions {
  /** Who runs it, and everything in it. Only root may name another than itself. */
  readonly user?: User;
  /** Starts a display of this size in pixels, such as `1440x900`. */
  readonly display?: string;
  /** Starts a keyring that opens with `password` and keeps its file in `<dataHome>/keyrings`. */
  readonly keyring?: { readonly password: string; readonly dataHome?: string };
  /** Starts a sound server with the sink `hp`. */
  readonly audio?: boolean;
}

/** A running headless desktop. */
export interface Desktop {
  /** How programs find it: add HOME and PATH. */
  readonly env: Readonly<Record<string, string>>;
  /** Its private runtime folder (0700), removed by `stop`. */
  readonly folder: string;
  readonly user: User;
  /** Ends everything in it. Not calling it leaves no process behind either: the kernel sees to it. */
  readonly stop: () => Promise<void>;
}

/** Makes a folder of mode 0700 for `user` in a place that this user can reach. */
export function privateFolder(name: string, user: User): string {
  const folder = temporaryFolder(name);
  if (user) chownSync(folder, user.uid, user.gid);
  return folder;
}

/** Starts a headless desktop. When one part fails, what was started is stopped again. */
export async function startDesktop(options: DesktopOptions = {}): Promise<Desktop> {
  const { user } = options;
  const folder = privateFolder('desktop', user);
  const parts: Part[] = [];
  const env: Record<string, string> = { XDG_RUNTIME_DIR: folder, LANG: 'C.UTF-8' };
  const add = (part: Part): void => {
    parts.push(part);
    Object.assign(env, part.env);
  };
  const stop = async (): Promise<void> => {
    for (const part of [...parts].reverse()) await stopChild(part.child);
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    const display = options.display;
    const [screen, bus] = await Promise.all([
      display ? startDisplay(folder, user, display) : undefined,
      startSessionBus(folder, user),
    ]);
    if (screen) add(screen);
    add(bus);
    if (options.keyring) {
      const { password, dataHome = ownFolder(join(folder, 'data'), user) } = options.keyring;
      add(await startKeyring(user, { ...env, HOME: folder, XDG_DATA_HOME: dataHome }, password));
    }
    if (options.audio) add(await startAudio(folder, user, { ...env, HOME: folder }));
    return { env, folder, user, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Makes a folder that belongs to `user` (0700). */
export function ownFolder(path: string, user: User): string {
  mkdirSync(path, { recursive: true, mode: 0o700 });
  if (user) chownSync(path, user.uid, user.gid);
  return path;
}
