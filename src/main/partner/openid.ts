import * as client from 'openid-client';
import { AppError } from '../../contract/errors';
import { ASSOCIATION_SCOPE } from '../../contract/http/association';
import type { PartnerConfig } from '../config/config';
import type { PartnerTokens } from '../mimi-core/partner-records';
import type { Clock, ServiceFetch } from '../mimi-core/ports';

/** What the sign-in needs to remember between browser and answer; never leaves main. */
export interface Challenge {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
  readonly redirectUri: string;
}

/** Who signed in, with the tokens of the account. */
export interface SignedIn {
  readonly sub: string;
  readonly name: string | null;
  readonly tokens: PartnerTokens;
}

/** The partner's OpenID provider. Errors: partner/unreachable, partner/refused, partner/clock, partner/sign-in-again. */
export interface OpenId {
  newChallenge(redirectUri: string): Challenge;
  /** The page to open in the browser: https, or http on this computer. */
  authorizationUrl(challenge: Challenge): Promise<string>;
  /** Exchanges the code in `answer`; `cancelled` when the person said no in the browser. */
  redeem(answer: URL, challenge: Challenge): Promise<SignedIn | 'cancelled'>;
  refresh(refreshToken: string): Promise<PartnerTokens>;
  revoke(token: string): Promise<void>;
}

interface OpenIdDeps {
  readonly config: PartnerConfig;
  readonly fetch: ServiceFetch;
  readonly clock: Pick<Clock, 'now'>;
}

/** Milliseconds the clocks may differ: beyond it neither can be trusted to tell old from new. */
const CLOCK_TOLERANCE_MS = 5 * 60_000;
/** Life of an access token whose provider does not say, in seconds. */
const UNSAID_LIFE_S = 300;
const TIMEOUT_S = 15;

const isLocal = ({ protocol, hostname }: URL): boolean =>
  protocol === 'http:' && ['localhost', '127.0.0.1', '[::1]'].includes(hostname);

const codeOf = (thrown: unknown): string =>
  thrown instanceof Error && 'code' in thrown ? String(thrown.code) : '';

/** The library's errors quote what they read, so only a code of ours goes on. */
const toPartnerError = (thrown: unknown): AppError => {
  if (thrown instanceof AppError) return thrown;
  if (thrown instanceof client.ResponseBodyError) {
    const isOver = thrown.error === 'invalid_grant';
    const isDown = thrown.status >= 500 || thrown.status === 429;
    if (isDown) return new AppError('partner/unreachable');
    return new AppError(isOver ? 'partner/sign-in-again' : 'partner/refused');
  }
  const code = codeOf(thrown);
  if (code === 'OAUTH_JWT_TIMESTAMP_CHECK_FAILED') return new AppError('partner/clock');
  const isAnswer = code.startsWith('OAUTH_') && !/RESPONSE_IS_NOT|TIMEOUT|ABORT/.test(code);
  return new AppError(isAnswer ? 'partner/refused' : 'partner/unreachable');
};

const nameIn = (claims: client.IDToken): string | null => {
  const { name, preferred_username: username, email } = claims;
  const named = [name, username, email].find((each) => typeof each === 'string' && each !== '');
  return typeof named === 'string' ? named.slice(0, 200) : null;
};

/** Speaks OpenID Connect with the partner: a public client with Authorization Code and PKCE (RFC 8252, RFC 7636). */
export const createOpenId = ({ config, fetch, clock }: OpenIdDeps): OpenId => {
  let found: Promise<client.Configuration> | null = null;

  const discover = async (): Promise<client.Configuration> => {
    const issuer = new URL(config.issuer);
    // The app's own clock, which tests can set.
    const skew = Math.round((clock.now() - Date.now()) / 1000);
    const metadata = { [client.clockSkew]: skew, token_endpoint_auth_method: 'none' };
    const configuration = await client.discovery(issuer, config.clientId, metadata, client.None(), {
      timeout: TIMEOUT_S,
      [client.customFetch]: (url, { body, ...options }) => {
        const form = body instanceof URLSearchParams ? body : null;
        return fetch(new Request(url, { ...options, body: form, credentials: 'omit' }));
      },
      // https is demanded everywhere but on this very computer.
      execute: isLocal(issuer) ? [client.allowInsecureRequests] : [],
    });
    client.enableNonRepudiationChecks(configuration);
    return configuration;
  };

  const provider = async <T>(use: (found: client.Configuration) => Promise<T> | T): Promise<T> => {
    try {
      return await use(await (found ??= discover()));
    } catch (thrown) {
      // A provider that failed is looked up anew: it may have moved its endpoints or keys.
      found = null;
      throw toPartnerError(thrown);
    }
  };

  const tokensOf = (reply: client.TokenEndpointResponse, old: string | null): PartnerTokens => ({
    accessToken: reply.access_token,
    refreshToken: reply.refresh_token ?? old,
    accessExpiresAt: clock.now() + (reply.expires_in ?? UNSAID_LIFE_S) * 1000,
  });

  return {
    newChallenge: (redirectUri) => ({
      state: client.randomState(),
      nonce: client.randomNonce(),
      verifier: client.randomPKCECodeVerifier(),
      redirectUri,
    }),
    authorizationUrl: ({ state, nonce, verifier, redirectUri }) => {
      // A partner that is down is better told of here than by the browser.
      found = null;
      return provider(async (configuration) => {
        const url = client.buildAuthorizationUrl(configuration, {
          redirect_uri: redirectUri,
          scope: `openid profile offline_access ${ASSOCIATION_SCOPE}`,
          resource: config.associationUrl,
          state,
          nonce,
          code_challenge: await client.calculatePKCECodeChallenge(verifier),
          code_challenge_method: 'S256',
          // The browser may remember another person: who it is to be is asked each time.
          prompt: 'login consent',
        });
        if (url.protocol !== 'https:' && !isLocal(url)) throw new AppError('partner/refused');
        return url.href;
      });
    },
    redeem: (answer, { state, nonce, verifier }) =>
      provider(async (configuration) => {
        if (answer.searchParams.get('error') === 'access_denied') return 'cancelled';
        const checks = { expectedState: state, expectedNonce: nonce, pkceCodeVerifier: verifier };
        const parameters = { resource: config.associationUrl };
        const reply = await client
          .authorizationCodeGrant(configuration, answer, checks, parameters)
          .catch((thrown: unknown) => {
            const error = toPartnerError(thrown);
            // Nobody was signed in yet: the code was too old, or used before.
            throw error.code === 'partner/sign-in-again' ? new AppError('partner/refused') : error;
          });
        const claims = reply.claims();
        if (claims === undefined) throw new AppError('partner/refused');
        if (Math.abs(claims.iat * 1000 - clock.now()) > CLOCK_TOLERANCE_MS) {
          await client
            .tokenRevocation(configuration, reply.refresh_token ?? reply.access_token)
            .catch(() => undefined);
          throw new AppError('partner/clock');
        }
        return { sub: claims.sub, name: nameIn(claims), tokens: tokensOf(reply, null) };
      }),
    refresh: (refreshToken) =>
      provider(async (configuration) => {
        const parameters = { resource: config.associationUrl };
        const reply = await client.refreshTokenGrant(configuration, refreshToken, parameters);
        return tokensOf(reply, refreshToken);
      }),
    revoke: (token) =>
      provider(async (configuration) => {
        if (configuration.serverMetadata().revocation_endpoint === undefined) return;
        await client.tokenRevocation(configuration, token);
      }),
  };
};
