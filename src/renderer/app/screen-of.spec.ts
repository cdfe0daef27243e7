import { describe, expect, it } from 'vitest';
import type { ProfileView, SessionView } from '../../contract/ipc/snapshot';
import type { Place } from '../stores/ui-store';
import { screenOf, type ScreenName } from './screen-of';

const loading = { status: 'done' } as const;
const signedOut: SessionView = {
  status: 'signed-out',
  reason: null,
  keptProfile: null,
  pendingYearOfBirth: null,
  loading,
};
const pending: SessionView = { ...signedOut, pendingYearOfBirth: 1966 };
const user = { userId: 'u', maskedId: '••••\u2009abcd', createdAt: 0, yearOfBirth: 1966 };
const active: SessionView = {
  status: 'active',
  user,
  pendingYearOfBirth: null,
  unsentTests: 0,
  loading,
};
const withoutYear: SessionView = { ...active, user: { ...user, yearOfBirth: null } };
const blocked = (cause: 'locked' | 'unreadable' | 'newer-version'): SessionView => ({
  status: 'blocked',
  cause: `secrets/${cause}`,
  loading,
});

const PLACES: readonly (Place | null)[] = [
  null,
  'welcome',
  'what-is-kept',
  'year-of-birth',
  'too-young',
  'paste-key',
  'settings',
  'choose-start',
  'hearing-test',
  'resume-test',
  'bring-audiogram',
  'audiogram',
];

const NONE: ProfileView = { status: 'none' };
const LOADING: ProfileView = { status: 'loading' };
const UNAVAILABLE: ProfileView = { status: 'unavailable', code: 'service/offline' };
/** Places that only somebody with a profile has, as they follow each other in PLACES. */
const OWN_PLACES = [
  'settings',
  'choose-start',
  'hearing-test',
  'resume-test',
  'bring-audiogram',
  'audiogram',
] as const;
const six = (screen: ScreenName): ScreenName[] => OWN_PLACES.map(() => screen);

/** Screen for each place, in the order of PLACES. */
const TABLE: readonly (readonly [string, SessionView, readonly ScreenName[]])[] = [
  ['restoring', { status: 'restoring' }, PLACES.map(() => 'restoring')],
  ['locked', blocked('locked'), PLACES.map(() => 'blocked')],
  ['newer version', blocked('newer-version'), PLACES.map(() => 'blocked')],
  [
    'unreadable',
    blocked('unreadable'),
    PLACES.map((place) => (place === 'paste-key' ? 'paste-key' : 'blocked')),
  ],
  [
    'signed out',
    signedOut,
    [
      ...([
        'welcome',
        'welcome',
        'what-is-kept',
        'year-of-birth',
        'too-young',
        'paste-key',
      ] as const),
      ...six('welcome'),
    ],
  ],
  [
    'a creation pending',
    pending,
    [
      'year-of-birth',
      'welcome',
      'what-is-kept',
      'year-of-birth',
      'too-young',
      'paste-key',
      ...six('year-of-birth'),
    ],
  ],
  [
    'active',
    active,
    ['profile', 'profile', 'profile', 'profile', 'profile', 'profile', ...OWN_PLACES],
  ],
  [
    'active without a year',
    withoutYear,
    [
      'year-of-birth',
      'year-of-birth',
      'year-of-birth',
      'year-of-birth',
      'too-young',
      'year-of-birth',
      'settings',
      ...six('year-of-birth').slice(1),
    ],
  ],
];

describe('screenOf', () => {
  it.each(TABLE)('%s', (_name, session, expected) => {
    expect(PLACES.map((place) => screenOf({ session, profile: UNAVAILABLE }, place))).toEqual(
      expected,
    );
  });

  it.each([
    ['asks how to begin where there is no profile', NONE, null, 'choose-start'],
    ['lets somebody without a profile go where they want', NONE, 'hearing-test', 'hearing-test'],
    ['lets nobody stay where a profile is made', NONE, 'year-of-birth', 'choose-start'],
    ['shows the profile page while it loads', LOADING, null, 'profile'],
    ['waits where the profile was made', LOADING, 'year-of-birth', 'year-of-birth'],
  ] as const)('%s', (_name, profile, place, screen) => {
    expect(screenOf({ session: active, profile }, place)).toBe(screen);
  });

  it('is restoring until main has spoken', () => {
    expect(PLACES.map((place) => screenOf(null, place))).toEqual(PLACES.map(() => 'restoring'));
  });
});
