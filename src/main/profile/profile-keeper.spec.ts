import { describe, expect, it } from 'vitest';
import { AppError } from '../../contract/errors';
import { sampleId, sampleTest } from '../../hearing/spec-support/sample-test';
import type { QueuedTest, QueuedTests } from '../mimi-core/queued-tests';
import type { KnownTests } from './known-tests';
import { createProfileKeeper } from './profile-keeper';

const knownOf = (...numbers: number[]): KnownTests => ({
  tests: numbers.map((n) => sampleTest(n)),
  count: numbers.length,
  applied: [],
});
const profileOf = (n: number, count = 1) => ({ test: sampleTest(n), count });
const stored = (n: number): QueuedTest => ({
  entryId: `store-${n}`,
  type: 'hearing-test',
  test: sampleTest(n),
});
const deleted = (n: number): QueuedTest => ({
  entryId: `delete-${n}`,
  type: 'delete-hearing-test',
  testId: sampleId(n),
});

const setUp = (kept: Record<string, KnownTests> = {}) => {
  const cached = new Map(Object.entries(kept));
  let writes = 0;
  let isDiskFull = false;
  let answer: () => Promise<Omit<KnownTests, 'applied'>> = async () => knownOf(80);
  let queue: QueuedTests = { userId: 'ann', entries: [] };
  const keeper = createProfileKeeper({
    kept: {
      find: async (userId) => {
        const known = cached.get(userId);
        return known ? { userId, ...known } : null;
      },
      save: async ({ userId, ...known }) => {
        writes += 1;
        if (isDiskFull) throw new AppError('secrets/write-failed');
        cached.set(userId, known);
      },
    },
    load: () => answer(),
    queued: () => queue,
    changed: () => undefined,
  });
  return {
    keeper,
    cached,
    writes: () => writes,
    diskIsFull: () => void (isDiskFull = true),
    serviceAnswers: (next: typeof answer) => void (answer = next),
    /** As the outbox tells it. */
    queueIs: (userId: string, ...entries: QueuedTest[]) => {
      queue = { userId, entries };
      keeper.followQueue();
    },
  };
};

const offline = () => Promise.reject(new AppError('service/offline'));

describe('the profile shown', () => {
  it('is the stored one first, then what the service says, which is kept', async () => {
    const { keeper, cached } = setUp({ ann: knownOf(70) });
    await keeper.show('ann');
    expect(keeper.view()).toEqual({ status: 'ready', profile: profileOf(70), source: 'stored' });
    await keeper.refresh();
    expect(keeper.view()).toEqual({ status: 'ready', profile: profileOf(80), source: 'service' });
    expect(cached.get('ann')).toEqual(knownOf(80));
  });

  it('is written down only when it has changed', async () => {
    const { keeper, writes } = setUp({ ann: knownOf(80) });
    await keeper.show('ann');
    await keeper.refresh();
    await keeper.refresh();
    expect(writes()).toBe(0);
  });

  it('stays while the service cannot be reached', async () => {
    const { keeper, serviceAnswers } = setUp({ ann: knownOf(70) });
    serviceAnswers(offline);
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

  it('is none once the service says so', async () => {
    const { keeper, serviceAnswers } = setUp({ ann: knownOf(70) });
    serviceAnswers(async () => knownOf());
    await keeper.show('ann');
    await keeper.refresh();
    expect(keeper.view()).toEqual({ status: 'none' });
  });

  it('is never the answer meant for the user before', async () => {
    const { keeper, cached, serviceAnswers } = setUp({ bob: knownOf(60) });
    let reply: (known: KnownTests) => void = () => undefined;
    serviceAnswers(() => new Promise((resolve) => (reply = resolve)));
    await keeper.show('ann');
    const refreshing = keeper.refresh();
    await keeper.show('bob');
    reply(knownOf(90));
    await refreshing;
    expect(keeper.view()).toMatchObject({ profile: profileOf(60) });
    expect(cached.get('bob')).toEqual(knownOf(60));
  });

  it('is shown all the same where it cannot be kept', async () => {
    const { keeper, cached, diskIsFull, writes } = setUp({ ann: knownOf(70) });
    await keeper.show('ann');
    diskIsFull();
    await keeper.refresh();
    expect(keeper.view()).toMatchObject({ profile: profileOf(80) });
    expect([writes(), cached.get('ann')]).toEqual([1, knownOf(70)]);
  });

  it('is gone with the user', async () => {
    const { keeper } = setUp({ ann: knownOf(70) });
    await keeper.show('ann');
    await keeper.show(null);
    expect(keeper.view()).toEqual({ status: 'none' });
  });
});

describe('what is queued', () => {
  it('shows at once, without the service, and in the next run', async () => {
    const { keeper, serviceAnswers, queueIs, cached } = setUp();
    serviceAnswers(offline);
    await keeper.show('ann');
    await keeper.refresh();
    queueIs('ann', stored(90));
    expect(keeper.view()).toMatchObject({ status: 'ready', profile: profileOf(90) });
    const later = setUp(Object.fromEntries(cached));
    later.queueIs('ann', stored(90));
    await later.keeper.show('ann');
    expect(later.keeper.view()).toMatchObject({ profile: profileOf(90) });
  });

  it('hides what is to be deleted, and shows the next one', async () => {
    const { keeper, queueIs } = setUp({ ann: { ...knownOf(80, 70), count: 500 } });
    await keeper.show('ann');
    queueIs('ann', deleted(80));
    expect(keeper.view()).toMatchObject({ profile: profileOf(70, 499) });
    queueIs('ann', deleted(80), deleted(70));
    expect(keeper.view()).toEqual({ status: 'unavailable', code: 'service/offline' });
  });

  it('stays shown when it is confirmed, until the service is asked', async () => {
    const { keeper, queueIs, serviceAnswers } = setUp({ ann: knownOf(80) });
    await keeper.show('ann');
    queueIs('ann', stored(90));
    serviceAnswers(offline);
    queueIs('ann');
    await keeper.refresh();
    expect(keeper.view()).toMatchObject({ profile: profileOf(90, 2), source: 'stored' });
    serviceAnswers(async () => knownOf(90, 85, 80));
    await keeper.refresh();
    expect(keeper.view()).toMatchObject({ profile: profileOf(90, 3), source: 'service' });
  });

  it('is not lost to an answer from before it was confirmed: that is asked for again', async () => {
    const { keeper, queueIs, serviceAnswers } = setUp({ ann: knownOf(80) });
    await keeper.show('ann');
    queueIs('ann', stored(90));
    const answers = [knownOf(80), knownOf(90, 80)];
    const seen: unknown[] = [];
    serviceAnswers(async () => {
      await Promise.resolve();
      // Confirmed while the first, older answer is on its way.
      if (answers.length === 2) queueIs('ann');
      seen.push(keeper.view());
      return answers.shift() ?? knownOf(90, 80);
    });
    await keeper.refresh();
    expect(seen).toMatchObject([{ profile: profileOf(90, 2) }, { profile: profileOf(90, 2) }]);
    expect(keeper.view()).toMatchObject({ profile: profileOf(90, 2), source: 'service' });
  });

  it('of somebody else changes nothing', async () => {
    const { keeper, queueIs } = setUp({ ann: knownOf(80) });
    await keeper.show('ann');
    queueIs('bob', stored(90), deleted(80));
    expect(keeper.view()).toMatchObject({ profile: profileOf(80) });
  });

  it('before what was kept is read, it does not stand for everything', async () => {
    const { keeper, queueIs, cached } = setUp({ ann: knownOf(80, 70) });
    const showing = keeper.show('ann');
    queueIs('ann', stored(90));
    await showing;
    expect(keeper.view()).toMatchObject({ profile: profileOf(90, 3) });
    expect(cached.get('ann')?.tests).toHaveLength(3);
  });
});
