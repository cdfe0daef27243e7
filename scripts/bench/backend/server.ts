import { randomBytes, randomUUID } from 'node:crypto';
import { serveHttp } from '../../../src/backend/serve-http';
import { BENCH_CLIENT } from './client';
import { fill } from './fill';

/** More than any round asks for. */
const LIMITS = { creationsPerHour: 1_000_000, failedLoginsPerTenMinutes: 1_000_000 };

// server.ts FOLDER ACCOUNTS: makes the accounts, serves until SIGTERM, and prints its address.
const [folder = '', accounts = '0'] = process.argv.slice(2);
const deps = {
  folder,
  backups: false,
  mustExist: () => false,
  clock: { now: Date.now },
  randomBytes,
  randomUUID,
};
await fill(deps, Number(accounts));
const served = await serveHttp(
  { ...deps, clients: [BENCH_CLIENT], currentYear: () => new Date().getFullYear() },
  { port: 0, host: '127.0.0.1', limits: LIMITS },
);
process.once('SIGTERM', () => void served.close());
process.stdout.write(`${served.url}\n`);
