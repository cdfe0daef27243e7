import type { HearingProfile } from '../../contract/hearing-profile';
import { HEARING_TESTS_PER_PAGE, type HearingTestsPage } from '../../contract/http/hearing-tests';
import type { HearingTest } from '../../hearing/hearing-test';
import type { TestsQuery } from './api/mimi-api';
import type { Engine } from './engine';
import type { MimiObservable } from './observable';
import type { createQueuedTests, QueuedTests } from './queued-tests';

/**
 * The SDK's tests controller. Errors of all that use the network: service/*, session/no-user, session/superseded,
 * session/disposed; of all that write: secrets/*, session/disposed.
 */
export interface TestsController {
  /** What the service has not confirmed yet about the current user's tests. */
  readonly queued: MimiObservable<QueuedTests>;
  /**
   * Keeps a test of the user it was made under and resolves once it is on disk. It is sent in the background, as
   * that user and while they are current only, until the service has confirmed it; one that the service refuses
   * stays here and is tried again at the next start. Errors: session/no-user when that user is not kept here.
   */
  submit(userId: string, test: HearingTest): Promise<void>;
  /** Keeps the wish to delete a test, queued or stored, and resolves once that is on disk. Sent like a test. */
  remove(userId: string, testId: string): Promise<void>;
  /** For somebody who asks: stored tests older than `before` (by `orderOf`; null: all), newest first. */
  history(query: Pick<TestsQuery, 'before'>): Promise<HearingTestsPage>;
  /** For somebody who asks: one stored test; null when the service has none of this id. */
  load(testId: string): Promise<HearingTest | null>;
  /** The user's hearing profile; null when no test is stored. */
  loadProfile(): Promise<HearingProfile | null>;
  /** The newest tests, `limit` at most, and how many there are in all. */
  loadNewest(limit: number): Promise<{ readonly tests: HearingTest[]; readonly count: number }>;
}

interface TestsControllerDeps extends Pick<Engine, 'session' | 'api' | 'keeper'> {
  readonly queuedTests: ReturnType<typeof createQueuedTests>;
  readonly ready: Promise<void>;
}

/** Creates the controller of an engine. */
export const createTestsController = (deps: TestsControllerDeps): TestsController => {
  const { session, api, keeper, queuedTests, ready } = deps;

  const read = async <T>(call: (access: string) => Promise<T>): Promise<T> => {
    await ready;
    return keeper.withAccess(call);
  };

  const asked = async <T>(call: (access: string) => Promise<T>): Promise<T> => {
    keeper.forgetFailure();
    return read(call);
  };

  const loadProfile = () => read((access) => api.profile(access));

  return {
    queued: queuedTests.observable,
    submit: async (userId, test) => {
      await ready;
      await session.update(session.changes.submitTest(userId, test));
    },
    remove: async (userId, testId) => {
      await ready;
      await session.update(session.changes.deleteTest(userId, testId));
    },
    history: ({ before }) =>
      asked((access) => api.tests(access, { before, limit: HEARING_TESTS_PER_PAGE })),
    load: (testId) => asked((access) => api.test(access, testId)),
    loadProfile,
    loadNewest: async (limit) => {
      const page = read((access) => api.tests(access, { before: null, limit }));
      const [profile, { tests }] = await Promise.all([loadProfile(), page]);
      return { tests, count: Math.max(profile?.count ?? 0, tests.length) };
    },
  };
};
