import type { z } from 'zod';
import type { AnonymousId } from '../../../contract/anonymous-id';
import { AppError, type ErrorCode } from '../../../contract/errors';
import { hearingProfileSchema, type HearingProfile } from '../../../contract/hearing-profile';
import { hearingTestSchema } from '../../../contract/hearing-test';
import { hearingTestsPageSchema } from '../../../contract/http/hearing-tests';
import {
  ANONYMOUS_ID_GRANT,
  clientTokenSchema,
  loggedInSchema,
  registeredSchema,
  serviceUserSchema,
  tokensSchema,
  userSettingsSchema,
  type ServiceUser,
  type TokensReply,
} from '../../../contract/http/users';
import { userExportSchema } from '../../../contract/http/user-export';
import type { HearingTest } from '../../../hearing/hearing-test';
import type { MimiCorePorts } from '../ports';
import { isNotFound, malformedReply, type Reply } from './failure-of-reply';
import { createTransport, type CallOptions, type Exchange } from './transport';

/** A user just authenticated: who the service says it is, with the tokens of the new session. */
export interface Authenticated {
  readonly user: ServiceUser & {
    readonly anonymousId: string;
    /** When another session of theirs was last used, in milliseconds since 1970. */
    readonly lastUsedAt?: number | null | undefined;
  };
  readonly tokens: TokensReply;
}

export interface MimiApiDeps extends MimiCorePorts {
  readonly clientId: string;
  readonly clientSecret: string;
  readonly ended: AbortSignal;
  readonly noteService: (trouble: ErrorCode | null) => void;
  /** Is given a session that arrived when nobody waited for it any more. */
  readonly stray: (reply: Authenticated) => void;
}

const as =
  <S extends z.ZodType>(schema: S) =>
  (reply: Reply): z.output<S> => {
    const parsed = schema.safeParse(reply.json);
    // zod's own message quotes what it read, so it goes no further.
    if (!parsed.success) throw malformedReply(reply.status);
    return parsed.data;
  };

/** Which tests to list. */
export interface TestsQuery {
  readonly before: number | null;
  /** 1..`HEARING_TESTS_PER_PAGE`. */
  readonly limit: number;
}

const TESTS = '/v1/me/hearing-tests';
const SETTINGS = '/v1/me/settings';

/** Only the service's own 204 is a deletion: a portal's friendly 200 is not. */
const onlyNoContent = (reply: Reply): void => {
  if (reply.status !== 204) throw malformedReply(reply.status);
};

/** RFC 6749 2.3.1: id and secret are form-encoded before they are joined. */
export const basic = (...credentials: readonly string[]): string => {
  const encoded = credentials.map((text) => new URLSearchParams([['', text]]).toString().slice(1));
  return `Basic ${btoa(encoded.join(':'))}`;
};

/** Seconds before its end at which a client token is not used any more. */
const CLIENT_TOKEN_MARGIN_S = 30;

const authenticated = (reply: Reply): Authenticated => {
  const { user, ...tokens } = as(loggedInSchema)(reply);
  return { user, tokens };
};

export type MimiApi = ReturnType<typeof createMimiApi>;

/**
 * Creates the service's calls. Errors: service/* (none of them says anything about the user), and
 * session/unknown-id, session/user-deleted, session/user-disabled, which are definitive.
 */
export const createMimiApi = (deps: MimiApiDeps) => {
  const { clock, product, clientId, clientSecret, stray } = deps;
  const transport = createTransport(deps);
  let clientToken: { readonly value: string; readonly until: number } | null = null;

  /** Posts a form to an OAuth endpoint as this client. */
  const post = <T>(
    path: '/oauth/token' | '/oauth/revoke',
    fields: Record<string, string>,
    answer: Pick<Exchange<T>, 'parse' | 'late'>,
    options: CallOptions = {},
  ): Promise<T> => {
    const authorization = basic(clientId, clientSecret);
    const body = new URLSearchParams(fields);
    return transport.call({ method: 'POST', path, authorization, body, ...answer }, options);
  };

  /** Makes a request with a bearer token. */
  const ask = <T>(
    accessToken: string,
    exchange: Omit<Exchange<T>, 'authorization'>,
    options: CallOptions = {},
  ): Promise<T> => transport.call({ ...exchange, authorization: `Bearer ${accessToken}` }, options);

  const clientAccess = async (): Promise<string> => {
    if (clientToken !== null && clock.monotonic() < clientToken.until) return clientToken.value;
    const fields = { grant_type: 'client_credentials' };
    const reply = await post('/oauth/token', fields, { parse: as(clientTokenSchema) });
    const seconds = reply.expires_in - CLIENT_TOKEN_MARGIN_S;
    clientToken = { value: reply.access_token, until: clock.monotonic() + seconds * 1000 };
    return reply.access_token;
  };

  const register = async (anonymousId: AnonymousId): Promise<Authenticated> =>
    ask(await clientAccess(), {
      method: 'POST',
      path: '/v1/anonymous-users',
      body: { anonymousId, product },
      parse: as(registeredSchema),
      late: stray,
    });

  return {
    /** Registers an id the client made; repeating it is harmless. */
    register: (anonymousId: AnonymousId) =>
      register(anonymousId).catch((thrown: unknown) => {
        const refusedToken = thrown instanceof AppError && thrown.facts.status === 401;
        if (!refusedToken || clientToken === null) throw thrown;
        clientToken = null;
        return register(anonymousId);
      }),
    login: (anonymousId: AnonymousId, options?: CallOptions) => {
      const fields = { grant_type: ANONYMOUS_ID_GRANT, anonymous_id: anonymousId };
      return post('/oauth/token', fields, { parse: authenticated, late: stray }, options);
    },
    refresh: (refreshToken: string) => {
      const fields = { grant_type: 'refresh_token', refresh_token: refreshToken };
      return post('/oauth/token', fields, { parse: as(tokensSchema) });
    },
    revoke: (token: string, options?: CallOptions) =>
      post('/oauth/revoke', { token }, { parse: () => undefined }, options),
    me: (access: string) =>
      ask(access, { method: 'GET', path: '/v1/me', parse: as(serviceUserSchema) }),
    submitYearOfBirth: (access: string, yearOfBirth: number, options?: CallOptions) => {
      const parse = as(serviceUserSchema);
      return ask(
        access,
        { method: 'PATCH', path: '/v1/me', body: { yearOfBirth }, parse },
        options,
      );
    },
    /** The hearing profile, or null when the user has none yet. */
    profile: (access: string) =>
      ask<HearingProfile | null>(access, {
        method: 'GET',
        path: '/v1/me/profile',
        parse: as(hearingProfileSchema),
        otherwise: (reply) => (isNotFound(reply) ? null : undefined),
      }),
    /** Stores a test under its own id; repeating it is harmless. Errors: service/conflict for an id used before. */
    storeTest: (access: string, test: HearingTest, options?: CallOptions) => {
      const parse = (reply: Reply): void => {
        if (as(hearingTestSchema)(reply).id !== test.id) throw malformedReply(reply.status);
      };
      const exchange = { method: 'PUT', path: TESTS, rest: `/${test.id}`, body: test } as const;
      return ask(access, { ...exchange, parse }, options);
    },
    /** Deletes a test; one that is not stored is deleted too. */
    deleteTest: (access: string, testId: string, options?: CallOptions) => {
      const exchange = { method: 'DELETE', path: TESTS, rest: `/${testId}` } as const;
      return ask(access, { ...exchange, parse: onlyNoContent }, options);
    },
    /** Tests older than `before` (milliseconds since 1970; null: from the newest on), newest first. */
    tests: (access: string, { before, limit }: TestsQuery) => {
      const query = new URLSearchParams({ limit: String(limit) });
      if (before !== null) query.set('before', String(before));
      const parse = as(hearingTestsPageSchema);
      return ask(access, { method: 'GET', path: TESTS, rest: `?${query.toString()}`, parse });
    },
    /** One test, or null when the service has none of this id. */
    test: (access: string, testId: string) =>
      ask<HearingTest | null>(access, {
        method: 'GET',
        path: TESTS,
        rest: `/${testId}`,
        parse: as(hearingTestSchema),
        otherwise: (reply) => (isNotFound(reply) ? null : undefined),
      }),
    /** The client's own settings of the user. */
    settings: (access: string) =>
      ask(access, { method: 'GET', path: SETTINGS, parse: as(userSettingsSchema) }),
    /** Replaces them. */
    storeSettings: (
      access: string,
      settings: z.input<typeof userSettingsSchema>,
      options?: CallOptions,
    ) => {
      const parse = as(userSettingsSchema);
      return ask(access, { method: 'PUT', path: SETTINGS, body: settings, parse }, options);
    },
    exportUser: (access: string) =>
      ask(access, { method: 'GET', path: '/v1/me/export', parse: as(userExportSchema) }),
    deleteUser: (access: string) =>
      ask(access, { method: 'DELETE', path: '/v1/me', parse: onlyNoContent }),
  };
};
