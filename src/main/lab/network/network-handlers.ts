import type { labContract } from '../../../contract/ipc/lab-contract';
import type { HandlersOf } from '../../../contract/ipc/define';
import type { LabNetwork } from './lab-network';

/** Answers the `labNetwork` calls. */
export const createNetworkHandlers = (
  network: LabNetwork,
): HandlersOf<typeof labContract>['labNetwork'] => ({
  view: () => network.view(),
  add: (fault) => network.add(fault),
  remove: ({ id }) => network.remove(id),
  usePreset: ({ preset }) => network.usePreset(preset),
  clear: () => network.clear(),
});
