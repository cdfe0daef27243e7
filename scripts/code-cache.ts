import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { buildStamp } from './build';
import { bundlePrograms } from './bundle';
import { run } from './processes';
import { projectRoot, temporaryFolder } from './project';
import { say } from './report';

const folder = join(projectRoot, 'out', 'main', 'chunks');
const stamp = join(projectRoot, 'out', '.cached-for');

/** Milliseconds; it takes half a second. */
const TIMEOUT_MS = 60_000;

/**
 * Has Electron compile the built app's main files, once for every build and engine, so that no start needs to: see
 * src/main/app/run-from-cache.ts. Without a cache the app starts later, so a failure is said and passed over.
 */
export const ensureCodeCache = async (executable: string): Promise<void> => {
  const wanted = `${await readFile(buildStamp, 'utf8')} ${executable}`;
  if (existsSync(stamp) && (await readFile(stamp, 'utf8')) === wanted) return;
  const program = temporaryFolder('code-cache');
  await bundlePrograms({
    files: ['scripts/code-cache/compile.ts'],
    format: 'cjs',
    outDir: program,
  });
  const manifest = { name: 'code-cache', version: '0.0.0', main: 'compile.cjs' };
  await writeFile(join(program, 'package.json'), JSON.stringify(manifest));
  // It loads no page: nothing runs that a sandbox would hold, and root has none.
  const code = await run(executable, [program, '--no-sandbox', `--user-data-dir=${program}`], {
    env: { ...process.env, CODE_CACHE_FOLDER: folder },
    stdio: 'ignore',
    timeout: TIMEOUT_MS,
  });
  if (code === 0) await writeFile(stamp, wanted);
  else say(`The app's code could not be compiled ahead (exit code ${code}): it starts later.`);
};
