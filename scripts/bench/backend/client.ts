import { randomUUID } from 'node:crypto';
import { Agent, request } from 'node:http';
import { ANONYMOUS_ID_GRANT } from '../../../src/contract/http/users';

/** The client that the served backend knows. */
export const BENCH_CLIENT = { clientId: 'bench', clientSecret: 'bench' };

const BASIC = `Basic ${Buffer.from('bench:bench').toString('base64')}`;

/** One user of the bench: what its client would keep. */
export interface Account {
  readonly anonymousId: string;
  readonly refreshToken: string;
}

interface Tokens {
  readonly access_token: string;
  readonly refresh_token: string;
}

/** Requests to one service over kept connections. Each rejects unless the service answers as a healthy one does. */
export interface Client {
  create(clientToken: string): Promise<Account>;
  logIn(account: Account): Promise<Account>;
  refresh(account: Account): Promise<Account>;
  clientToken(): Promise<string>;
  close(): void;
}

/** Creates a client that keeps `connections` connections. Node's own `http`: `fetch` would cost as much as the service. */
export const createClient = (url: string, connections: number): Client => {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const post = (path: string, authorization: string, type: string, body: string, status: number) =>
    new Promise<unknown>((resolve, reject) => {
      const headers = { authorization, 'content-type': type, 'content-length': body.length };
      const sent = request(url + path, { method: 'POST', agent, headers }, (reply) => {
        let text = '';
        reply.setEncoding('utf8').on('data', (part: string) => (text += part));
        reply.once('error', reject).once('end', () => {
          if (reply.statusCode === status) resolve(JSON.parse(text));
          else reject(new Error(`${path} answered ${String(reply.statusCode)}: ${text}`));
        });
      });
      sent.once('error', reject).end(body);
    });
  const token = async (fields: Record<string, string>): Promise<Tokens> =>
    (await post(
      '/oauth/token',
      BASIC,
      'application/x-www-form-urlencoded',
      new URLSearchParams(fields).toString(),
      200,
    )) as Tokens;
  return {
    clientToken: async () => (await token({ grant_type: 'client_credentials' })).access_token,
    create: async (clientToken) => {
      const anonymousId = randomUUID();
      const body = JSON.stringify({ anonymousId, product: 'bench' });
      const as = `Bearer ${clientToken}`;
      const reply = await post('/v1/anonymous-users', as, 'application/json', body, 201);
      const { tokens } = reply as { readonly tokens: Tokens };
      return { anonymousId, refreshToken: tokens.refresh_token };
    },
    logIn: async ({ anonymousId }) => {
      const reply = await token({ grant_type: ANONYMOUS_ID_GRANT, anonymous_id: anonymousId });
      return { anonymousId, refreshToken: reply.refresh_token };
    },
    refresh: async ({ anonymousId, refreshToken }) => {
      const reply = await token({ grant_type: 'refresh_token', refresh_token: refreshToken });
      return { anonymousId, refreshToken: reply.refresh_token };
    },
    close: () => agent.destroy(),
  };
};
