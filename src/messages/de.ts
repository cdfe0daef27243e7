import type { Catalogue } from './catalogue';
import { appWords } from './de/app';
import { audiogramWords } from './de/audiogram';
import { hearingTestWords } from './de/hearing-test';
import { onboardingWords } from './de/onboarding';
import { partnerWords } from './de/partner';
import { profileWords } from './de/profile';
import { settingsWords } from './de/settings';
import { errors } from './de/errors';

/** Deutsch, mit „du“. */
export const de: Catalogue = {
  errors,
  ...appWords,
  ...onboardingWords,
  ...partnerWords,
  ...profileWords,
  ...settingsWords,
  ...hearingTestWords,
  ...audiogramWords,
};
