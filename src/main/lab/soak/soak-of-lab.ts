import { rmSync } from 'node:fs';
import { AppError } from '../../../contract/errors';
import type { Lab, LabDeps } from '../create-lab';
import { makeScratchFolder } from '../scenarios/make-scratch-folder';
import { spawnUtility } from '../scenarios/spawn-utility';
import { createLabSoak, type LabSoak } from './lab-soak';
import { openRealTarget, openScratchTarget, type SoakTarget } from './targets';

/** Scratch ids in a folder that goes with them. */
const openScratch = async (count: number, signal: AbortSignal): Promise<SoakTarget> => {
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

/** The soak of the Lab's window: in a scratch process, or in the running app with ids of its table. */
export const createSoakOf = (lab: Lab, { companion, clock, publish }: LabDeps): LabSoak => {
  const idOf = (key: string): string => {
    const { anonymousId, service } = lab.table.find(key);
    if (service !== companion.recovery.service) throw new AppError('lab/other-service');
    return anonymousId;
  };
  return createLabSoak({
    clock,
    closed: lab.closed,
    changed: (view) => publish('labSoak', 'changed', view),
    open: async (ids, signal) =>
      ids.source === 'scratch'
        ? openScratch(ids.count, signal)
        : openRealTarget({ companion, idOf, clock }, ids.entries),
  });
};
