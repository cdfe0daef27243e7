import { z } from 'zod';
import { hearingTestSchema } from './hearing-test';

/** A user's hearing profile: the newest hearing test, and how many are stored. */
export const hearingProfileSchema = z.strictObject({
  test: hearingTestSchema,
  count: z.int().positive(),
});

export type HearingProfile = z.infer<typeof hearingProfileSchema>;
