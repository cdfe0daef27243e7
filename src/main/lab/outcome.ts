import { toAppError } from '../../contract/errors';
import type { LabOutcomeView } from '../../contract/ipc/lab/outcome';
import { Cancelled } from '../mimi-core/cancellation';
import type { Clock } from '../mimi-core/ports';

/** How `work` ended and how long it took. Nothing is thrown. */
export const outcomeOf = async (
  clock: Pick<Clock, 'monotonic'>,
  work: () => Promise<LabOutcomeView['type']>,
): Promise<LabOutcomeView> => {
  const began = clock.monotonic();
  const ended = (
    type: LabOutcomeView['type'],
    code: LabOutcomeView['code'] = null,
  ): LabOutcomeView => ({ type, code, ms: clock.monotonic() - began });
  try {
    return ended(await work());
  } catch (thrown) {
    if (thrown instanceof Cancelled) return ended('Cancelled');
    return ended('Failure', toAppError(thrown).code);
  }
};
