import * as oauth from 'oauth4webapi';
import { AppError } from '../../../contract/errors';
import type { ServicePort } from '../ports';

/** Nothing is cached, no cookie is sent, and a redirect must not carry a secret elsewhere. */
export const REQUEST_POLICY = {
  cache: 'no-store',
  credentials: 'omit',
  redirect: 'error',
} as const;

/** oauth4webapi takes https only; where requests really go, and whether they may, is decided here. */
const STAND_IN = 'https://service.invalid';

const PLAIN_HTTP_HOSTS = ['embedded.invalid', 'localhost', '127.0.0.1', '[::1]'];

/** Refuses a service over plain http anywhere but on this computer. Errors: service/misconfigured. */
export const assertSecure = (baseUrl: string): void => {
  const { protocol, hostname } = new URL(baseUrl);
  if (protocol === 'https:') return;
  if (protocol === 'http:' && PLAIN_HTTP_HOSTS.includes(hostname)) return;
  throw new AppError('service/misconfigured');
};

/** Requests of the OAuth endpoints; oauth4webapi knows how they are put together. */
export const createTokenEndpoint = (
  service: ServicePort,
  credentials: { readonly clientId: string; readonly clientSecret: string },
) => {
  const server: oauth.AuthorizationServer = {
    issuer: STAND_IN,
    token_endpoint: `${STAND_IN}/oauth/token`,
    revocation_endpoint: `${STAND_IN}/oauth/revoke`,
  };
  const client: oauth.Client = { client_id: credentials.clientId };
  const auth = oauth.ClientSecretBasic(credentials.clientSecret);
  const options = (signal: AbortSignal) => {
    assertSecure(service.baseUrl);
    return {
      signal,
      [oauth.customFetch]: (url: string, init: object) =>
        service.fetch(
          new Request(url.replace(STAND_IN, service.baseUrl), {
            ...init,
            ...REQUEST_POLICY,
            signal,
          }),
        ),
    };
  };
  return {
    clientCredentials: async (signal: AbortSignal) =>
      oauth.clientCredentialsGrantRequest(server, client, auth, {}, options(signal)),
    grant: async (grantType: string, parameters: Record<string, string>, signal: AbortSignal) =>
      oauth.genericTokenEndpointRequest(
        server,
        client,
        auth,
        grantType,
        parameters,
        options(signal),
      ),
    refresh: async (refreshToken: string, signal: AbortSignal) =>
      oauth.refreshTokenGrantRequest(server, client, auth, refreshToken, options(signal)),
    revoke: async (refreshToken: string, signal: AbortSignal) =>
      oauth.revocationRequest(server, client, auth, refreshToken, options(signal)),
  };
};
