import type { labContract } from '../../../contract/ipc/lab-contract';
import type { HandlersOf } from '../../../contract/ipc/define';
import type { Lab, LabDeps } from '../create-lab';

/** Answers the `lab` calls. */
export const createLabHandlers = (
  lab: Lab,
  deps: LabDeps,
): HandlersOf<typeof labContract>['lab'] => ({
  snapshot: () => lab.snapshot(),
  async useSandbox(service) {
    const { chooseService } = await import('../service/choose-service');
    await chooseService(deps, service);
  },
  async useEmbedded() {
    const { chooseService } = await import('../service/choose-service');
    await chooseService(deps, null);
  },
});
