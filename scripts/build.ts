import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { run } from './processes';
import { projectRoot } from './project';

/** Says what the build in out/ was made from. */
export const buildStamp = join(projectRoot, 'out', '.built-from');

const otherInputs = [
  'package.json',
  'package-lock.json',
  'electron.vite.config.ts',
  'scripts/vite/compile-messages.ts',
];

/** Path of electron-vite's command, to be run by node. */
export const electronVite = join(
  projectRoot,
  'node_modules',
  'electron-vite',
  'bin',
  'electron-vite.js',
);

/** Builds the app into out/ unless that was already built from exactly these sources. */
export async function ensureBuilt(): Promise<number> {
  const sources = await digestOfSources();
  const built = existsSync(buildStamp) ? await readFile(buildStamp, 'utf8') : '';
  if (built === sources) return 0;
  const code = await run(process.execPath, [electronVite, 'build', '--logLevel', 'warn'], {
    cwd: projectRoot,
  });
  if (code === 0) await writeFile(buildStamp, sources);
  return code;
}

async function digestOfSources(): Promise<string> {
  const entries = await readdir(join(projectRoot, 'src'), { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile() && !/\.spec\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
  const inputs = otherInputs
    .map((name) => join(projectRoot, name))
    .filter((path) => existsSync(path));
  const hash = createHash('sha256');
  for (const path of [...files, ...inputs].sort()) hash.update(path).update(await readFile(path));
  return hash.digest('hex');
}
