import { chmod, mkdir, open, readFile, rm } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { isRoot } from '../project';
import { until } from '../processes';

/** The cache folder: for root one that every user can read, else the person's own. Creates it. */
export async function cacheFolder(): Promise<string> {
  const folder = isRoot
    ? '/var/cache/mimi-companion'
    : join(process.env['XDG_CACHE_HOME'] || join(homedir(), '.cache'), 'mimi-companion');
  await mkdir(folder, { recursive: true });
  // Whatever the umask: the tests' unprivileged user starts what root keeps here.
  if (isRoot) await chmod(folder, 0o755);
  return folder;
}

/**
 * Runs `work` while holding `<cache>/<name>.lock`, waiting up to 10 minutes for another process.
 * The lock of a process that died is taken over. Two that take over at once both work; that costs
 * time but harms nothing, since results are put in place by one rename.
 */
export async function withLock<T>(cache: string, name: string, work: () => Promise<T>): Promise<T> {
  const path = join(cache, `${name}.lock`);
  await until(`lock ${path}`, () => takeLock(path), 600_000);
  try {
    return await work();
  } finally {
    await rm(path, { force: true });
  }
}

async function takeLock(path: string): Promise<boolean> {
  try {
    const file = await open(path, 'wx');
    await file.writeFile(String(process.pid));
    await file.close();
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  const owner = Number(await readFile(path, 'utf8').catch(() => ''));
  if (owner > 0 && !isAlive(owner)) await rm(path, { force: true });
  return false;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
