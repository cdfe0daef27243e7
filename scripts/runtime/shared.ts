import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { cp, mkdtemp, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { run, succeeds, testUser } from '../processes';
import { isRoot } from '../project';
import { withLock } from './cache';

/**
 * An executable that any user can start: the given one, or (as root, when it lies behind a closed
 * folder) a copy of its whole folder in the cache.
 */
export async function sharedExecutable(executable: string, cache: string): Promise<string> {
  if (!isRoot || isReachable(executable)) return executable;
  const { mtimeMs, size } = statSync(executable);
  const key = createHash('sha256').update(`${executable} ${mtimeMs} ${size}`).digest('hex');
  const name = `electron-copy-${key.slice(0, 16)}`;
  const copy = join(cache, name, basename(executable));
  if (existsSync(copy)) return copy;
  return withLock(cache, name, async () => {
    if (existsSync(copy)) return copy;
    const work = await mkdtemp(join(cache, 'copy-'));
    const folder = join(work, 'dist');
    await cp(dirname(executable), folder, { recursive: true, verbatimSymlinks: true });
    await run('chmod', ['-R', 'a+rX', folder]);
    await rename(folder, join(cache, name));
    await rm(work, { recursive: true });
    return copy;
  });
}

/** The Electron version an executable's folder claims, or `unknown`. */
export function versionOf(executable: string): string {
  const file = join(dirname(executable), 'version');
  return existsSync(file) ? readFileSync(file, 'utf8').trim().replace(/^v/, '') : 'unknown';
}

function isReachable(executable: string): boolean {
  const { uid, gid } = testUser;
  const drop = [`--reuid=${uid}`, `--regid=${gid}`, '--clear-groups', '--'];
  return (
    succeeds('setpriv', [...drop, 'test', '-x', executable]) &&
    succeeds('setpriv', [...drop, 'test', '-r', join(dirname(executable), 'resources')])
  );
}
