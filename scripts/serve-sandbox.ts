import { randomBytes, randomUUID } from 'node:crypto';
import { tmpdir } from 'node:os';
import { pino } from 'pino';
import {
  readSandboxConfig,
  SANDBOX_USAGE,
  SandboxConfigError,
  type SandboxConfig,
} from '../src/backend/sandbox/config';
import { startSandbox } from '../src/backend/sandbox/start-sandbox';
import { openDatabase } from '../src/backend/storage/open-database';
import { openPostgres } from '../src/backend/storage/postgres';
import type { OpenedDatabase } from '../src/backend/storage/store';
import { watchStarters } from './process-tree';
import { reason, runMain, say } from './report';

/** How long running requests get to end. */
const GRACE_MS = 10_000;
const LOOPBACK = ['127.0.0.1', '::1', 'localhost'];

const newSecret = (): string => randomBytes(24).toString('base64url');

/** PostgreSQL where one was named, else a file in the data folder. */
const open = ({ databaseUrl, data }: SandboxConfig): Promise<OpenedDatabase | null> =>
  databaseUrl === undefined
    ? openDatabase({
        folder: data,
        backups: false,
        mustExist: () => false,
        clock: Date,
        randomBytes,
      })
    : openPostgres({ url: databaseUrl, clock: Date, randomBytes });

/** Why it is asked to end: by a signal, or because the npm that started it is gone. A second signal changes nothing. */
const untilAsked = (): Promise<string> =>
  new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, resolve);
    watchStarters(() => resolve('npm is gone'));
  });

const serve = async (config: SandboxConfig): Promise<number> => {
  const { host, port, adminToken = newSecret(), clientSecret = newSecret() } = config;
  const opened = await open(config);
  if (opened === null)
    throw new Error('The database cannot be opened: in use elsewhere, damaged, or not reached');
  const log = pino({ base: null });
  const sandbox = await startSandbox(
    {
      opened,
      log,
      adminToken,
      client: { clientId: config.clientId, clientSecret },
      limits: config,
      trustedProxies: config.trustedProxies,
      now: Date.now,
      random: Math.random,
      randomUUID,
      randomBytes,
      spoolFolder: tmpdir(),
      graceMs: GRACE_MS,
    },
    { host, port },
  );
  const asked = untilAsked();
  say(`Sandbox     ${sandbox.url}\nDocuments   ${sandbox.url}/docs/`);
  say(`Client id   ${config.clientId}`);
  // What was given is known, and does not belong into a terminal.
  if (config.clientSecret === undefined) say(`Secret      ${clientSecret}`);
  if (config.adminToken === undefined) say(`Admin token ${adminToken}`);
  if (!LOOPBACK.includes(host)) say('Others can reach it, unencrypted: see TLS in docs/sandbox.md');
  log.info({ asked: await asked }, 'stopping');
  await sandbox.stop().catch((error: unknown) => log.error({ message: reason(error) }, 'stop'));
  log.info('stopped');
  return 0;
};

/** The configuration, or the exit code where there is nothing to serve. */
const configure = (args: readonly string[]): SandboxConfig | number => {
  if (args.includes('--help') || args.includes('-h')) {
    process.stdout.write(SANDBOX_USAGE);
    return 0;
  }
  try {
    return readSandboxConfig(args, process.env);
  } catch (thrown) {
    if (!(thrown instanceof SandboxConfigError)) throw thrown;
    say(`${thrown.message}\n\n${SANDBOX_USAGE}`);
    return 2;
  }
};

// npm run sandbox: the service for a team, with its emulator; docs/sandbox.md.
await runMain(async () => {
  const config = configure(process.argv.slice(2));
  return typeof config === 'number' ? config : serve(config);
});
