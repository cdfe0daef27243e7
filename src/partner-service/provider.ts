import { generateKeyPairSync, randomBytes } from 'node:crypto';
import Provider, { errors, type Configuration, type JWK } from 'oidc-provider';
import { ASSOCIATION_SCOPE } from '../contract/http/association';
import type { Accounts } from './accounts';
import type { CheckToken } from './association-app';
import type { createMemoryStore } from './memory-adapter';

interface ProviderDeps {
  readonly issuer: string;
  readonly clientId: string;
  readonly associationUrl: string;
  readonly accounts: Accounts;
  readonly store: ReturnType<typeof createMemoryStore>;
  /** Where a client may be sent back to; a loopback address with any port by default (RFC 8252). */
  readonly redirectUri?: string;
}

const newKey = (): JWK => {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  return {
    ...privateKey.export({ format: 'jwk' }),
    use: 'sig',
    alg: 'ES256',
    kid: 'signing',
  };
};

const configurationOf = (deps: ProviderDeps): Configuration => {
  const { clientId, associationUrl, accounts, store } = deps;
  return {
    clients: [
      {
        client_id: clientId,
        application_type: 'native',
        token_endpoint_auth_method: 'none',
        redirect_uris: [deps.redirectUri ?? 'http://127.0.0.1/callback'],
        grant_types: ['authorization_code', 'refresh_token'],
        response_types: ['code'],
        id_token_signed_response_alg: 'ES256',
      },
    ],
    adapter: store.adapterFor,
    jwks: { keys: [newKey()] },
    cookies: { keys: [randomBytes(32).toString('hex')] },
    pkce: { methods: ['S256'], required: () => true },
    scopes: ['openid', 'offline_access', 'profile'],
    claims: { openid: ['sub'], profile: ['name'] },
    conformIdTokenClaims: false,
    rotateRefreshToken: true,
    findAccount: (_context, sub) => ({
      accountId: sub,
      claims: () => ({ sub, name: accounts.nameOf(sub) }),
    }),
    interactions: { url: (_context, { uid }) => `/interaction/${uid}` },
    ttl: {
      AccessToken: 600,
      AuthorizationCode: 60,
      Grant: 86_400,
      IdToken: 600,
      Interaction: 600,
      RefreshToken: 86_400,
      Session: 86_400,
    },
    features: {
      devInteractions: { enabled: false },
      revocation: { enabled: true },
      resourceIndicators: {
        enabled: true,
        useGrantedResource: () => true,
        defaultResource: () => associationUrl,
        getResourceServerInfo: (_context, resource) => {
          if (resource !== associationUrl) throw new errors.InvalidTarget();
          return {
            scope: ASSOCIATION_SCOPE,
            audience: associationUrl,
            accessTokenFormat: 'opaque',
          };
        },
      },
    },
    renderError: (context, { error }) => {
      context.type = 'html';
      context.body = `<!doctype html><title>Refused</title><h1>The partner refused this</h1><p>${error}</p>`;
    },
  };
};

/** An OpenID provider for one native, public client. */
export const createProvider = (deps: ProviderDeps) => {
  const provider = new Provider(deps.issuer, configurationOf(deps));

  /** Asks the provider about a token, as its introspection endpoint would. */
  const checkToken: CheckToken = async (text) => {
    const token = await provider.AccessToken.find(text);
    if (!token?.isValid || token.aud !== deps.associationUrl) return 'invalid';
    return token.scope?.split(' ').includes(ASSOCIATION_SCOPE) ? { sub: token.accountId } : 'scope';
  };

  return { provider, checkToken };
};
