import { z } from 'zod';
import { ANONYMOUS_ID_FORM } from '../anonymous-id';

/** A short text of one line. Without control characters: PostgreSQL stores none that has U+0000. */
export const shortTextSchema = z
  .string()
  .min(1)
  .max(64)
  .regex(/^\P{Cc}*$/u);

export const anonymousIdSchema = z.string().regex(ANONYMOUS_ID_FORM);

/** Tokens of one session. `expires_in` in seconds. */
export const tokensSchema = z.object({
  access_token: z.string().min(1),
  refresh_token: z.string().min(1),
  token_type: z.literal('bearer'),
  expires_in: z.int().positive(),
});

/** A user as the service tells it. `isAnonymous` has one value: no other user can exist. */
export const serviceUserSchema = z.object({
  userId: z.string().min(1),
  isAnonymous: z.literal(true),
  /** Milliseconds since 1970. */
  createdAt: z.int().nonnegative(),
  yearOfBirth: z.int().nullable(),
});

/** `POST /v1/anonymous-users`: the client makes the id; the same id again is the same user. */
export const registerUserSchema = z.strictObject({
  anonymousId: anonymousIdSchema,
  /** Product that registers, for the export. */
  product: shortTextSchema,
});

/** Reply to a registration (201 new, 200 the same again): echoes the id so that the client can compare. */
export const registeredSchema = z.object({
  user: serviceUserSchema.extend({ anonymousId: anonymousIdSchema }),
  tokens: tokensSchema,
});

/** Reply of the token endpoint to the anonymous-id grant. */
export const loggedInSchema = tokensSchema.extend({
  user: serviceUserSchema.extend({
    anonymousId: anonymousIdSchema,
    /** When another session of the user was last used, in milliseconds since 1970; null without one. */
    lastUsedAt: z.int().nonnegative().nullable().optional(),
  }),
});

/** Reply of the token endpoint to client credentials. */
export const clientTokenSchema = z.object({
  access_token: z.string().min(1),
  token_type: z.literal('bearer'),
  expires_in: z.int().positive(),
  scope: z.literal('anonymous:create'),
});

/** `PATCH /v1/me`. */
export const updateUserSchema = z.strictObject({ yearOfBirth: z.int().min(1800).max(2200) });

/** Levels of a document; a database may refuse very deep ones. */
const MAX_LEVELS = 64;

const levelsOf = (value: unknown): number =>
  typeof value === 'object' && value !== null
    ? 1 + Math.max(0, ...Object.values(value).map(levelsOf))
    : 0;

/** `GET|PUT /v1/me/settings`: a small document of the client's own, at most 16 KiB as JSON and 64 levels deep. */
export const userSettingsSchema = z
  .record(z.string().max(64), z.json())
  .refine((settings) => levelsOf(settings) <= MAX_LEVELS);

export const ANONYMOUS_ID_GRANT = 'urn:mimi:oauth:grant-type:anonymous-id';

export type ServiceUser = z.infer<typeof serviceUserSchema>;
export type TokensReply = z.infer<typeof tokensSchema>;
