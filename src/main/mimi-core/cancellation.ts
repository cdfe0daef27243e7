import { AppError } from '../../contract/errors';

/** The caller withdrew: an outcome of its own, never a Failure. Code `session/cancelled`. */
export class Cancelled extends AppError {
  constructor() {
    super('session/cancelled');
  }
}

/** A signal that fires when any of `signals` does, and the removal of its listeners. */
export const anySignal = (
  ...signals: readonly (AbortSignal | undefined)[]
): { readonly signal: AbortSignal; readonly release: () => void } => {
  const controller = new AbortController();
  const abort = (): void => controller.abort();
  for (const signal of signals) {
    if (signal?.aborted === true) abort();
    signal?.addEventListener('abort', abort, { once: true });
  }
  const release = (): void => {
    for (const signal of signals) signal?.removeEventListener('abort', abort);
  };
  return { signal: controller.signal, release };
};

/** `promise`, or `Cancelled` as soon as `signal` fires; what runs behind `promise` goes on. */
export const orCancelled = async <T>(promise: Promise<T>, signal?: AbortSignal): Promise<T> => {
  if (signal === undefined) return promise;
  let onAbort: () => void = () => undefined;
  const aborted = new Promise<never>((_, reject) => {
    onAbort = () => reject(new Cancelled());
    if (signal.aborted) onAbort();
    else signal.addEventListener('abort', onAbort, { once: true });
  });
  try {
    return await Promise.race([aborted, promise]);
  } finally {
    signal.removeEventListener('abort', onAbort);
  }
};
