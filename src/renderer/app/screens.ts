import { lazyScreen } from './lazy-screen';

/** The screens that are not in the first chunk: nearly every start opens on the profile, which is. */
export const screens = {
  onboarding: lazyScreen(() => import('../features/onboarding/Onboarding')),
  settings: lazyScreen(() => import('../features/settings/Settings')),
  saveKit: lazyScreen(() => import('../features/recovery/SaveKit')),
  openKit: lazyScreen(() => import('../features/recovery/OpenKit')),
  partner: lazyScreen(() => import('../features/partner/PartnerPage')),
  blocked: lazyScreen(() => import('../features/blocked/Blocked')),
  choose: lazyScreen(() => import('../features/choose-start/ChooseStart')),
  hearingTest: lazyScreen(() => import('../features/hearing-test/HearingTest')),
  audiogram: lazyScreen(() => import('../features/audiogram/AudiogramPage')),
  bringAudiogram: lazyScreen(() => import('../features/audiogram/BringAudiogram')),
};
