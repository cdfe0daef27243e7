import { z } from 'zod';

const thresholdSchema = z.strictObject({
  frequencyHz: z.number().min(20).max(20_000),
  thresholdDbHl: z.number().min(-20).max(130),
});

const earSchema = z.array(thresholdSchema).min(1).max(16);

/**
 * A hearing profile as the service stores it and the screens draw it. `basis` says where the thresholds
 * come from; an age estimate is the ISO 7029:2017 median for the year of birth.
 */
export const hearingProfileSchema = z.strictObject({
  basis: z.literal('age-estimate'),
  yearOfBirth: z.int().min(1800).max(2200),
  audiogram: z.strictObject({ left: earSchema, right: earSchema }),
});

export type HearingProfile = z.infer<typeof hearingProfileSchema>;
