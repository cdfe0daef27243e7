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
];

const within = (places: readonly Place[], place: Place | null): Place | null =>
  place !== null && places.includes(place) ? place : null;

/** The screen to show: main's snapshot says who is there, the place what they want to see of it. */
export const screenOf = (
  snapshot: Pick<Snapshot, 'session'> | null,
  place: Place | null,
): ScreenName => {
  if (snapshot === null) return 'restoring';
  const { session } = snapshot;
  switch (session.status) {
    case 'restoring':
      return 'restoring';
    case 'blocked':
      // Only where the file is beyond reading does another way in make sense; a locked one opens again.
      return session.cause === 'secrets/unreadable' && place === 'paste-key'
        ? 'paste-key'
        : 'blocked';
    case 'signed-out':
      return (
        within(ONBOARDING, place) ??
        (session.pendingYearOfBirth === null ? 'welcome' : 'year-of-birth')
      );
    case 'active':
      if (session.user.yearOfBirth === null) {
        return within(['too-young', 'settings'], place) ?? 'year-of-birth';
      }
      return within(['settings'], place) ?? 'profile';
    default:
      return session satisfies never;
  }
};
