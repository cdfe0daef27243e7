import type { HandlersOf } from '../../../contract/ipc/define';
import { labContract } from '../../../contract/ipc/lab-contract';
import type { AreaLoaders } from '../../ipc/bind-contract';
import type { Lab, LabDeps } from '../create-lab';
import { createLabHandlers } from './lab-handlers';

type Areas = typeof labContract;

const area =
  <A extends keyof Areas>(name: A, load: () => Promise<HandlersOf<Areas>[A]>) =>
  async () => ({ members: labContract[name], handlers: await load() });

/** Every area of the Lab's contract with its handlers, each loaded at its first call. */
export const createLabAreas = (lab: Lab, deps: LabDeps): AreaLoaders<Areas> => ({
  lab: area('lab', async () => createLabHandlers(lab, deps)),
  labIds: area('labIds', async () => {
    const { createLabIdsHandlers } = await import('./ids-handlers');
    return createLabIdsHandlers(lab, deps);
  }),
  labSession: area('labSession', async () => {
    const { createLabSessionHandlers } = await import('./session-handlers');
    return createLabSessionHandlers(lab, deps);
  }),
  labTimeline: area('labTimeline', async () => {
    const { createTimelineHandlers } = await import('../timeline/timeline-handlers');
    return createTimelineHandlers(lab, deps);
  }),
  labNetwork: area('labNetwork', async () => {
    const { createNetworkHandlers } = await import('../network/network-handlers');
    return createNetworkHandlers(deps.network);
  }),
  labScenarios: area('labScenarios', async () => {
    const { createScenariosHandlers } = await import('../scenarios/scenarios-handlers');
    return createScenariosHandlers(lab, deps);
  }),
  labSoak: area('labSoak', async () => {
    const { createSoakHandlers } = await import('../soak/soak-handlers');
    return createSoakHandlers(lab, deps);
  }),
});
