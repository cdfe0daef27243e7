import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { exitOf } from '../processes';
import { projectRoot } from '../project';
import { say } from '../report';

const folder = join(projectRoot, 'node_modules', 'electron');
const timeoutMs = 20_000;
const rememberedMs = 24 * 3_600_000;

/** The version of the electron package in node_modules. Throws when there is none. */
export function pinnedVersion(): string {
  const manifest: unknown = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  return z.object({ version: z.string() }).parse(manifest).version;
}

/** The executable of the electron package, or undefined when its dist is absent or unfinished. */
export function installedExecutable(): string | undefined {
  const marker = join(folder, 'path.txt');
  if (!existsSync(marker)) return undefined;
  const executable = join(folder, 'dist', readFileSync(marker, 'utf8'));
  return existsSync(executable) ? executable : undefined;
}

/**
 * Runs the electron package's own installer, for at most 20 s. Returns why it failed, or undefined.
 * A failure is remembered in the cache for a day, so that the next start does not wait again.
 */
export async function runOwnInstaller(cache: string): Promise<string | undefined> {
  const stamp = join(cache, `electron-${pinnedVersion()}-not-downloaded`);
  const since = Number(await readFile(stamp, 'utf8').catch(() => '0'));
  const age = Date.now() - since;
  if (age >= 0 && age < rememberedMs) {
    return `its download failed ${Math.round(age / 60_000)} min ago (remove ${stamp} to try again)`;
  }
  say(`Electron ${pinnedVersion()}: downloading (at most ${timeoutMs / 1000} s) ...`);
  const child = spawn(process.execPath, [join(folder, 'install.js')], {
    stdio: 'ignore',
    timeout: timeoutMs,
    killSignal: 'SIGKILL',
  });
  const code = await exitOf(child);
  if (code === 0) {
    await rm(stamp, { force: true });
    return undefined;
  }
  await writeFile(stamp, String(Date.now()));
  return child.killed
    ? `no download within ${timeoutMs / 1000} s`
    : 'its download host is unreachable';
}
