import { readdir, readFile, rm } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { ownFolder, privateFolder } from '../../scripts/desktop/desktop';
import type { User } from '../../scripts/processes';

/** The folders of one imagined person, who may start the app more than once. */
export interface TestHome {
  readonly folder: string;
  readonly env: Readonly<Record<'HOME' | 'XDG_CONFIG_HOME' | 'XDG_RUNTIME_DIR', string>>;
  readonly remove: () => Promise<void>;
}

/** Makes fresh folders that the user owns. */
export function createTestHome(user: User): TestHome {
  const folder = privateFolder('e2e', user);
  const own = (name: string): string => ownFolder(join(folder, name), user);
  return {
    folder,
    env: {
      HOME: own('home'),
      XDG_CONFIG_HOME: own('config'),
      XDG_RUNTIME_DIR: own('run'),
    },
    remove: () => rm(folder, { recursive: true, force: true, maxRetries: 5 }),
  };
}

/** Reads every regular file below a folder, keyed by its path in there. Files that vanish are left out. */
export async function readTree(folder: string): Promise<Map<string, Buffer>> {
  const files = new Map<string, Buffer>();
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    const bytes = await readFile(path).catch(() => undefined);
    if (bytes) files.set(relative(folder, path), bytes);
  }
  return files;
}
