import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { spawnTied, stopChild } from '../../processes';
import { projectRoot } from '../../project';

const PROGRAM = join(projectRoot, 'scripts', 'serve-sandbox.ts');

/** A sandbox in a process of its own, as `npm run sandbox` starts it. */
export interface BenchedSandbox {
  /** As the admin; throws unless it succeeds. */
  admin(method: string, path: string, body?: unknown): Promise<void>;
  /** Begins an export and ends it after its first bytes. */
  startExport(): Promise<void>;
  /** Begins an export. */
  openExport(): Promise<ReadableStreamDefaultReader<Uint8Array>>;
  /** Memory of the process in bytes. */
  residentBytes(): Promise<number>;
  stop(): Promise<void>;
}

const readUrl = async (lines: AsyncIterable<string>): Promise<string> => {
  for await (const line of lines) {
    const url = /http:\S+/.exec(line)?.[0];
    if (url !== undefined) return url;
  }
  throw new Error('The sandbox ended before it listened');
};

/** Starts it on the PostgreSQL database at `databaseUrl`, or on a new SQLite one in `folder`. */
export const startSandboxProcess = async (
  folder: string,
  databaseUrl: string | undefined,
): Promise<BenchedSandbox> => {
  const adminToken = randomUUID();
  const argv = [...process.execArgv, PROGRAM, '--port', '0', '--data', folder];
  const child = spawnTied(undefined, process.execPath, argv, {
    cwd: projectRoot,
    // Given either way: a DATABASE_URL of the caller's is nothing to fill.
    env: { ...process.env, SANDBOX_ADMIN_TOKEN: adminToken, DATABASE_URL: databaseUrl },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  if (!child.stderr) throw new Error('The sandbox has no output');
  const url = await readUrl(createInterface({ input: child.stderr }));
  child.stderr.resume();

  const send = async (method: string, path: string, body?: unknown): Promise<Response> => {
    const reply = await fetch(`${url}/emulator/v1${path}`, {
      method,
      headers: { authorization: `Bearer ${adminToken}`, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    if (!reply.ok) throw new Error(`${method} ${path}: ${reply.status}`);
    return reply;
  };
  const openExport = async () => {
    const { body } = await send('GET', '/export');
    if (body === null) throw new Error('The export is empty');
    return body.getReader() as ReadableStreamDefaultReader<Uint8Array>;
  };
  return {
    admin: async (method, path, body) => {
      await (await send(method, path, body)).arrayBuffer();
    },
    openExport,
    startExport: async () => {
      const reader = await openExport();
      await reader.read();
      await reader.cancel();
    },
    residentBytes: async () => {
      const text = await (await fetch(`${url}/metrics`)).text();
      return Number(/^process_resident_memory_bytes (\S+)$/m.exec(text)?.[1]);
    },
    stop: () => stopChild(child),
  };
};
