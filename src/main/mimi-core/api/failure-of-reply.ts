import { AppError, type ErrorCode } from '../../../contract/errors';
import {
  oauthErrorSchema,
  problemSchema,
  type OAuthError,
  type ProblemCode,
} from '../../../contract/http/problem';

/** A reply read to its end. `json` is undefined when the body is not JSON. */
export interface Reply {
  readonly status: number;
  readonly json: unknown;
  readonly retryAfter: string | null;
}

/** Longest wait a service can ask of us, in milliseconds. */
const MAX_RETRY_AFTER_MS = 300_000;

type Named = ProblemCode | OAuthError['error'] | `invalid_grant ${'deleted' | 'disabled'}`;

/** What the service's own words mean: the codes of problem documents and of the OAuth endpoints. */
const BY_NAME: Record<Named, ErrorCode> = {
  invalid_request: 'service/invalid-request',
  unsupported_grant_type: 'service/invalid-request',
  payload_too_large: 'service/invalid-request',
  invalid_client: 'service/misconfigured',
  not_found: 'service/misconfigured',
  invalid_token: 'service/bad-response',
  rate_limited: 'service/rate-limited',
  etag_mismatch: 'service/conflict',
  conflict: 'service/conflict',
  internal: 'service/unavailable',
  temporarily_unavailable: 'service/unavailable',
  profile_data_unreadable: 'service/data-unreadable',
  user_deleted: 'session/user-deleted',
  user_disabled: 'session/user-disabled',
  invalid_grant: 'session/unknown-id',
  'invalid_grant deleted': 'session/user-deleted',
  'invalid_grant disabled': 'session/user-disabled',
};

/** What a reply in nobody's words means. Never that there is something about the user. */
const byStatus = (status: number): ErrorCode => {
  if (status >= 500 || status === 408) return 'service/unavailable';
  if (status === 429) return 'service/rate-limited';
  if (status === 409 || status === 412) return 'service/conflict';
  if ([403, 404, 405, 410].includes(status)) return 'service/misconfigured';
  if (status === 401 || status < 400) return 'service/bad-response';
  return 'service/invalid-request';
};

const RETRYABLE: readonly ErrorCode[] = [
  'service/unavailable',
  'service/rate-limited',
  'service/bad-response',
  'service/data-unreadable',
];

const nameOf = (json: unknown): Named | null => {
  const problem = problemSchema.safeParse(json);
  if (problem.success) return problem.data.code;
  const oauth = oauthErrorSchema.safeParse(json);
  if (!oauth.success) return null;
  const { error, reason } = oauth.data;
  const isUserGone = reason === 'deleted' || reason === 'disabled';
  return error === 'invalid_grant' && isUserGone ? `${error} ${reason}` : error;
};

/** `Retry-After` as milliseconds from `now`: seconds or an HTTP date, between 0 and 300 s. */
export const parseRetryAfter = (value: string | null, now: number): number | undefined => {
  if (value === null || value.trim() === '') return undefined;
  const seconds = Number(value);
  const ms = Number.isFinite(seconds) ? seconds * 1000 : Date.parse(value) - now;
  return Number.isFinite(ms) ? Math.min(Math.max(ms, 0), MAX_RETRY_AFTER_MS) : undefined;
};

/** What a reply that is not a success comes to. Never a reason to log out unless it names the user. */
export const failureOfReply = ({ status, json, retryAfter }: Reply, now: number): AppError => {
  const name = nameOf(json);
  const code = name === null ? byStatus(status) : BY_NAME[name];
  const retryAfterMs = parseRetryAfter(retryAfter, now);
  const retryable = RETRYABLE.includes(code);
  return new AppError(code, {
    status,
    retryable,
    ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
  });
};

/** A reply whose form is not the service's: a captive portal, a wrong address, a broken proxy. */
export const malformedReply = (status: number): AppError =>
  new AppError('service/bad-response', { status, retryable: true });

/** True for the service's own "there is none": a 404 that is a problem document. */
export const isNotFound = ({ status, json }: Reply): boolean =>
  status === 404 && nameOf(json) === 'not_found';
