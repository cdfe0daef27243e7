import { rmSync } from 'node:fs';
import { makeScratchFolder } from '../scenarios/make-scratch-folder';
import { spawnUtility } from '../scenarios/spawn-utility';
import { openScratchTarget, type SoakTarget } from './targets';

/** Scratch ids in a folder that goes with them. */
export const openScratch = async (count: number, signal: AbortSignal): Promise<SoakTarget> => {
  const folder = makeScratchFolder();
  const remove = (): void => rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  try {
    const target = await openScratchTarget({ spawn: spawnUtility, folder }, count, signal);
    const close = async (): Promise<void> => {
      await target.close();
      remove();
    };
    return { ...target, close };
  } catch (thrown) {
    remove();
    throw thrown;
  }
};
