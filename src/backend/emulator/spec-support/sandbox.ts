import { randomBytes, randomUUID } from 'node:crypto';
import { connect } from 'node:net';
import { rmSync } from 'node:fs';
import { Writable } from 'node:stream';
import { pino } from 'pino';
import { startSandbox, type SandboxDeps } from '../../sandbox/start-sandbox';
import { openDatabase } from '../../storage/open-database';
import type { OpenedDatabase } from '../../storage/store';
import { basic, CLIENT, tempFolder } from '../../testing/harness';

export const ADMIN_TOKEN = 'the-token-of-the-admin';
export const AS_ADMIN = { authorization: `Bearer ${ADMIN_TOKEN}` };

/** A sandbox under test, over loopback HTTP. */
export interface TestSandbox {
  readonly url: string;
  /** As a client of the service. */
  send(path: string, init?: RequestInit): Promise<Response>;
  /** As the admin, with a JSON body if there is one. */
  admin(method: string, path: string, body?: unknown): Promise<Response>;
  /** Everything that was logged. */
  log(): string;
  stop(): Promise<void>;
}

const openFile = async (folder: string): Promise<OpenedDatabase> => {
  const deps = { folder, backups: false, mustExist: () => false, clock: Date, randomBytes };
  return (await openDatabase(deps))!;
};

/** Starts a sandbox on a folder of its own that goes with it, or on an open database. */
export const startTestSandbox = async (
  change: Partial<SandboxDeps> & { readonly folder?: string } = {},
): Promise<TestSandbox> => {
  const folder = change.folder ?? tempFolder();
  const lines: string[] = [];
  const sink = new Writable({
    write: (chunk: Buffer, _encoding, done) => {
      lines.push(String(chunk));
      done();
    },
  });
  const deps: SandboxDeps = {
    opened: change.opened ?? (await openFile(folder)),
    client: CLIENT,
    adminToken: ADMIN_TOKEN,
    limits: { creationsPerHour: 10_000, failedLoginsPerTenMinutes: 1_000 },
    trustedProxies: [],
    log: pino({ base: null }, sink),
    now: Date.now,
    random: () => 0.5,
    randomUUID,
    randomBytes,
    spoolFolder: folder,
    graceMs: 10_000,
    ...change,
  };
  const { url, stop } = await startSandbox(deps, { host: '127.0.0.1', port: 0 });
  return {
    url,
    send: (path, init) => fetch(url + path, init),
    admin: (method, path, body) =>
      fetch(`${url}/emulator/v1${path}`, {
        method,
        headers: {
          ...AS_ADMIN,
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      }),
    log: () => lines.join(''),
    stop: async () => {
      await stop();
      if (change.folder === undefined) rmSync(folder, { recursive: true });
    },
  };
};

/** What a client without a library sees. */
export interface RawReply {
  readonly bytes: string;
  /** `reset`: the connection broke; `end`: it was closed in order. */
  readonly ended: 'reset' | 'end';
}

/** Sends one request over a bare socket and waits until the other side closes. */
export const sendRaw = (url: string, request: string): Promise<RawReply> =>
  new Promise((resolve) => {
    const { hostname, port } = new URL(url);
    const chunks: Buffer[] = [];
    const done = (ended: RawReply['ended']) => () =>
      resolve({ bytes: Buffer.concat(chunks).toString(), ended });
    const socket = connect(Number(port), hostname, () => socket.write(request));
    socket.on('data', (chunk) => chunks.push(chunk));
    socket.on('error', done('reset'));
    socket.on('close', done('end'));
  });

/** A request as it goes over the wire, after which the server closes. */
export const rawRequest = (
  path: string,
  headers: Record<string, string>,
  body: string,
  method = 'POST',
): string =>
  [
    `${method} ${path} HTTP/1.1`,
    'host: sandbox',
    'connection: close',
    `content-length: ${String(Buffer.byteLength(body))}`,
    ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
    '',
    body,
  ].join('\r\n');

/** The request for a client's own token. */
export const RAW_TOKEN_REQUEST = rawRequest(
  '/oauth/token',
  { ...basic(), 'content-type': 'application/x-www-form-urlencoded' },
  'grant_type=client_credentials',
);
