import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Libsql from 'libsql';
import { ANONYMOUS_ID_GRANT, registeredSchema } from '../../contract/http/users';
import { createBackend, type Backend, type BackendDeps } from '../create-backend';
import type { LimitSettings } from '../limits';
import { serveHttp } from '../serve-http';

export const CLIENT = { clientId: 'companion app', clientSecret: 'a:b%c' };
export const OTHER_CLIENT = { clientId: 'other', clientSecret: 'secret' };
export const YEAR = 2026;

/** A service under test, in-process or over loopback HTTP. */
export interface Harness {
  send(path: string, init?: RequestInit): Promise<Response>;
  /** Moves the service's clock. */
  advance(ms: number): void;
  /** What an operator does by hand: there is no endpoint for it. */
  disableEveryone(): Promise<void>;
  /** All that is stored: as on the disk, or as in the tables where the disk belongs to a server. */
  stored(): Promise<string>;
  close(): Promise<void>;
}

export const tempFolder = (): string => mkdtempSync(join(tmpdir(), 'mimi-backend-'));

/** Dependencies of a backend on a folder, with a clock that a test moves. */
export const testDeps = (
  folder: string,
  overrides: Partial<Omit<BackendDeps, 'limits'>> = {},
): Omit<BackendDeps, 'limits'> => ({
  folder,
  clients: [CLIENT, OTHER_CLIENT],
  clock: { now: () => 1_795_000_000_000 },
  randomBytes,
  randomUUID,
  backups: true,
  mustExist: () => false,
  currentYear: () => YEAR,
  ...overrides,
});

const start = (folder: string) => {
  let now = 1_795_000_000_000;
  const deps = testDeps(folder, { clock: { now: () => now } });
  return { deps, advance: (ms: number) => void (now += ms) };
};

/** What an operator does to, and finds in, a folder. */
const operator = (folder: string) => ({
  disableEveryone: async (): Promise<void> => {
    const connection = new Libsql(join(folder, 'service.db'));
    connection.exec('PRAGMA busy_timeout = 5000; UPDATE users SET disabled_at = 1');
    connection.close();
  },
  stored: async (): Promise<string> =>
    ['service.db', 'service.db-wal', 'service.backup.db']
      .map((name) => readFileSync(join(folder, name), 'latin1'))
      .join(),
});

/** In-process, without limits. */
export const inProcess = async (): Promise<Harness> => {
  const folder = tempFolder();
  const { deps, advance } = start(folder);
  const backend = await createBackend({ ...deps, limits: null });
  return {
    ...operator(folder),
    advance,
    send: (path, init) => backend.fetch(new Request(`http://embedded.invalid${path}`, init)),
    close: async () => {
      await backend.close();
      rmSync(folder, { recursive: true });
    },
  };
};

/** Over loopback HTTP, with limits wide enough for a test unless it asks for the real ones. */
export const overHttp = async (
  limits: LimitSettings = { creationsPerHour: 1000, failedLoginsPerTenMinutes: 1000 },
): Promise<Harness> => {
  const folder = tempFolder();
  const { deps, advance } = start(folder);
  const served = await serveHttp(deps, { port: 0, host: '127.0.0.1', limits });
  return {
    ...operator(folder),
    advance,
    send: (path, init) => fetch(served.url + path, init),
    close: async () => {
      await served.close();
      rmSync(folder, { recursive: true });
    },
  };
};

export const basic = ({ clientId, clientSecret } = CLIENT): { authorization: string } => {
  const text = [clientId, clientSecret].map(encodeURIComponent).join(':');
  return { authorization: `Basic ${Buffer.from(text).toString('base64')}` };
};

export const bearer = (token: string): { authorization: string } => ({
  authorization: `Bearer ${token}`,
});

type Send = Pick<Harness, 'send'>;

export const postForm = (
  { send }: Send,
  path: string,
  fields: Record<string, string>,
  headers: Record<string, string> = basic(),
): Promise<Response> => send(path, { method: 'POST', headers, body: new URLSearchParams(fields) });

export const sendJson = (
  { send }: Send,
  method: string,
  path: string,
  value: unknown,
  headers: Record<string, string>,
): Promise<Response> =>
  send(path, {
    method,
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(value),
  });

export const logIn = (service: Send, anonymousId: string, client = CLIENT): Promise<Response> =>
  postForm(
    service,
    '/oauth/token',
    { grant_type: ANONYMOUS_ID_GRANT, anonymous_id: anonymousId },
    basic(client),
  );

export const refresh = (service: Send, token: string, client = CLIENT): Promise<Response> =>
  postForm(
    service,
    '/oauth/token',
    { grant_type: 'refresh_token', refresh_token: token },
    basic(client),
  );

export const clientToken = async (service: Send): Promise<string> => {
  const reply = await postForm(service, '/oauth/token', { grant_type: 'client_credentials' });
  return ((await reply.json()) as { access_token: string }).access_token;
};

/** Sends a registration with a client token of its own. */
export const register = async (
  service: Send,
  anonymousId: string,
  extra: Record<string, unknown> = {},
): Promise<Response> =>
  sendJson(
    service,
    'POST',
    '/v1/anonymous-users',
    { anonymousId, product: 'companion', ...extra },
    bearer(await clientToken(service)),
  );

/** Registers a user of a new id. */
export const newUser = async (service: Send) => {
  const id = randomUUID();
  const { user, tokens } = registeredSchema.parse(await (await register(service, id)).json());
  return { id, user, tokens, as: bearer(tokens.access_token) };
};

/** Requests to a backend in-process. */
export const overFetch = (backend: Backend) => ({
  send: (path: string, init?: RequestInit) =>
    backend.fetch(new Request(`http://embedded.invalid${path}`, init)),
});

/** A backend on a folder that is used again. */
export const openService = async (folder: string, mustExist = true) => {
  const backend = await createBackend({
    ...testDeps(folder, { mustExist: () => mustExist }),
    limits: null,
  });
  return { backend, service: overFetch(backend) };
};
