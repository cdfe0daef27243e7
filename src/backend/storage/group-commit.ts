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
 * Makes writes share commits: the disk is waited for once for all requests that arrive together. Each of several is a
 * savepoint, so one that fails takes back only what it did; if the commit fails, all fail. `db` has one connection, so
 * nobody reads what is not committed.
 */
export const createGroupCommit = (db: Db, connection: Connection): Write => {
  let waiting: Waiting[] = [];
  let isCommitting = false;

  /** Runs one task; what is to be told to its caller once the group is durable. */
  const run = async (trx: Db, { task, resolve }: Waiting): Promise<() => void> => {
    const value = await task(trx);
    return () => resolve(value);
  };

  /** The like for one of several: what it did is taken back when it fails. */
  const attempt = async (trx: Db, entry: Waiting): Promise<() => void> => {
    connection.exec('SAVEPOINT task');
    try {
      const tell = await run(trx, entry);
      connection.exec('RELEASE task');
      return tell;
    } catch (thrown) {
      // After some errors (disk full) SQLite takes back the whole transaction, and with it what others did.
      if (!connection.inTransaction) throw thrown;
      connection.exec('ROLLBACK TO task; RELEASE task');
      return () => entry.reject(thrown);
    }
  };

  const commit = (group: readonly Waiting[]): Promise<(() => void)[]> =>
    db.connection().execute(async (trx) => {
      connection.exec('BEGIN IMMEDIATE');
      try {
        const outcomes: (() => void)[] = [];
        // One by itself needs no savepoint: that would keep in memory every page which an import changes.
        const one = group.length > 1 ? attempt : run;
        for (const entry of group) outcomes.push(await one(trx, entry));
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
