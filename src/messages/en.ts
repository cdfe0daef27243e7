import { appWords } from './en/app';
import { audiogramWords } from './en/audiogram';
import { hearingTestWords } from './en/hearing-test';
import { onboardingWords } from './en/onboarding';
import { partnerWords } from './en/partner';
import { profileWords } from './en/profile';
import { settingsWords } from './en/settings';
import { errors } from './en/errors';

/** English, and the shape every other language must have. Messages are ICU. */
export const en = {
  errors,
  ...appWords,
  ...onboardingWords,
  ...partnerWords,
  ...profileWords,
  ...settingsWords,
  ...hearingTestWords,
  ...audiogramWords,
} as const;
