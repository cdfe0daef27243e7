import { z } from '@hono/zod-openapi';
import { oauthErrorSchema, problemSchema } from '../../contract/http/problem';
import { userSettingsSchema } from '../../contract/http/users';

/** A JSON reply of the OpenAPI document. */
export const json = <T extends z.ZodType>(schema: T, description: string) => ({
  description,
  content: { 'application/json': { schema } },
});

/** A JSON request body that must be there. */
export const body = <T extends z.ZodType>(schema: T) => ({
  required: true as const,
  content: { 'application/json': { schema } },
});

/** What every route of `/v1` may answer beside its own replies. */
export const PROBLEMS = {
  default: {
    description: 'RFC 9457 problem; its `code` says which',
    content: { 'application/problem+json': { schema: problemSchema } },
  },
};

/** What `/oauth/*` may answer beside its own replies; a fault of the service (5xx) is a problem document. */
export const OAUTH_ERRORS = {
  '4XX': json(
    oauthErrorSchema,
    'RFC 6749 section 5.2 error; `reason` says why a grant was refused',
  ),
  '5XX': PROBLEMS.default,
};

const anyObject = { type: 'object', additionalProperties: true } as const;

/** Any JSON object; said by hand, for the document's generator cannot follow a recursive schema. */
export const jsonObjectSchema = z.record(z.string(), z.json()).openapi(anyObject);

/** The settings as the document tells them; a clone, for the original may be older than `openapi()`. */
export const describedSettings = userSettingsSchema.clone().openapi(anyObject);
