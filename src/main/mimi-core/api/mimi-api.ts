import type { z } from 'zod';
import type { AnonymousId } from '../../../contract/anonymous-id';
import { AppError, type ErrorCode } from '../../../contract/errors';
import { hearingProfileSchema, type HearingProfile } from '../../../contract/hearing-profile';
import {
  ANONYMOUS_ID_GRANT,
  clientTokenSchema,
  loggedInSchema,
  registeredSchema,
  serviceUserSchema,
  tokensSchema,
  type ServiceUser,
  type TokensReply,
} from '../../../contract/http/users';
import { userExportSchema, type UserExport } from '../../../contract/http/user-export';
import type { MimiCorePorts } from '../ports';
import { isNotFound, malformedReply, type Reply } from './failure-of-reply';
import { assertSecure, createTokenEndpoint, REQUEST_POLICY } from './token-endpoint';
import { createTransport, type CallOptions, type Exchange } from './transport';

/** A user just authenticated: who the service says it is, with the tokens of the new session. */
export interface Authenticated {
  readonly user: ServiceUser & { readonly anonymousId: string };
  readonly tokens: TokensReply;
}

/**
 * The service's calls. Errors: service/* (none of them says anything about the user), and
 * session/unknown-id, session/user-deleted, session/user-disabled, which are definitive.
 */
export interface MimiApi {
  /** Registers an id the client made; repeating it is harmless. */
  register(anonymousId: AnonymousId, options?: CallOptions): Promise<Authenticated>;
  login(anonymousId: AnonymousId, options?: CallOptions): Promise<Authenticated>;
  refresh(refreshToken: string, options?: CallOptions): Promise<TokensReply>;
  revoke(refreshToken: string, options?: CallOptions): Promise<void>;
  me(accessToken: string, options?: CallOptions): Promise<ServiceUser>;
  submitYearOfBirth(accessToken: string, year: number, options?: CallOptions): Promise<ServiceUser>;
  /** The hearing profile, or null when the user has none yet. */
  profile(accessToken: string, options?: CallOptions): Promise<HearingProfile | null>;
  exportUser(accessToken: string, options?: CallOptions): Promise<UserExport>;
  deleteUser(accessToken: string, options?: CallOptions): Promise<void>;
}

export interface MimiApiDeps extends MimiCorePorts {
  readonly clientId: string;
  readonly clientSecret: string;
  readonly ended: AbortSignal;
  readonly noteService: (trouble: ErrorCode | null) => void;
}

const as =
  <S extends z.ZodType>(schema: S) =>
  (reply: Reply): z.output<S> => {
    const parsed = schema.safeParse(reply.json);
    // zod's own message quotes what it read, so it goes no further.
    if (!parsed.success) throw malformedReply(reply.status);
    return parsed.data;
  };

/** Seconds before its end at which a client token is not used any more. */
const CLIENT_TOKEN_MARGIN_S = 30;

export const createMimiApi = (deps: MimiApiDeps): MimiApi => {
  const { service, clock, product } = deps;
  const transport = createTransport(deps);
  const oauth = createTokenEndpoint(service, deps);
  let clientToken: { readonly value: string; readonly until: number } | null = null;

  const token = <T>(
    parse: (reply: Reply) => T,
    options: CallOptions,
    send: (signal: AbortSignal) => Promise<Response>,
  ): Promise<T> => transport.call({ method: 'POST', path: '/oauth/token', send, parse }, options);

  /** A request with a bearer token; secrets travel in the header or in the body, never in the path. */
  const exchange = <T>(
    method: Exchange<T>['method'],
    path: string,
    accessToken: string,
    parse: (reply: Reply) => T,
    body?: object,
  ): Exchange<T> => {
    const content =
      body === undefined ? {} : { body: JSON.stringify(body), type: 'application/json' };
    const send = async (signal: AbortSignal): Promise<Response> => {
      assertSecure(service.baseUrl);
      const headers = {
        authorization: `Bearer ${accessToken}`,
        accept: 'application/json',
        ...(content.type === undefined ? {} : { 'content-type': content.type }),
      };
      const init = { ...REQUEST_POLICY, method, headers, signal };
      const url = `${service.baseUrl}${path}`;
      return service.fetch(
        new Request(url, content.body === undefined ? init : { ...init, body: content.body }),
      );
    };
    return { method, path, send, parse };
  };

  const clientAccess = async (options: CallOptions): Promise<string> => {
    if (clientToken !== null && clock.monotonic() < clientToken.until) return clientToken.value;
    const reply = await token(as(clientTokenSchema), options, oauth.clientCredentials);
    const seconds = reply.expires_in - CLIENT_TOKEN_MARGIN_S;
    clientToken = { value: reply.access_token, until: clock.monotonic() + seconds * 1000 };
    return reply.access_token;
  };

  const register = async (anonymousId: AnonymousId, options: CallOptions) => {
    const body = { anonymousId, product };
    const post = async (): Promise<Authenticated> => {
      const access = await clientAccess(options);
      const path = '/v1/anonymous-users';
      return transport.call(exchange('POST', path, access, as(registeredSchema), body), options);
    };
    return post().catch((thrown: unknown) => {
      const refusedToken = thrown instanceof AppError && thrown.facts.status === 401;
      if (!refusedToken || clientToken === null) throw thrown;
      clientToken = null;
      return post();
    });
  };

  return {
    register: (anonymousId, options = {}) => register(anonymousId, options),
    login: async (anonymousId, options = {}) => {
      const fields = { anonymous_id: anonymousId };
      const { user, ...tokens } = await token(as(loggedInSchema), options, (signal) =>
        oauth.grant(ANONYMOUS_ID_GRANT, fields, signal),
      );
      return { user, tokens };
    },
    refresh: (refreshToken, options = {}) =>
      token(as(tokensSchema), options, (signal) => oauth.refresh(refreshToken, signal)),
    revoke: (refreshToken, options = {}) => {
      const send = (signal: AbortSignal) => oauth.revoke(refreshToken, signal);
      const path = '/oauth/revoke';
      return transport.call({ method: 'POST', path, send, parse: () => undefined }, options);
    },
    me: (access, options = {}) =>
      transport.call(exchange('GET', '/v1/me', access, as(serviceUserSchema)), options),
    submitYearOfBirth: (access, yearOfBirth, options = {}) => {
      const body = { yearOfBirth };
      return transport.call(
        exchange('PATCH', '/v1/me', access, as(serviceUserSchema), body),
        options,
      );
    },
    profile: (access, options = {}) =>
      transport.call<HearingProfile | null>(
        {
          ...exchange('GET', '/v1/me/profile', access, as(hearingProfileSchema)),
          otherwise: (reply) => (isNotFound(reply) ? null : undefined),
        },
        options,
      ),
    exportUser: (access, options = {}) =>
      transport.call(exchange('GET', '/v1/me/export', access, as(userExportSchema)), options),
    deleteUser: (access, options = {}) =>
      transport.call(exchange('DELETE', '/v1/me', access, onlyNoContent), options),
  };
};

/** Only the service's own 204 is a deletion: a portal's friendly 200 is not. */
const onlyNoContent = (reply: Reply): void => {
  if (reply.status !== 204) throw malformedReply(reply.status);
};
