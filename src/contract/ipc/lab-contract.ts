import type { ApiOf } from './define';
import { labIds } from './lab/ids';
import { lab } from './lab/lab';
import { labNetwork } from './lab/network';
import { labScenarios } from './lab/scenarios';
import { labSession } from './lab/session';
import { labSoak } from './lab/soak';
import { labTimeline } from './lab/timeline';

/** Everything that crosses the process border between the Lab's window and main. */
export const labContract = {
  lab,
  labIds,
  labSession,
  labTimeline,
  labNetwork,
  labScenarios,
  labSoak,
};

/** `window.lab` in the Lab's window. */
export type LabApi = ApiOf<typeof labContract>;
