import type { Db } from './store';

const PAUSE_MS = 1_000;

export type Sweep = (trx: Db, time: number) => Promise<void>;

/**
 * Creates the removal of expired sessions and access tokens, at most once a second: it would cost each login two
 * statements otherwise. Nobody is answered by an expired row, whether it is still there or not.
 */
export const createSweep = (): Sweep => {
  let last = -Infinity;
  return async (trx, time) => {
    // A clock that was set back must not stop it.
    if (Math.abs(time - last) < PAUSE_MS) return;
    last = time;
    await trx.deleteFrom('access_tokens').where('expires_at', '<=', time).execute();
    await trx.deleteFrom('sessions').where('expires_at', '<=', time).execute();
  };
};
