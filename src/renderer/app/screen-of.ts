import type { Snapshot } from '../../contract/ipc/snapshot';
import type { Place } from '../stores/ui-store';

/** Every screen of the listener's window. */
export type ScreenName = 'restoring' | 'blocked' | 'profile' | Place;

const ONBOARDING: readonly Place[] = [
  'welcome',
  'what-is-kept',
  'year-of-birth',
  'too-young',
  'paste-key',
  'open-kit',
  'partner',
];

/** Where somebody with a profile, or about to have one, can go. */
const WITH_PROFILE: readonly Place[] = [
  'settings',
  'save-kit',
  'open-kit',
  'partner',
  'choose-start',
  'hearing-test',
  'resume-test',
  'bring-audiogram',
  'audiogram',
];

const within = (places: readonly Place[], place: Place | null): Place | null =>
  place !== null && places.includes(place) ? place : null;

/** The screen to show: main's snapshot says who is there, the place what they want to see of it. */
export const screenOf = (
  snapshot: Pick<Snapshot, 'session' | 'profile'> | null,
  place: Place | null,
): ScreenName => {
  if (snapshot === null) return 'restoring';
  const { session, profile } = snapshot;
  switch (session.status) {
    case 'restoring':
      return 'restoring';
    case 'blocked':
      // Only where the file is beyond reading does another way in make sense; a locked one opens again.
      return (
        (session.cause === 'secrets/unreadable' && within(['paste-key', 'open-kit'], place)) ||
        'blocked'
      );
    case 'signed-out':
      return (
        within(ONBOARDING, place) ??
        (session.pendingYearOfBirth === null ? 'welcome' : 'year-of-birth')
      );
    case 'active':
      if (session.user.yearOfBirth === null) {
        return (
          within(['too-young', 'settings', 'save-kit', 'open-kit', 'partner'], place) ??
          'year-of-birth'
        );
      }
      // The profile was just made there: no empty page in between.
      if (profile.status === 'loading' && place === 'year-of-birth') return place;
      return (
        within(WITH_PROFILE, place) ?? (profile.status === 'none' ? 'choose-start' : 'profile')
      );
    default:
      return session satisfies never;
  }
};
