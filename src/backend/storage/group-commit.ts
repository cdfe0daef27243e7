import { setImmediate } from 'node:timers';
import type { Db, Write } from './store';

/** What a group needs of SQLite beside queries. */
interface Connection {
  exec(sql: string): void;
  readonly inTransaction: boolean;
}

interface Waiting {
  readonly task: (trx: Db) => Promise<unknown>;
  readonly resolve: (value: unknown) => void;
  readonly reject: (thrown: unknown) => void;
}

/** Writes in one commit at most: a reply must not wait for hundreds of others. */
const MOST = 64;

/**
 * Makes writes share commits: the disk is waited for once for all requests that arrive together. Each is a savepoint
 * of its own, so one that fails takes back only what it did; if the commit fails, all fail. `db` has one connection, so
 * nobody reads what is not committed.
 */
export const createGroupCommit = (db: Db, connection: Connection): Write => {
  let waiting: Waiting[] = [];
  let isCommitting = false;

  /** Runs one task; what is to be told to its caller once the group is durable. */
  const attempt = async (trx: Db, { task, resolve, reject }: Waiting): Promise<() => void> => {
    connection.exec('SAVEPOINT task');
    try {
      const value = await task(trx);
      connection.exec('RELEASE task');
      return () => resolve(value);
    } catch (thrown) {
      // After some errors (disk full) SQLite takes back the whole transaction, and with it what others did.
      if (!connection.inTransaction) throw thrown;
      connection.exec('ROLLBACK TO task; RELEASE task');
      return () => reject(thrown);
    }
  };

  const commit = (group: readonly Waiting[]): Promise<(() => void)[]> =>
    db.connection().execute(async (trx) => {
      connection.exec('BEGIN IMMEDIATE');
      try {
        const outcomes: (() => void)[] = [];
        for (const entry of group) outcomes.push(await attempt(trx, entry));
        connection.exec('COMMIT');
        return outcomes;
      } catch (thrown) {
        if (connection.inTransaction) connection.exec('ROLLBACK');
        throw thrown;
      }
    });

  const commitAll = async (): Promise<void> => {
    isCommitting = true;
    while (waiting.length > 0) {
      const group = waiting.slice(0, MOST);
      waiting = waiting.slice(MOST);
      try {
        for (const tell of await commit(group)) tell();
      } catch (thrown) {
        for (const { reject } of group) reject(thrown);
      }
    }
    isCommitting = false;
  };

  /** Waits while each turn of the event loop brings more: what is sent meanwhile need not wait for another commit. */
  const gather = (before: number): void => {
    setImmediate(() => {
      if (waiting.length > before && waiting.length < MOST) gather(waiting.length);
      else void commitAll();
    });
  };

  return (task) =>
    new Promise((resolve, reject) => {
      waiting.push({ task, resolve: resolve as (value: unknown) => void, reject });
      if (waiting.length === 1 && !isCommitting) gather(0);
    });
};
