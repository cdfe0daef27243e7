import type { z } from 'zod';
import { hearingProfileSchema, type HearingProfile } from '../contract/hearing-profile';
import { yearOfBirthRange } from '../contract/year-of-birth';
import { estimateAudiogram } from '../hearing/age-estimate';
import type { UserRow } from './storage/schema';

/** The hearing profile of a user: the stored one, else the estimate for the age; null without a year of birth. */
export const profileOf = (user: UserRow, currentYear: number): HearingProfile | null => {
  if (user.profile !== null) return hearingProfileSchema.parse(JSON.parse(user.profile));
  if (user.year_of_birth === null) return null;
  // A user who has grown older than the range since is served as the oldest.
  const modelYear = Math.max(user.year_of_birth, yearOfBirthRange(currentYear).min);
  const { left, right } = estimateAudiogram(modelYear, currentYear);
  return {
    basis: 'age-estimate',
    yearOfBirth: user.year_of_birth,
    audiogram: { left: [...left], right: [...right] },
  };
};

/** The client's own settings of a user. */
export const settingsOf = (user: UserRow): Record<string, z.core.util.JSONType> =>
  JSON.parse(user.settings) as Record<string, z.core.util.JSONType>;
