import { existsSync } from 'node:fs';
import { chmod, cp, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { run } from '../processes';
import { projectRoot, temporaryFolder } from '../project';

const lockSchema = z.object({
  packages: z.record(
    z.string(),
    z.object({ dev: z.boolean().optional(), devOptional: z.boolean().optional() }),
  ),
});

/**
 * The outermost folders in node_modules that the built app may load, from a lock file of version 3:
 * what is not for development only. Optional packages of other platforms are in it too.
 */
export function productionFolders(lock: string): string[] {
  const { packages } = lockSchema.parse(JSON.parse(lock));
  return Object.entries(packages)
    .filter(([path, each]) => path !== '' && !each.dev && !each.devOptional)
    .map(([path]) => path)
    .filter((path) => path.lastIndexOf('node_modules/') === 0)
    .sort();
}

/**
 * Copies the built app into a fresh folder that every user can read, whatever the checkout's own
 * mode is, and returns that folder. It is removed when this process ends.
 */
export async function stageApp(): Promise<string> {
  const stage = temporaryFolder('stage');
  await chmod(stage, 0o755);
  const lock = await readFile(join(projectRoot, 'package-lock.json'), 'utf8');
  const folders = productionFolders(lock).filter((path) => existsSync(join(projectRoot, path)));
  for (const path of ['package.json', 'out', 'resources', ...folders]) {
    await cp(join(projectRoot, path), join(stage, path), { recursive: true, dereference: true });
  }
  if (process.platform !== 'win32') await run('chmod', ['-R', 'a+rX', stage]);
  return stage;
}
