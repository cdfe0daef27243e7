import { AppError } from '../../../contract/errors';
import type { HandlersOf } from '../../../contract/ipc/define';
import type { labContract } from '../../../contract/ipc/lab-contract';
import { createLabMessages } from '../../../messages/lab-catalogue';
import { saveAs } from '../../app/write-export';
import type { Lab, LabDeps } from '../create-lab';
import { createLabSoak } from './lab-soak';
import { openScratch } from './open-scratch';
import { openRealTarget } from './targets';

/** Answers the `labSoak` calls. It swaps in a scratch process, or in the running app between ids of its table. */
export const createSoakHandlers = (
  lab: Lab,
  { companion, clock, desktop, publish }: LabDeps,
): HandlersOf<typeof labContract>['labSoak'] => {
  const idOf = (key: string): string => {
    const { anonymousId, service } = lab.table.find(key);
    if (service !== companion.recovery.service) throw new AppError('lab/other-service');
    return anonymousId;
  };
  const soak = createLabSoak({
    clock,
    closed: lab.closed,
    changed: (view) => publish('labSoak', 'changed', view),
    open: async (ids, signal) =>
      ids.source === 'scratch'
        ? openScratch(ids.count, signal)
        : openRealTarget({ companion, idOf, clock }, ids.entries),
  });

  return {
    view: () => soak.view(),
    // Only its beginning is waited for; a refusal to begin is told at once.
    start: (order) => Promise.race([soak.start(order), Promise.resolve()]),
    stop: () => soak.stop(),
    async saveCsv() {
      const messages = createLabMessages(companion.snapshot().language);
      return saveAs(desktop, messages('labSoak.title'), 'soak.csv', async () => soak.csv());
    },
  };
};
