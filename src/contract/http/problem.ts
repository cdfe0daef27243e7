import { z } from 'zod';

/** Codes of the service's problem documents; the session engine maps them to error codes. */
export const problemCodeSchema = z.enum([
  'invalid_request',
  'invalid_client',
  'invalid_token',
  'rate_limited',
  'not_found',
  /** The id was used for something else, or for something that was deleted. */
  'conflict',
  'user_deleted',
  'user_disabled',
  'etag_mismatch',
  'payload_too_large',
  'profile_data_unreadable',
  'internal',
]);

/** RFC 9457 problem document, `application/problem+json`. */
export const problemSchema = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  code: problemCodeSchema,
  /** Request id, for support. */
  instance: z.string(),
  retryable: z.boolean(),
  retryAfterMs: z.int().nonnegative().optional(),
});

export type ProblemCode = z.infer<typeof problemCodeSchema>;
export type Problem = z.infer<typeof problemSchema>;

/** RFC 6749 section 5.2 error of the OAuth endpoints; `reason` says why an id was refused. */
export const oauthErrorSchema = z.object({
  error: z.enum([
    'invalid_request',
    'invalid_client',
    'invalid_grant',
    'unsupported_grant_type',
    'temporarily_unavailable',
  ]),
  error_description: z.string().optional(),
  reason: z.enum(['unknown', 'deleted', 'disabled', 'expired', 'revoked', 'reused']).optional(),
  /** The same code as in a problem document, where there is one. */
  code: problemCodeSchema.optional(),
  retryAfterMs: z.int().nonnegative().optional(),
});

export type OAuthError = z.infer<typeof oauthErrorSchema>;
