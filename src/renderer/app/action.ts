import type { ErrorCode, Result } from '../../contract/errors';
import { useActions, type Said } from '../stores/action-store';
import { failed } from './said';

/**
 * Something a person can start: calling it does. Most take nothing, some a word or a choice; what it is called with goes
 * to main, so no handler hands it an event.
 */
export interface Action<I = void> {
  (input: I): void;
  /** Started again while one of the same key runs, it does nothing. */
  readonly key: string;
  /** Starts it, too; resolves true once it ended well. */
  readonly run: (input: I) => Promise<boolean>;
}

/**
 * Makes an action of a call. A failure is said, in the words of `why` where it has some; else what `told` makes of the
 * answer.
 */
export const action = <I = void, T = unknown>(
  key: string,
  call: (input: I) => Promise<Result<T>>,
  told: (value: T, input: I) => Said | null = () => null,
  why: Readonly<Partial<Record<ErrorCode, Said>>> = {},
): Action<I> => {
  const run = async (input: I): Promise<boolean> => {
    if (useActions.getState().pending.includes(key)) return false;
    useActions.setState(({ pending }) => ({ pending: [...pending, key], said: null }));
    const answer = await call(input).catch((): Result<T> => ({
      ok: false,
      error: { code: 'ipc/internal' },
    }));
    const said = answer.ok
      ? told(answer.value, input)
      : (why[answer.error.code] ?? failed(answer.error));
    useActions.setState(({ pending }) => ({
      pending: pending.filter((other) => other !== key),
      said,
    }));
    return answer.ok;
  };
  return Object.assign((input: I) => void run(input), { key, run });
};
