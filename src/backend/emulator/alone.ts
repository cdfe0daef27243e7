import { sql } from 'kysely';
import type { Db, Store } from '../storage/store';
import { ACCOUNT_TABLES } from './accounts';
import type { Gate } from './gate';
import type { LiveStore } from './live-store';

/** Runs one change that concerns all accounts: nobody sees half of it, here or at another instance. */
export type AloneWrite = <T>(task: (trx: Db, store: Store) => Promise<T>) => Promise<T>;

/** Who waits for the lock gives up in time as always; what then takes long is meant to. */
const LOCK = `LOCK TABLE ${ACCOUNT_TABLES.join(', ')}, meta IN ACCESS EXCLUSIVE MODE;
  SET LOCAL statement_timeout = 0`;

/**
 * Creates it. At this instance it waits for running requests and holds up new ones; at others PostgreSQL does the same
 * with their queries. The task can run again after a deadlock, so it keeps nothing outside.
 */
export const createAloneWrite =
  (live: LiveStore, gate: Gate): AloneWrite =>
  (task) =>
    gate.alone(async () => {
      const store = await live.current();
      const result = await live.write(async (trx) => {
        if (live.dialect === 'postgres') await sql.raw(LOCK).execute(trx);
        return task(trx, store);
      });
      await store.scrub();
      await live.reload();
      return result;
    });
