import type { Result } from '../../contract/errors';
import { useUi, type Outcome } from '../stores/ui-store';

/**
 * Runs an action once at a time: started again meanwhile it does nothing. A failure, or what `told` makes of the
 * answer, becomes the outcome on the screen.
 */
export const perform = async <T>(
  name: string,
  call: () => Promise<Result<T>>,
  told: (value: T) => Outcome | null = () => null,
): Promise<void> => {
  if (useUi.getState().pending.includes(name)) return;
  useUi.setState(({ pending }) => ({ pending: [...pending, name], outcome: null }));
  const answer = await call().catch((): Result<T> => ({
    ok: false,
    error: { code: 'ipc/internal' },
  }));
  useUi.setState(({ pending }) => ({
    pending: pending.filter((other) => other !== name),
    outcome: outcomeOf(answer, told),
  }));
};

const outcomeOf = <T>(answer: Result<T>, told: (value: T) => Outcome | null): Outcome | null => {
  if (answer.ok) return told(answer.value);
  if (answer.error.code === 'session/cancelled') return { type: 'said', key: 'app.cancelled' };
  return { type: 'failed', error: answer.error };
};
