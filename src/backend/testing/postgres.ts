import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { chown, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { exitOf, spawnTied, stopChild, testUser, until } from '../../../scripts/processes';
import { isRoot, temporaryFolder } from '../../../scripts/project';

/** A PostgreSQL server of a test's own. */
export interface Postgres {
  /** Makes an empty database; its URL. */
  newDatabase(): Promise<string>;
  stop(): Promise<void>;
}

const INSTALLED = '/usr/lib/postgresql';
const MEMORY = '/dev/shm';

/** PostgreSQL refuses to run as root. */
const user = isRoot ? testUser : undefined;

/** Folder of the newest version's programs. */
const findPrograms = (): string => {
  const versions = existsSync(INSTALLED) ? readdirSync(INSTALLED).map(Number) : [];
  const folder = join(INSTALLED, String(Math.max(0, ...versions)), 'bin');
  if (existsSync(join(folder, 'initdb'))) return folder;
  throw new Error('PostgreSQL is not installed: this test needs Debian’s package `postgresql`.');
};

const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
};

const query = async (url: string, text: string): Promise<void> => {
  const client = new pg.Client({ connectionString: url });
  try {
    await client.connect();
    await client.query(text);
  } finally {
    await client.end().catch(() => undefined);
  }
};

const makeCluster = async (programs: string, folder: string, password: string): Promise<void> => {
  const passwordFile = join(folder, 'password');
  await writeFile(passwordFile, password, { mode: 0o600 });
  if (user) for (const path of [folder, passwordFile]) await chown(path, user.uid, user.gid);
  // Only the making is not written through: until the server runs there is nothing to lose.
  const args = ['--no-sync', '-A', 'scram-sha-256', '-U', 'mimi', '--pwfile', passwordFile];
  const made = spawnTied(
    user,
    join(programs, 'initdb'),
    [...args, '-E', 'UTF8', '--locale=C', '-D', join(folder, 'data')],
    { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] },
  );
  if ((await exitOf(made)) !== 0) throw new Error('initdb failed');
};

/**
 * Starts a PostgreSQL of Debian's package on a free port of this computer only, as an unprivileged user, with fsync on
 * as it is by default. It ends with this process, however that ends. Rejects when PostgreSQL is not installed.
 */
export const startPostgres = async (): Promise<Postgres> => {
  const programs = findPrograms();
  // Where specs have their files, but not in root's own folder there: its user could not reach it.
  const inMemory = isRoot && tmpdir().startsWith(MEMORY);
  const folder = temporaryFolder('postgres', inMemory ? MEMORY : undefined);
  const password = randomUUID();
  await makeCluster(programs, folder, password);
  const port = await freePort();
  const settings = {
    port,
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    // A second by default.
    deadlock_timeout: '50ms',
    max_wal_size: '64MB',
  };
  const options = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const server = spawnTied(
    user,
    join(programs, 'postgres'),
    ['-D', join(folder, 'data'), ...options],
    { cwd: folder, stdio: ['ignore', 'ignore', 'ignore'] },
  );
  const urlOf = (database: string): string =>
    `postgres://mimi:${password}@127.0.0.1:${port}/${database}`;
  const stop = async (): Promise<void> => {
    await stopChild(server);
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    await until('PostgreSQL', () => {
      if (server.exitCode !== null) throw new Error('PostgreSQL ended while it started');
      return query(urlOf('postgres'), 'SELECT 1').then(
        () => true,
        () => false,
      );
    });
  } catch (thrown) {
    await stop();
    throw thrown;
  }
  let made = 0;
  return {
    newDatabase: async () => {
      made += 1;
      await query(urlOf('postgres'), `CREATE DATABASE mimi${made}`);
      return urlOf(`mimi${made}`);
    },
    stop,
  };
};
