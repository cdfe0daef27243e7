import { AppError } from '../../../contract/errors';
import type { labContract } from '../../../contract/ipc/lab-contract';
import type { HandlersOf } from '../../../contract/ipc/define';
import type { Lab, LabDeps } from '../create-lab';

/** Starting again loses what is in memory alone: while an id is, the service stays. Errors: secrets/no-keyring. */
const requireDurableIds = async ({ secrets }: LabDeps['companion']): Promise<void> => {
  // A keyring may have appeared since.
  const read = await secrets.read();
  if (read.status !== 'present' || secrets.storage().protection !== 'memory') return;
  const { current, kept, pending, lab } = read.records;
  const isEmpty = current === null && pending === null && kept.length === 0;
  if (!isEmpty || (lab?.ids.length ?? 0) > 0) throw new AppError('secrets/no-keyring');
};

/** Answers the `lab` calls. */
export const createLabHandlers = (
  lab: Lab,
  deps: LabDeps,
): HandlersOf<typeof labContract>['lab'] => ({
  showListener: () => deps.showListener(),
  snapshot: () => lab.snapshot(),
  async useSandbox(service) {
    await requireDurableIds(deps.companion);
    const { chooseService } = await import('../service/choose-service');
    await chooseService(deps, service);
  },
  async useEmbedded() {
    await requireDurableIds(deps.companion);
    const { chooseService } = await import('../service/choose-service');
    await chooseService(deps, null);
  },
});
