import type { MiddlewareHandler } from 'hono';
import type { AppDeps, BackendEnv, Client } from './environment';
import type { Limits } from './limits';
import { Refusal } from './problem';
import { findTokenOwner, type TokenOwner } from './storage/access-tokens';
import type { Store } from './storage/store';
import { sameText } from './tokens';

/** RFC 6749 2.3.1: both parts are form-encoded before they are joined. */
const formDecode = (text: string): string => decodeURIComponent(text.replaceAll('+', ' '));

const readBasic = (header = ''): Client | null => {
  const encoded = /^basic +([a-z0-9+/]+=*)$/i.exec(header)?.[1] ?? '';
  const [clientId, clientSecret, ...rest] = Buffer.from(encoded, 'base64').toString().split(':');
  if (clientId === undefined || clientSecret === undefined || rest.length > 0) return null;
  try {
    return { clientId: formDecode(clientId), clientSecret: formDecode(clientSecret) };
  } catch {
    return null;
  }
};

/** Counts a refused id or client secret of an address that may still try. */
export const countRefusal = async (limits: Limits | null, address = ''): Promise<void> => {
  await limits?.checkLogin(address);
  await limits?.countFailedLogin(address);
};

/** Lets known clients pass and sets `clientId`; wrong credentials count as a failed login. */
export const clientOnly =
  ({ clients, limits }: AppDeps): MiddlewareHandler<BackendEnv> =>
  async (c, next) => {
    const given = readBasic(c.req.header('authorization'));
    const known = clients.find(({ clientId }) => clientId === given?.clientId);
    if (!given || !known || !sameText(given.clientSecret, known.clientSecret)) {
      await countRefusal(limits, c.env.remoteAddress);
      throw new Refusal('invalid_client');
    }
    c.set('clientId', known.clientId);
    await next();
  };

const bearerOwner = async (header = '', store: Store): Promise<TokenOwner> => {
  const token = /^bearer +([\w.~+/-]+=*)$/i.exec(header)?.[1];
  const owner = token === undefined ? null : await findTokenOwner(store, token);
  if (owner === null) throw new Refusal('invalid_token');
  return owner;
};

/** Lets holders of a client's own token pass and sets `clientId`. */
export const registrarOnly: MiddlewareHandler<BackendEnv> = async (c, next) => {
  const owner = await bearerOwner(c.req.header('authorization'), c.get('store'));
  if (owner.type !== 'client') throw new Refusal('invalid_token');
  c.set('clientId', owner.clientId);
  await next();
};

/** Lets logged-in users pass and sets `user`. */
export const userOnly: MiddlewareHandler<BackendEnv> = async (c, next) => {
  const owner = await bearerOwner(c.req.header('authorization'), c.get('store'));
  if (owner.type !== 'user') throw new Refusal('invalid_token');
  if (owner.user.disabled_at !== null) throw new Refusal('user_disabled');
  c.set('user', owner.user);
  await next();
};
