import { AppError } from '../../contract/errors';

/** The caller withdrew: an outcome of its own, never a Failure. Code `session/cancelled`. */
export class Cancelled extends AppError {
  constructor() {
    super('session/cancelled');
  }
}

/** What an aborted signal means: the error of ours it was aborted with, else that the caller withdrew. */
const reasonOf = ({ reason }: AbortSignal): AppError =>
  reason instanceof AppError ? reason : new Cancelled();

/**
 * Calls `callback` with the reason once `signal` fires, or at once if it has; returns the removal. A signal
 * that lives as long as the engine keeps nothing of what is over, unlike with `AbortSignal.any` of Node 20.
 */
export const onAbort = (
  signal: AbortSignal | undefined,
  callback: (reason: AppError) => void,
): (() => void) => {
  if (signal === undefined) return () => undefined;
  const listener = (): void => callback(reasonOf(signal));
  if (signal.aborted) listener();
  else signal.addEventListener('abort', listener, { once: true });
  return () => signal.removeEventListener('abort', listener);
};

/** `promise`, or the signal's reason as soon as it fires; what runs behind `promise` goes on. */
export const orCancelled = async <T>(promise: Promise<T>, signal?: AbortSignal): Promise<T> => {
  let remove = (): void => undefined;
  const aborted = new Promise<never>((_, reject) => (remove = onAbort(signal, reject)));
  return Promise.race([aborted, promise]).finally(() => remove());
};
