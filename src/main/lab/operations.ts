import type { LabRunning } from '../../contract/ipc/lab/lab';
import type { LabOutcomeView } from '../../contract/ipc/lab/outcome';
import type { Journal } from '../journal/journal';
import { Cancelled } from '../mimi-core/cancellation';
import type { Clock } from '../mimi-core/ports';
import { outcomeOf } from './outcome';

/** What one of the Lab's operations is given to work with. */
export interface Run {
  /** Aborted when the tester withdraws. */
  readonly signal: AbortSignal;
  /** Tells how far it is. */
  readonly progress: (done: number, total: number) => void;
}

/** What the Lab runs now. */
export interface Operations {
  /** The one begun last; null when nothing runs. */
  running(): LabRunning | null;
  run<T>(operation: LabRunning['operation'], work: (run: Run) => Promise<T>): Promise<T>;
  /**
   * How what a tester does to the session ended, which the journal is told: of an id only its row in the table, from 1.
   * Nothing is thrown.
   */
  outcome(
    operation: string,
    work: () => Promise<LabOutcomeView['type']>,
    row?: number | null,
  ): Promise<LabOutcomeView>;
  /** Withdraws everything that runs; false when nothing does. */
  cancel(): boolean;
}

interface OperationsDeps {
  readonly clock: Pick<Clock, 'monotonic'>;
  readonly journal: Pick<Journal, 'append'>;
  readonly changed: () => void;
}

/** Keeps track of what runs, so that it can be shown and cancelled. */
export const createOperations = ({ clock, journal, changed }: OperationsDeps): Operations => {
  const runs = new Map<AbortController, LabRunning>();
  return {
    running: () => [...runs.values()].at(-1) ?? null,
    async run(operation, work) {
      const controller = new AbortController();
      const begun: LabRunning = { operation, done: null, total: null };
      runs.set(controller, begun);
      changed();
      const progress = (done: number, total: number): void => {
        runs.set(controller, { ...begun, done, total });
        changed();
      };
      try {
        return await work({ signal: controller.signal, progress });
      } finally {
        runs.delete(controller);
        changed();
      }
    },
    async outcome(operation, work, row = null) {
      const outcome = await outcomeOf(clock, work);
      const { type, code, ms } = outcome;
      journal.append({ type: 'lab/operation', operation, row, outcome: code ?? type, ms });
      return outcome;
    },
    cancel() {
      for (const controller of runs.keys()) controller.abort(new Cancelled());
      return runs.size > 0;
    },
  };
};
