import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import Libsql from 'libsql';
import { serveHttp } from '../../src/backend/serve-http';
import { startFaultProxy, type FaultProxy } from './fault-proxy';
import type { TestHome } from './test-home';

/** A service of its own on loopback HTTP, behind a proxy that makes faults. */
export interface RemoteService {
  readonly proxy: FaultProxy;
  /** What points the app at it. */
  readonly env: Readonly<
    Record<'COMPANION_SERVICE_URL' | 'COMPANION_CLIENT_ID' | 'COMPANION_CLIENT_SECRET', string>
  >;
  /** Number of users it holds. */
  users(): number;
  /** Moves its clock forward, so that sessions end. */
  later(days: number): void;
  /** What an operator does by hand: every user is disabled. */
  disableUsers(): void;
  /** Takes that back. */
  enableUsers(): void;
  /** Deletes a user as another of their devices would. */
  deleteUser(accessToken: string): Promise<void>;
  close(): Promise<void>;
}

const client = { clientId: 'companion test', clientSecret: 'test:secret%20' };
const LIMITS = { creationsPerHour: 1000, failedLoginsPerTenMinutes: 1000 };

/** Starts the project's own service with its storage in the home of a test, which removes it. */
export const startRemoteService = async (home: TestHome): Promise<RemoteService> => {
  const folder = mkdtempSync(join(home.folder, 'service-'));
  let ahead = 0;
  const served = await serveHttp(
    {
      folder,
      clients: [client],
      clock: { now: () => Date.now() + ahead },
      randomBytes,
      randomUUID,
      backups: false,
      mustExist: () => false,
      currentYear: () => new Date().getFullYear(),
    },
    { port: 0, host: '127.0.0.1', limits: LIMITS },
  );
  const proxy = await startFaultProxy(served.url);
  const withDatabase = <T>(work: (database: Libsql.Database) => T): T => {
    const database = new Libsql(join(folder, 'service.db'));
    try {
      database.exec('PRAGMA busy_timeout = 5000');
      return work(database);
    } finally {
      database.close();
    }
  };
  return {
    proxy,
    env: {
      COMPANION_SERVICE_URL: proxy.url,
      COMPANION_CLIENT_ID: client.clientId,
      COMPANION_CLIENT_SECRET: client.clientSecret,
    },
    users: () =>
      withDatabase((database) => {
        const row = database.prepare('SELECT count(*) AS n FROM users').get() as { n: number };
        return row.n;
      }),
    later: (days) => void (ahead += days * 86_400_000),
    disableUsers: () =>
      withDatabase((database) => void database.exec('UPDATE users SET disabled_at = 1')),
    enableUsers: () =>
      withDatabase((database) => void database.exec('UPDATE users SET disabled_at = NULL')),
    deleteUser: async (accessToken) => {
      const reply = await fetch(`${served.url}/v1/me`, {
        method: 'DELETE',
        headers: { authorization: `Bearer ${accessToken}` },
      });
      if (reply.status !== 204) throw new Error(`Deleting a user answered ${reply.status}`);
    },
    close: async () => {
      await proxy.close();
      await served.close();
    },
  };
};
