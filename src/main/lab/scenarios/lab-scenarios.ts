import { rmSync } from 'node:fs';
import { AppError, toAppError, type ErrorCode } from '../../../contract/errors';
import {
  SCENARIO_NAMES,
  type ScenarioName,
  type ScenarioResult,
  type ScenariosView,
} from '../../../contract/ipc/lab/scenarios';
import type { Clock } from '../../mimi-core/ports';
import { createGather } from '../gather';
import { notRun, runScenarios } from './run-scenarios';
import type { Spawn } from './scratch-process';

/** Milliseconds between two tellings of how far a run is. */
const TELL_MS = 200;

export interface LabScenariosDeps {
  readonly spawn: Spawn;
  /** Makes an empty folder that nobody else uses. */
  readonly makeFolder: () => string;
  readonly clock: Clock;
  readonly changed: (view: ScenariosView) => void;
  /** Aborted when the Lab is closed. */
  readonly closed: AbortSignal;
}

/** The scenarios as the Lab's window has them. */
export interface LabScenarios {
  view(): ScenariosView;
  /** Begins; errors: lab/busy. Resolves once everything has ended. */
  run(names: readonly ScenarioName[]): Promise<void>;
  cancel(): void;
}

const isUnfinished = ({ status }: ScenarioResult): boolean =>
  status === 'waiting' || status === 'running';

/** A scenario that did not come to its end, since the service they all need is gone, or was stopped (null). */
const endOf = (result: ScenarioResult, code: ErrorCode | null): ScenarioResult => {
  if (code === null) return { ...result, status: 'cancelled' };
  const { steps, expectations } = result;
  const after = steps.at(-1)?.step ?? 'start';
  const end = { after, what: 'finished', expected: 'yes', actual: code, ok: false } as const;
  return { ...result, status: 'failed', expectations: [...expectations, end] };
};

/** Plays scenarios when asked and keeps what came of each last. */
export const createLabScenarios = (deps: LabScenariosDeps): LabScenarios => {
  const { clock, closed } = deps;
  const results = new Map(SCENARIO_NAMES.map((name) => [name, notRun(name)]));
  let revision = 0;
  let startedAt: number | null = null;
  let running: AbortController | null = null;

  const view = (): ScenariosView => ({
    ...{ revision, running: running !== null, startedAt },
    results: [...results.values()],
  });
  const tell = createGather(clock, TELL_MS, () => deps.changed(view()));
  const note = (...changes: readonly ScenarioResult[]): void => {
    for (const result of changes) results.set(result.name, result);
    revision += 1;
    tell.soon();
  };

  const cancel = (): void => running?.abort();
  closed.addEventListener('abort', () => {
    cancel();
    tell.stop();
  });

  const play = async (names: readonly ScenarioName[], signal: AbortSignal): Promise<void> => {
    const folder = deps.makeFolder();
    try {
      const { spawn } = deps;
      const run = { folder, spawn, monotonic: () => clock.monotonic(), changed: note, signal };
      note(...(await runScenarios(names, run)));
    } finally {
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    }
  };

  return {
    view,
    cancel,
    async run(names) {
      if (running !== null) throw new AppError('lab/busy');
      running = new AbortController();
      startedAt = clock.now();
      const chosen = SCENARIO_NAMES.filter((name) => names.includes(name));
      note(...chosen.map((name): ScenarioResult => ({ ...notRun(name), status: 'waiting' })));
      try {
        await play(chosen, running.signal);
      } catch (thrown) {
        const { aborted } = running.signal;
        const left = [...results.values()].filter(isUnfinished);
        note(...left.map((result) => endOf(result, aborted ? null : toAppError(thrown).code)));
      } finally {
        running = null;
        note();
      }
    },
  };
};
