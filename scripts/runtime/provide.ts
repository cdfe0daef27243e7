import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { say } from '../report';
import { cacheFolder } from './cache';
import { chooseRuntime } from './choice';
import { provideFallback } from './fallback';
import { installedExecutable, pinnedVersion, runOwnInstaller } from './own-installer';
import { sharedExecutable, versionOf } from './shared';

/** The Electron that the scripts start. */
export interface Runtime {
  /** A path that any user of this machine can start when root provided it. */
  readonly executable: string;
  readonly version: string;
}

const executableNames: Partial<Record<NodeJS.Platform, string>> = {
  darwin: 'Electron.app/Contents/MacOS/Electron',
  win32: 'electron.exe',
};

/** Finds or provisions Electron, and says in one line on stderr which version runs and why. */
export async function provideRuntime(): Promise<Runtime> {
  const cache = await cacheFolder();
  const choice = await chooseRuntime({
    env: process.env,
    executableName: executableNames[process.platform] ?? 'electron',
    join,
    exists: existsSync,
    installed: installedExecutable,
    runInstaller: () => runOwnInstaller(cache),
    fallback: (why) => provideFallback(cache, why),
  });
  const executable = await sharedExecutable(choice.executable, cache);
  const version = versionOf(executable);
  const pinned = choice.source === 'fallback' ? ` instead of ${pinnedVersion()}` : '';
  say(`Electron ${version}${pinned} (${choice.why})`);
  return { executable, version };
}
