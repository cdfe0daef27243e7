import type { Context } from 'hono';
import { HTTPException } from 'hono/http-exception';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { OAuthError, Problem, ProblemCode } from '../contract/http/problem';
import type { BackendEnv } from './environment';

interface RefusalFacts {
  readonly status?: ContentfulStatusCode;
  readonly reason?: NonNullable<OAuthError['reason']>;
  /** Name of the error on `/oauth/*`, where RFC 6749 has a word of its own. */
  readonly oauth?: OAuthError['error'];
  readonly retryAfterMs?: number;
}

const KINDS = {
  invalid_request: { status: 400, title: 'The request is not valid', retryable: false },
  invalid_client: { status: 401, title: 'The client is not known', retryable: false },
  invalid_token: { status: 401, title: 'The access token is not valid', retryable: false },
  user_disabled: { status: 403, title: 'The user is disabled', retryable: false },
  not_found: { status: 404, title: 'There is nothing here', retryable: false },
  user_deleted: { status: 410, title: 'The user was deleted', retryable: false },
  etag_mismatch: { status: 412, title: 'The resource has changed', retryable: false },
  payload_too_large: { status: 413, title: 'The request is too large', retryable: false },
  rate_limited: { status: 429, title: 'Too many requests', retryable: true },
  internal: { status: 500, title: 'The service failed', retryable: true },
  profile_data_unreadable: { status: 503, title: 'Profile data unreadable', retryable: true },
} as const satisfies Record<
  ProblemCode,
  { status: ContentfulStatusCode; title: string; retryable: boolean }
>;

/** A request that is refused: thrown anywhere, answered in one place. Carries no free text. */
export class Refusal extends Error {
  override readonly name = 'Refusal';

  constructor(
    readonly code: ProblemCode,
    readonly facts: RefusalFacts = {},
  ) {
    super(code);
  }
}

/** RFC 6749 `invalid_grant` with why the id or token was refused. */
export const invalidGrant = (reason: NonNullable<OAuthError['reason']>): Refusal =>
  new Refusal('invalid_request', { oauth: 'invalid_grant', reason });

/** Any thrown value as a refusal; what is not known becomes `internal` and loses its text. */
export const toRefusal = (thrown: unknown): Refusal => {
  if (thrown instanceof Refusal) return thrown;
  if (!(thrown instanceof HTTPException) || thrown.status >= 500) return new Refusal('internal');
  return new Refusal('invalid_request', { status: thrown.status });
};

const oauthName = (code: ProblemCode): OAuthError['error'] => {
  if (code === 'invalid_client') return 'invalid_client';
  return code === 'rate_limited' ? 'temporarily_unavailable' : 'invalid_request';
};

const retryFacts = ({ retryAfterMs }: RefusalFacts): { retryAfterMs?: number } =>
  retryAfterMs === undefined ? {} : { retryAfterMs };

/** Answers a refusal: RFC 6749 fields for the client's faults on `/oauth/*`, else an RFC 9457 problem. */
export const answerRefusal = (c: Context<BackendEnv>, refusal: Refusal): Response => {
  const { code, facts } = refusal;
  const kind = KINDS[code];
  const status = facts.status ?? kind.status;
  const isOAuth = c.req.path.startsWith('/oauth/');
  if (status === 401) {
    c.header('www-authenticate', isOAuth ? 'Basic realm="mimi"' : `Bearer error="${code}"`);
  }
  if (facts.retryAfterMs !== undefined) {
    c.header('retry-after', String(Math.ceil(facts.retryAfterMs / 1000)));
  }
  if (isOAuth && status < 500) {
    const { reason, oauth = oauthName(code) } = facts;
    const why = reason === undefined ? {} : { reason };
    const sameCode = facts.oauth === undefined ? { code } : {};
    return c.json<OAuthError>({ error: oauth, ...why, ...sameCode, ...retryFacts(facts) }, status);
  }
  const problem: Problem = {
    type: `urn:mimi:problem:${code}`,
    title: kind.title,
    status,
    code,
    instance: c.get('requestId'),
    retryable: kind.retryable,
    ...retryFacts(facts),
  };
  return c.json(problem, status, { 'content-type': 'application/problem+json' });
};
