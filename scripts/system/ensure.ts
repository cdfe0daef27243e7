import { existsSync, readFileSync } from 'node:fs';
import { run } from '../processes';
import { isRoot } from '../project';
import { say } from '../report';
import { findMissing } from './missing';
import { needsFor, readDistribution, type Purpose } from './packages';

const install = ['install', '-y', '--no-install-recommends'];

/**
 * Makes sure that the system has what a purpose needs: silent when it does; installs it as root on
 * Debian and its children; otherwise throws with the one command to run.
 */
export async function ensureSystem(purpose: Purpose, executable: string): Promise<void> {
  if (process.platform !== 'linux') return;
  const missing = findMissing(purpose, executable);
  if (missing.length === 0) return;
  const file = '/etc/os-release';
  const distribution = readDistribution(existsSync(file) ? readFileSync(file, 'utf8') : '');
  const { packages } = needsFor(purpose, distribution.hasTime64);
  const list = missing.join(', ');
  if (!distribution.isDebian) {
    throw new Error(`Missing on this system: ${list}. On Debian: ${packages.join(' ')}`);
  }
  if (!isRoot) {
    throw new Error(
      `Missing on this system: ${list}. Please run once:\n  sudo apt-get update && ` +
        `sudo apt-get ${install.join(' ')} ${packages.join(' ')}`,
    );
  }
  say(`Missing on this system: ${list}. Installing ...`);
  await apt(['update', '-q']);
  await apt([...install, '-q', ...packages]);
  const still = findMissing(purpose, executable);
  if (still.length > 0) throw new Error(`Still missing after apt-get: ${still.join(', ')}`);
}

async function apt(args: readonly string[]): Promise<void> {
  const code = await run('apt-get', ['-o', 'DPkg::Lock::Timeout=300', ...args], {
    stdio: ['ignore', 'ignore', 2],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
  if (code !== 0) throw new Error(`apt-get ${args[0] ?? ''} failed with code ${code}`);
}
