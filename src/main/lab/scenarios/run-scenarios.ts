import { join } from 'node:path';
import { toAppError } from '../../../contract/errors';
import type {
  Expectation,
  ScenarioName,
  ScenarioResult,
  ScenarioStep,
} from '../../../contract/ipc/lab/scenarios';
import { makeKeyring, openBench, startService, type Bench, type ServiceProcess } from './bench';
import * as keeping from './keeping';
import * as refusing from './refusing';
import { createSpares, type Spares, type Spawn } from './scratch-process';

/** What each scenario does. */
const SCENARIOS: Readonly<Record<ScenarioName, (bench: Bench) => Promise<void>>> = {
  'clean-start': keeping.cleanStart,
  'restore-at-start': keeping.restoreAtStart,
  reinstall: keeping.reinstall,
  'second-product': keeping.secondProduct,
  'kill-while-creating': keeping.killWhileCreating,
  'deleted-on-service': refusing.deletedOnService,
  'forced-logout': refusing.forcedLogout,
  'two-instances': keeping.twoInstances,
  'different-user': refusing.differentUser,
  'wrong-reply': refusing.wrongReply,
  'unreadable-storage': refusing.unreadableStorage,
  'blank-id': refusing.blankId,
  'malformed-id': refusing.malformedId,
  'unknown-id': refusing.unknownId,
};

/** What a run needs. */
export interface RunDeps {
  /** Empty, the run's own; removed by whoever made it. */
  readonly folder: string;
  readonly spawn: Spawn;
  /** Milliseconds, never set back. */
  readonly monotonic: () => number;
  /** Told of each change of each result. */
  readonly changed: (result: ScenarioResult) => void;
  readonly signal: AbortSignal;
}

/** A scenario not begun. */
export const notRun = (name: ScenarioName): ScenarioResult => ({
  ...{ name, status: 'not-run', ms: 0, steps: [], expectations: [] },
});

/** What the scenarios of one run have in common. */
interface Shared {
  readonly keyring: string;
  readonly service: ServiceProcess;
  readonly spares: Spares;
}

/** Plays one scenario to its end, whatever happens in it. */
const play = async (name: ScenarioName, deps: RunDeps, shared: Shared): Promise<ScenarioResult> => {
  const { monotonic, changed, signal } = deps;
  const begun = monotonic();
  let result: ScenarioResult = { ...notRun(name), status: 'running' };
  const note = (change: Partial<ScenarioResult>): ScenarioResult => {
    result = { ...result, ms: monotonic() - begun, ...change };
    changed(result);
    return result;
  };
  const notes = {
    step: (step: ScenarioStep) =>
      void note({ steps: [...result.steps, { step, atMs: monotonic() - begun }] }),
    expectation: (each: Omit<Expectation, 'after'>) => {
      const after = result.steps.at(-1)?.step ?? 'start';
      note({ expectations: [...result.expectations, { after, ...each }] });
    },
  };
  note({});
  const bench = await openBench({
    ...deps,
    folder: join(deps.folder, name),
    ...shared,
    notes,
  });
  const stop = (): void => void bench.close();
  signal.addEventListener('abort', stop, { once: true });
  try {
    await SCENARIOS[name](bench);
  } catch (thrown) {
    if (!signal.aborted) bench.expect('finished', 'yes', toAppError(thrown).code);
  } finally {
    signal.removeEventListener('abort', stop);
    await bench.close();
  }
  if (signal.aborted) return note({ status: 'cancelled' });
  return note({ status: result.expectations.every(({ ok }) => ok) ? 'passed' : 'failed' });
};

/** Plays the scenarios named one after the other, on one scratch service, and ends every process it started. */
export const runScenarios = async (
  names: readonly ScenarioName[],
  deps: RunDeps,
): Promise<ScenarioResult[]> => {
  const spares = createSpares(deps.spawn);
  const server = spares.take();
  const stop = (): void => void server.kill();
  deps.signal.addEventListener('abort', stop, { once: true });
  try {
    const keyring = makeKeyring(deps.folder);
    const service = await startService(server, join(deps.folder, 'service'));
    const results: ScenarioResult[] = [];
    for (const name of names) {
      results.push(
        deps.signal.aborted
          ? { ...notRun(name), status: 'cancelled' }
          : await play(name, deps, { keyring, service, spares }),
      );
    }
    return results;
  } finally {
    deps.signal.removeEventListener('abort', stop);
    await Promise.all([server.kill(), spares.close()]);
  }
};
