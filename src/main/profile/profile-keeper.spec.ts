import { describe, expect, it } from 'vitest';
import { AppError } from '../../contract/errors';
import type { HearingProfile } from '../../contract/hearing-profile';
import { createProfileKeeper } from './profile-keeper';

const profileOf = (yearOfBirth: number): HearingProfile => ({
  basis: 'age-estimate',
  yearOfBirth,
  audiogram: {
    left: [{ frequencyHz: 1000, thresholdDbHl: 1 }],
    right: [{ frequencyHz: 1000, thresholdDbHl: 1 }],
  },
});

const setUp = (stored: Record<string, HearingProfile> = {}) => {
  const cached = new Map(Object.entries(stored));
  let answer: () => Promise<HearingProfile | null> = async () => profileOf(1980);
  const keeper = createProfileKeeper({
    cache: {
      read: async (userId) => cached.get(userId) ?? null,
      write: async (userId, profile) => void cached.set(userId, profile),
      keepOnly: async () => undefined,
    },
    load: () => answer(),
    changed: () => undefined,
  });
  return { keeper, cached, serviceAnswers: (next: typeof answer) => void (answer = next) };
};

describe('the profile shown', () => {
  it('is the stored one first, then what the service says, which is kept', async () => {
    const { keeper, cached } = setUp({ ann: profileOf(1970) });
    await keeper.show('ann');
    expect(keeper.view()).toEqual({ status: 'ready', profile: profileOf(1970), source: 'stored' });
    await keeper.refresh();
    expect(keeper.view()).toEqual({ status: 'ready', profile: profileOf(1980), source: 'service' });
    expect(cached.get('ann')).toEqual(profileOf(1980));
  });

  it('stays while the service cannot be reached', async () => {
    const { keeper, serviceAnswers } = setUp({ ann: profileOf(1970) });
    serviceAnswers(() => Promise.reject(new AppError('service/offline')));
    await keeper.show('ann');
    await keeper.refresh();
    expect(keeper.view()).toMatchObject({ status: 'ready', source: 'stored' });
  });

  it('says why there is none when nothing is stored', async () => {
    const { keeper, serviceAnswers } = setUp();
    serviceAnswers(() => Promise.reject(new AppError('service/data-unreadable')));
    await keeper.show('ann');
    await keeper.refresh();
    expect(keeper.view()).toEqual({ status: 'unavailable', code: 'service/data-unreadable' });
  });

  it('is never the answer meant for the user before', async () => {
    const { keeper, cached, serviceAnswers } = setUp({ bob: profileOf(1960) });
    let reply: (profile: HearingProfile) => void = () => undefined;
    serviceAnswers(() => new Promise((resolve) => (reply = resolve)));
    await keeper.show('ann');
    const refreshing = keeper.refresh();
    await keeper.show('bob');
    reply(profileOf(1990));
    await refreshing;
    expect(keeper.view()).toMatchObject({ profile: profileOf(1960) });
    expect(cached.get('bob')).toEqual(profileOf(1960));
  });

  it('is gone with the user', async () => {
    const { keeper } = setUp({ ann: profileOf(1970) });
    await keeper.show('ann');
    await keeper.show(null);
    expect(keeper.view()).toEqual({ status: 'none' });
  });
});
