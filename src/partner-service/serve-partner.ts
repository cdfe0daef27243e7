import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { createAccounts, type Accounts } from './accounts';
import { ASSOCIATION_PATH, createAssociationApp } from './association-app';
import { createInteraction } from './interaction';
import { createMemoryStore } from './memory-adapter';
import { createProvider } from './provider';

export interface ServePartnerOptions {
  /** 0: any free port. */
  readonly port: number;
  /** Told of each request: method, path without query, status. Nothing else is ever logged. */
  readonly log?: (line: string) => void;
  readonly redirectUri?: string;
}

/** A partner on loopback: sign-in and association API under one origin. */
export interface ServedPartner {
  readonly issuer: string;
  readonly clientId: string;
  readonly associationUrl: string;
  readonly accounts: Accounts;
  /** Makes all codes or tokens of a kind as good as too old. */
  readonly expire: ReturnType<typeof createMemoryStore>['expire'];
  close(): Promise<void>;
}

const CLIENT_ID = 'companion';
const HOST = '127.0.0.1';

type Answer = (request: IncomingMessage, response: ServerResponse) => unknown;

/** Starts a partner for development and tests: nothing is kept beyond the process, and no password exists. */
export const servePartner = async (options: ServePartnerOptions): Promise<ServedPartner> => {
  const { log = () => undefined, redirectUri } = options;
  let answer: Answer = (_request, response) => response.writeHead(503).end();
  const server = createServer((request, response) => {
    const path = (request.url ?? '/').split('?')[0] ?? '/';
    response.once('finish', () => log(`${request.method} ${path} ${response.statusCode}`));
    Promise.resolve(answer(request, response)).catch(() => {
      if (!response.headersSent) response.writeHead(400, { 'content-type': 'text/plain' });
      response.end('This page is not valid any more. Start again in the app.');
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port, HOST, resolve);
  });
  const issuer = `http://${HOST}:${(server.address() as AddressInfo).port}`;
  const associationUrl = `${issuer}${ASSOCIATION_PATH}`;
  const accounts = createAccounts(randomUUID);
  const store = createMemoryStore();
  const { provider, checkToken } = createProvider({
    ...{ issuer, clientId: CLIENT_ID, associationUrl, accounts, store },
    ...(redirectUri === undefined ? {} : { redirectUri }),
  });
  const app = createAssociationApp({ accounts, checkToken, now: Date.now, issuer });
  const api = getRequestListener(app.fetch, { overrideGlobalObjects: false });
  const interact = createInteraction(provider, accounts, associationUrl);
  const oidc = provider.callback();
  answer = (request, response) => {
    const path = (request.url ?? '/').split('?')[0] ?? '/';
    if (path === ASSOCIATION_PATH || path === '/openapi.json') return api(request, response);
    if (path.startsWith('/interaction/')) return interact(request, response);
    return oidc(request, response);
  };
  return {
    ...{ issuer, clientId: CLIENT_ID, associationUrl, accounts },
    expire: store.expire,
    close: async () => {
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
};
