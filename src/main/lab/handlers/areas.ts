import type { labContract } from '../../../contract/ipc/lab-contract';
import { lab as labCalls } from '../../../contract/ipc/lab/lab';
import type { AreaLoaders } from '../../ipc/bind-contract';
import type { Lab, LabDeps } from '../create-lab';
import { makeScratchFolder } from '../scenarios/make-scratch-folder';
import { createLabHandlers } from './lab-handlers';

/** Every area of the Lab's contract with its handlers, each loaded at its first call. */
export const createLabAreas = (lab: Lab, deps: LabDeps): AreaLoaders<typeof labContract> => ({
  lab: async () => ({ members: labCalls, handlers: createLabHandlers(lab, deps) }),
  labIds: async () => {
    const { labIds } = await import('../../../contract/ipc/lab/ids');
    const { createLabIdsHandlers } = await import('./ids-handlers');
    return { members: labIds, handlers: createLabIdsHandlers(lab, deps) };
  },
  labSession: async () => {
    const { labSession } = await import('../../../contract/ipc/lab/session');
    const { createLabSessionHandlers } = await import('./session-handlers');
    return { members: labSession, handlers: createLabSessionHandlers(lab, deps) };
  },
  labTimeline: async () => {
    const { labTimeline } = await import('../../../contract/ipc/lab/timeline');
    const { createTimelineHandlers } = await import('../timeline/timeline-handlers');
    const { desktop, companion } = deps;
    return {
      members: labTimeline,
      handlers: createTimelineHandlers({
        timeline: lab.timeline,
        journal: companion.journal,
        desktop,
        language: () => companion.snapshot().language,
      }),
    };
  },
  labNetwork: async () => {
    const { labNetwork } = await import('../../../contract/ipc/lab/network');
    const { createNetworkHandlers } = await import('../network/network-handlers');
    return { members: labNetwork, handlers: createNetworkHandlers(deps.network) };
  },
  labScenarios: async () => {
    const { labScenarios } = await import('../../../contract/ipc/lab/scenarios');
    const { createLabScenarios } = await import('../scenarios/lab-scenarios');
    const { createScenariosHandlers } = await import('../scenarios/scenarios-handlers');
    const { spawnUtility } = await import('../scenarios/spawn-utility');
    const { clock, publish, desktop, companion, config } = deps;
    const scenarios = createLabScenarios({
      ...{ spawn: spawnUtility, makeFolder: () => makeScratchFolder(), clock, closed: lab.closed },
      changed: (view) => publish('labScenarios', 'changed', view),
    });
    const snapshot = () => companion.snapshot();
    const handlers = createScenariosHandlers({
      ...{ scenarios, desktop, snapshot, product: config.product.name },
    });
    return { members: labScenarios, handlers };
  },
  labSoak: async () => {
    const { labSoak } = await import('../../../contract/ipc/lab/soak');
    const { createSoakOf } = await import('../soak/soak-of-lab');
    const { createSoakHandlers } = await import('../soak/soak-handlers');
    const { desktop, companion } = deps;
    const language = () => companion.snapshot().language;
    const handlers = createSoakHandlers({ soak: createSoakOf(lab, deps), desktop, language });
    return { members: labSoak, handlers };
  },
});
