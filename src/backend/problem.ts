import type { Context } from 'hono';
import { HTTPException } from 'hono/http-exception';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { OAuthError, Problem, ProblemCode } from '../contract/http/problem';
import type { BackendEnv } from './environment';

const KINDS: Record<ProblemCode, readonly [status: ContentfulStatusCode, title: string]> = {
  invalid_request: [400, 'The request is not valid'],
  invalid_client: [401, 'The client is not known'],
  invalid_token: [401, 'The access token is not valid'],
  user_disabled: [403, 'The user is disabled'],
  not_found: [404, 'There is nothing here'],
  conflict: [409, 'The id was used before'],
  user_deleted: [410, 'The user was deleted'],
  etag_mismatch: [412, 'The resource has changed'],
  payload_too_large: [413, 'The request is too large'],
  rate_limited: [429, 'Too many requests'],
  internal: [500, 'The service failed'],
  profile_data_unreadable: [503, 'Profile data unreadable'],
};

interface RefusalFacts {
  /** Another status than the usual one of the code. */
  readonly status?: ContentfulStatusCode;
  /** The answer on `/oauth/*`, where RFC 6749 has words of its own. */
  readonly oauth?: OAuthError;
  readonly retryAfterMs?: number;
}

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
  new Refusal('invalid_request', { oauth: { error: 'invalid_grant', reason } });

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

/** Answers a refusal: RFC 6749 fields for the client's faults on `/oauth/*`, else an RFC 9457 problem. */
export const answerRefusal = <E extends BackendEnv>(
  c: Context<E>,
  { code, facts }: Refusal,
): Response => {
  const { retryAfterMs, oauth = { error: oauthName(code), code } } = facts;
  const [usualStatus, title] = KINDS[code];
  const status = facts.status ?? usualStatus;
  const isOAuth = c.req.path.startsWith('/oauth/');
  const retry = retryAfterMs === undefined ? {} : { retryAfterMs };
  if (retryAfterMs !== undefined) {
    c.header('retry-after', String(Math.ceil(retryAfterMs / 1000)));
  }
  if (status === 401) {
    c.header('www-authenticate', isOAuth ? 'Basic realm="mimi"' : `Bearer error="${code}"`);
  }
  if (isOAuth && status < 500) return c.json({ ...oauth, ...retry } satisfies OAuthError, status);
  const problem: Problem = {
    type: `urn:mimi:problem:${code}`,
    title,
    status,
    code,
    instance: c.get('requestId'),
    retryable: status === 429 || status >= 500,
    ...retry,
  };
  return c.json(problem, status, { 'content-type': 'application/problem+json' });
};
