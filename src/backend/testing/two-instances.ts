import pg from 'pg';
import { serveHttp, type ServedBackend } from '../serve-http';
import { openPostgres } from '../storage/postgres';
import { testDeps, type Harness } from './harness';

/** Two services over HTTP on one PostgreSQL database; requests go to them by turns. */
export interface TwoInstances extends Harness {
  /** Sends to the first or the second. */
  sendTo(instance: number, path: string, init?: RequestInit): Promise<Response>;
  /** Ends every connection to the database, as a restart of the server would. */
  endConnections(): Promise<void>;
  /** Empties the database, but for what keys it. */
  clear(): Promise<void>;
}

const START = 1_795_000_000_000;
const TABLES = [
  'users',
  'tombstones',
  'sessions',
  'access_tokens',
  'hearing_tests',
  'deleted_hearing_tests',
  'meta',
];
const LIMITS = { creationsPerHour: 10_000, failedLoginsPerTenMinutes: 10_000 };

/** Serves the database at `url` twice; both start at the same time. */
export const startTwoInstances = async (url: string): Promise<TwoInstances> => {
  let now = START;
  let turn = 0;
  const operator = new pg.Pool({ connectionString: url, max: 1 });
  const deps = testDeps('', {
    clock: { now: () => now },
    openStorage: ({ clock, randomBytes }) => openPostgres({ url, clock, randomBytes }),
  });
  const serve = (): Promise<ServedBackend> =>
    serveHttp(deps, { port: 0, host: '127.0.0.1', limits: LIMITS });
  const instances = await Promise.all([serve(), serve()]);
  const sendTo = (instance: number, path: string, init?: RequestInit): Promise<Response> =>
    fetch((instances[instance % 2]?.url ?? '') + path, init);
  return {
    sendTo,
    send: (path, init) => sendTo((turn += 1), path, init),
    advance: (ms) => void (now += ms),
    disableEveryone: async () => {
      await operator.query('UPDATE users SET disabled_at = 1');
    },
    stored: async () => {
      const query = (table: string) => operator.query<object>(`SELECT t::text FROM ${table} t`);
      const results = await Promise.all(TABLES.map(query));
      return JSON.stringify(results.flatMap(({ rows }) => rows));
    },
    endConnections: async () => {
      await operator.query(
        `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
          WHERE datname = current_database() AND pid <> pg_backend_pid()`,
      );
    },
    clear: async () => {
      now = START;
      await operator.query(
        'DELETE FROM users; DELETE FROM access_tokens; DELETE FROM tombstones; DELETE FROM sessions',
      );
    },
    close: async () => {
      await Promise.all([...instances.map((instance) => instance.close()), operator.end()]);
    },
  };
};
