import type { Clock } from '../mimi-core/ports';

/** Calls gathered into one. */
export interface Gather {
  readonly soon: () => void;
  /** Drops what was gathered. */
  readonly stop: () => void;
}

/** Runs `work` once, `ms` after the first of several calls. */
export const createGather = (clock: Pick<Clock, 'after'>, ms: number, work: () => void): Gather => {
  let cancel: (() => void) | null = null;
  return {
    soon: () => {
      cancel ??= clock.after(ms, () => {
        cancel = null;
        work();
      });
    },
    stop: () => {
      cancel?.();
      cancel = null;
    },
  };
};
