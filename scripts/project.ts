import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The checkout's root folder. */
export const projectRoot = dirname(dirname(fileURLToPath(import.meta.url)));

/** True when started by root: then the sandbox needs another user, and folders must be shared. */
export const isRoot = process.getuid?.() === 0;

/** Where folders go that another user than root may have to reach: root's own TMPDIR may be closed to others. */
const sharedPlace = isRoot ? '/tmp' : tmpdir();

const toRemove: string[] = [];

const removeAll = (): void => {
  for (const folder of toRemove) rmSync(folder, { recursive: true, force: true });
};

/**
 * Makes a fresh folder (0700), by default in a place that other users can reach when root changes its mode or
 * owner. It is removed when this process ends by itself.
 */
export function temporaryFolder(name: string, place = sharedPlace): string {
  const folder = mkdtempSync(join(place, `mimi-${name}-`));
  // One listener for all: a run of the tests makes many.
  if (toRemove.length === 0) process.once('exit', removeAll);
  toRemove.push(folder);
  return folder;
}
