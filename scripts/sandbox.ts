import { succeeds, tied, type User } from './processes';
import { isRoot } from './project';

/**
 * True when Chromium's sandbox can work for `user`: not for root, and on Linux only where the kernel
 * lets this user make user namespaces.
 */
export function canSandbox(user: User): boolean {
  if (process.platform !== 'linux') return true;
  if (isRoot && user === undefined) return false;
  return succeeds(...tied(user, 'unshare', ['--user', '--map-root-user', 'true']));
}
