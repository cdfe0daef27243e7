import { z } from 'zod';
import { hearingTestSchema } from '../hearing-test';
import { serviceUserSchema, userSettingsSchema } from './users';

/** `GET /v1/me/export`: everything the service holds about one user. No tokens, no anonymousId. */
export const userExportSchema = z.object({
  format: z.literal('mimi-companion-export'),
  version: z.literal(1),
  /** Milliseconds since 1970. */
  exportedAt: z.int().nonnegative(),
  user: serviceUserSchema,
  product: z.string(),
  hearingTests: z.array(hearingTestSchema),
  settings: userSettingsSchema,
});

export type UserExport = z.infer<typeof userExportSchema>;
