import { cp, writeFile } from 'node:fs/promises';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import { ensureBuilt } from '../build';
import { ensureCodeCache } from '../code-cache';
import { startDesktop, type Desktop } from '../desktop/desktop';
import { run, testUser } from '../processes';
import { isRoot, projectRoot } from '../project';
import { say } from '../report';
import { canSandbox } from '../sandbox';
import { prepareEndToEnd } from '../test/e2e';
import { stageApp } from '../test/stage';
import { bundleBench } from './bundle';

/** What benches run in: the built app and the empty one to compare with, staged for the unprivileged user. */
export interface Setting {
  readonly executable: string;
  /** Of Electron. */
  readonly version: string;
  readonly desktop: Desktop;
  readonly switches: readonly string[];
  /** The shipped bundle, entered through the bench's own entry. */
  readonly app: string;
  /** One blank page and nothing else. */
  readonly emptyApp: string;
  /** Folder of the bundled bench programs. */
  readonly programs: string;
  readonly stop: () => Promise<void>;
}

/** The system's load over the last minute: a figure taken on a busy machine says so. */
export const loadAverage = (): number => Number((loadavg()[0] ?? 0).toFixed(2));

const writeManifest = (folder: string, name: string, main: string): Promise<void> =>
  writeFile(
    join(folder, 'package.json'),
    JSON.stringify({ name, version: '0.0.0', type: 'module', main }),
  );

/** Builds, stages, and starts a desktop with a keyring. */
export const openSetting = async (): Promise<Setting> => {
  const { executable, version } = await prepareEndToEnd();
  if ((await ensureBuilt()) !== 0) throw new Error('The build failed');
  await ensureCodeCache(executable);
  const user = isRoot ? testUser : undefined;
  const sandboxed = canSandbox(user);
  if (!sandboxed)
    say('!!! This kernel refuses user namespaces: both apps run WITHOUT the sandbox.');
  const app = await stageApp();
  const programs = join(app, 'bench');
  const emptyApp = join(app, 'empty');
  await bundleBench(programs);
  await cp(join(projectRoot, 'scripts', 'bench', 'empty-app'), emptyApp, { recursive: true });
  await writeManifest(app, 'mimi-companion', 'bench/app.cjs');
  await writeManifest(emptyApp, 'empty-app', '../bench/empty.cjs');
  await run('chmod', ['-R', 'a+rX', app]);
  const desktop = await startDesktop({
    user,
    display: '1600x1000',
    keyring: { password: 'bench keyring password' },
  });
  return {
    executable,
    version,
    desktop,
    switches: ['--password-store=gnome-libsecret', ...(sandboxed ? [] : ['--no-sandbox'])],
    app,
    emptyApp,
    programs,
    stop: desktop.stop,
  };
};
