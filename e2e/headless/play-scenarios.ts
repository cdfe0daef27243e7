import { rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { temporaryFolder } from '../../scripts/project';
import type { ScenarioName, ScenarioResult } from '../../src/contract/ipc/lab/scenarios';
import { runScenarios } from '../../src/main/lab/scenarios/run-scenarios';
import { spawnWithNode } from '../../src/main/lab/scenarios/spawn-node';
import { bundleChild, type Edit } from './bundle';

interface PlayOptions {
  /** Rules broken on purpose. */
  readonly edits?: readonly Edit[];
  readonly changed?: (result: ScenarioResult) => void;
  readonly signal?: AbortSignal;
}

/** Everything the scenarios of this process lie in; it goes with the process. */
const scratch = temporaryFolder('scenarios', tmpdir());
let runs = 0;

/** Plays the scenarios named without a window: the same composition, in processes of Node's. */
export const playScenarios = async (
  names: readonly ScenarioName[],
  {
    edits = [],
    changed = () => undefined,
    signal = new AbortController().signal,
  }: PlayOptions = {},
): Promise<ScenarioResult[]> => {
  const folder = join(scratch, String((runs += 1)));
  try {
    const source = 'src/main/lab/scenarios/child.ts';
    const child = await bundleChild(join(folder, 'child'), edits, source);
    return await runScenarios(names, {
      folder: join(folder, 'run'),
      spawn: spawnWithNode(child),
      monotonic: () => performance.now(),
      changed,
      signal,
    });
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
};
