import { randomBytes, randomUUID } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import Libsql from 'libsql';
import { serveHttp } from '../../../backend/serve-http';
import { CLIENTS, type ScratchService } from './protocol';

/** More than any scenario or soak asks for. */
const NO_LIMITS = { creationsPerHour: 1_000_000, failedLoginsPerTenMinutes: 1_000_000 };

/** Serves the project's own service on a free port of this computer only, with its storage in `folder`. */
export const startScratchService = async (folder: string) => {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const clientSecret = randomUUID();
  const served = await serveHttp(
    {
      folder,
      clients: CLIENTS.map((clientId) => ({ clientId, clientSecret })),
      clock: { now: () => Date.now() },
      randomBytes,
      randomUUID,
      backups: false,
      mustExist: () => false,
      currentYear: () => new Date().getFullYear(),
    },
    { port: 0, host: '127.0.0.1', limits: NO_LIMITS },
  );
  /** Looks or reaches into the database beside the service, as an operator does. */
  const database = new Libsql(join(folder, 'service.db'));
  database.exec('PRAGMA busy_timeout = 5000');
  return {
    service: { url: served.url, clientSecret } satisfies ScratchService,
    answers: {
      /** Number of users the service holds. */
      countUsers: (): number => {
        const row = database.prepare('SELECT count(*) AS n FROM users').get() as { n: number };
        return row.n;
      },
      /** What an operator does by hand. */
      disableUser: ({ userId }: { readonly userId: string }): void => {
        database.prepare('UPDATE users SET disabled_at = 1 WHERE user_id = ?').run(userId);
      },
      stop: async (): Promise<void> => {
        database.close();
        await served.close();
      },
    },
  };
};

export type ServiceAnswers = Awaited<ReturnType<typeof startScratchService>>['answers'];
