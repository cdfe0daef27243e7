import { describe, expect, it } from 'vitest';
import { setUpHandlers } from '../handlers/spec-support/handlers-bench';

/** What a first picture shows: taken as soon as there is said to be one. */
const firstPicture = async (bench: ReturnType<typeof setUpHandlers>) => {
  const { companion } = await bench.run();
  await companion.opened;
  const { session, profile } = companion.snapshot();
  return { session: session.status, profile };
};

/** An app that was quit with a profile, and whose service is out of reach since. */
const withStoredProfile = async () => {
  const bench = setUpHandlers();
  const { companion, handlers, tests, quit } = await bench.run();
  await handlers.createProfile({ yearOfBirth: 1966 });
  await tests.storeEstimate();
  await companion.refresh();
  await quit();
  bench.offline = true;
  return bench;
};

describe('the first picture', () => {
  it('has the profile kept here, not only its user', async () => {
    const { session, profile } = await firstPicture(await withStoredProfile());
    expect(session).toBe('active');
    expect(profile).toMatchObject({ status: 'ready', source: 'stored' });
  });

  it('is there for somebody new', async () => {
    expect(await firstPicture(setUpHandlers())).toMatchObject({ session: 'signed-out' });
  });

  it('is what stands in the way', async () => {
    const bench = await withStoredProfile();
    bench.keyring.state = 'locked';
    expect(await firstPicture(bench)).toMatchObject({ session: 'blocked' });
  });
});
