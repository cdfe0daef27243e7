import { describe, expect, it } from 'vitest';
import type { SessionView } from '../../contract/ipc/snapshot';
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
const active: SessionView = { status: 'active', user, pendingYearOfBirth: null, loading };
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
];

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
    ['welcome', 'welcome', 'what-is-kept', 'year-of-birth', 'too-young', 'paste-key', 'welcome'],
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
      'year-of-birth',
    ],
  ],
  [
    'active',
    active,
    ['profile', 'profile', 'profile', 'profile', 'profile', 'profile', 'settings'],
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
    ],
  ],
];

describe('screenOf', () => {
  it.each(TABLE)('%s', (_name, session, expected) => {
    expect(PLACES.map((place) => screenOf({ session }, place))).toEqual(expected);
  });

  it('is restoring until main has spoken', () => {
    expect(PLACES.map((place) => screenOf(null, place))).toEqual(PLACES.map(() => 'restoring'));
  });
});
