import { AppError, type ErrorCode } from '../../../contract/errors';
import { oauthErrorSchema, problemSchema, type ProblemCode } from '../../../contract/http/problem';

/** A reply read to its end. `json` is undefined when the body is not JSON. */
export interface Reply {
  readonly status: number;
  readonly json: unknown;
  readonly retryAfter: string | null;
}

/** Longest wait a service can ask of us, in milliseconds. */
const MAX_RETRY_AFTER_MS = 300_000;

const BY_PROBLEM: Record<ProblemCode, ErrorCode> = {
  invalid_request: 'service/invalid-request',
  invalid_client: 'service/misconfigured',
  invalid_token: 'service/bad-response',
  rate_limited: 'service/rate-limited',
  not_found: 'service/misconfigured',
  user_deleted: 'session/user-deleted',
  user_disabled: 'session/user-disabled',
  etag_mismatch: 'service/conflict',
  payload_too_large: 'service/invalid-request',
  profile_data_unreadable: 'service/data-unreadable',
  internal: 'service/unavailable',
};

const byStatus = (status: number): ErrorCode => {
  if (status >= 500 || status === 408) return 'service/unavailable';
  if (status === 429) return 'service/rate-limited';
  if (status === 409 || status === 412) return 'service/conflict';
  if (status === 410) return 'session/user-deleted';
  if (status === 403 || status === 404 || status === 405) return 'service/misconfigured';
  if (status === 401 || status < 400) return 'service/bad-response';
  return 'service/invalid-request';
};

const byOAuthError = (json: unknown): ErrorCode | null => {
  const parsed = oauthErrorSchema.safeParse(json);
  if (!parsed.success) return null;
  const { error, reason } = parsed.data;
  switch (error) {
    case 'invalid_client':
      return 'service/misconfigured';
    case 'invalid_request':
    case 'unsupported_grant_type':
      return 'service/invalid-request';
    case 'temporarily_unavailable':
      return 'service/unavailable';
    case 'invalid_grant':
      if (reason === 'deleted') return 'session/user-deleted';
      return reason === 'disabled' ? 'session/user-disabled' : 'session/unknown-id';
    default:
      return error satisfies never;
  }
};

/** `Retry-After` as milliseconds from `now`: seconds or an HTTP date, between 0 and 300 s. */
export const parseRetryAfter = (value: string | null, now: number): number | undefined => {
  if (value === null || value.trim() === '') return undefined;
  const seconds = Number(value);
  const ms = Number.isFinite(seconds) ? seconds * 1000 : Date.parse(value) - now;
  return Number.isFinite(ms) ? Math.min(Math.max(ms, 0), MAX_RETRY_AFTER_MS) : undefined;
};

const RETRYABLE: readonly ErrorCode[] = [
  'service/unavailable',
  'service/rate-limited',
  'service/bad-response',
  'service/data-unreadable',
];

/** What a reply that is not a success comes to. Never a reason to log out unless it names the user. */
export const failureOfReply = (reply: Reply, now: number): AppError => {
  const problem = problemSchema.safeParse(reply.json);
  const code = problem.success
    ? BY_PROBLEM[problem.data.code]
    : (byOAuthError(reply.json) ?? byStatus(reply.status));
  const fromBody = problem.success ? problem.data.retryAfterMs : undefined;
  const retryAfterMs =
    parseRetryAfter(reply.retryAfter, now) ??
    (fromBody === undefined ? undefined : Math.min(fromBody, MAX_RETRY_AFTER_MS));
  return new AppError(code, {
    status: reply.status,
    retryable: RETRYABLE.includes(code),
    ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
  });
};

/** A reply whose form is not the service's: a captive portal, a wrong address, a broken proxy. */
export const malformedReply = (status: number): AppError =>
  new AppError('service/bad-response', { status, retryable: true });

/** True for the service's own "there is none": a 404 that is a problem document. */
export const isNotFound = (reply: Reply): boolean => {
  const problem = problemSchema.safeParse(reply.json);
  return reply.status === 404 && problem.success && problem.data.code === 'not_found';
};
