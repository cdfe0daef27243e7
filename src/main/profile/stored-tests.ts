import { AppError, toAppError } from '../../contract/errors';
import type { HearingTestsPage } from '../../contract/http/hearing-tests';
import {
  orderOf,
  type EarThresholds,
  type HearingTest,
  type LevelKnowledge,
} from '../../hearing/hearing-test';
import type { MimiCore } from '../mimi-core/mimi-core';
import { createOperationQueue } from '../mimi-core/operation-queue';
import type { Clock } from '../mimi-core/ports';
import { pageWithQueue } from './known-tests';
import type { ProfileKeeper } from './profile-keeper';

/** The hearing tests of the current user, on the service and here. */
export interface StoredTests {
  /**
   * Keeps a test of the user it was made under; on disk, and shown, once this resolves. The same test again is
   * harmless. One that seems older than another known one comes after it all the same: the last is the profile, also
   * where the clock went back. Errors: session/no-user, secrets/*.
   */
  storeTest(userId: string, test: HearingTest): Promise<void>;
  /** Deletes a test here, and on the service as soon as it can be reached. Errors: tests/unknown-test, secrets/*. */
  removeTest(testId: string): Promise<void>;
  /**
   * Tests before `before` (in the order of `orderOf`; null: all), newest first; those known here while the service cannot be reached.
   * Errors: service/* where it has older ones than those.
   */
  testHistory(before: number | null): Promise<HearingTestsPage>;
  /** One test; null when there is none. Errors: service/* when it is not known here. */
  findTest(testId: string): Promise<HearingTest | null>;
  /**
   * Makes a test of the current user that was not taken in the app, and stores it.
   * Errors: session/no-user, tests/no-year-of-birth, secrets/*.
   */
  storeBrought(
    brought: BroughtFrom,
    earsOf: (yearOfBirth: number) => EarThresholds,
  ): Promise<{ readonly testId: string }>;
}

/** Where a test that was not taken in the app comes from. */
type BroughtFrom =
  { readonly source: 'age' } | { readonly source: 'import'; readonly levels: LevelKnowledge };

interface StoredTestsDeps {
  readonly core: Pick<MimiCore, 'testsController' | 'userController'>;
  readonly keeper: Pick<ProfileKeeper, 'known' | 'view' | 'followQueue'>;
  readonly clock: Pick<Clock, 'now'>;
  readonly randomUUID: () => string;
}

/** Creates the access to stored tests. */
export const createStoredTests = ({
  core,
  keeper,
  clock,
  randomUUID,
}: StoredTestsDeps): StoredTests => {
  const controller = core.testsController;
  const turns = createOperationQueue();
  const queue = () => controller.queued.state.entries;

  const requireUser = () => {
    const user = core.userController.mimiUser.state.value;
    if (!user) throw new AppError('session/no-user');
    return user;
  };

  const testsHere = (): readonly HearingTest[] => {
    const queued = queue().flatMap((entry) => (entry.type === 'hearing-test' ? [entry.test] : []));
    return [...queued, ...keeper.known()];
  };

  /** Whether what is known here is all there is. */
  const isAll = (known: readonly HearingTest[]): boolean => {
    const profile = keeper.view();
    return profile.status !== 'ready' || profile.profile.count <= known.length;
  };

  const findTest = async (testId: string): Promise<HearingTest | null> => {
    const isDeleted = queue().some((e) => e.type === 'delete-hearing-test' && e.testId === testId);
    if (isDeleted) return null;
    return testsHere().find(({ id }) => id === testId) ?? controller.load(testId);
  };

  const storeTest: StoredTests['storeTest'] = (userId, test) =>
    turns.run(async () => {
      const isOfCurrent = userId === core.userController.mimiUser.state.value?.userId;
      const here = isOfCurrent ? testsHere() : [];
      if (here.some(({ id }) => id === test.id)) return;
      const order = Math.max(orderOf(test), ...here.map((each) => orderOf(each) + 1));
      await controller.submit(userId, order === orderOf(test) ? test : { ...test, order });
      keeper.followQueue();
    });

  const stored: StoredTests = {
    storeTest,
    async storeBrought(brought, earsOf) {
      const { userId, yearOfBirth } = requireUser();
      if (yearOfBirth === null) throw new AppError('tests/no-year-of-birth');
      const testId = randomUUID();
      const ears = earsOf(yearOfBirth);
      await storeTest(userId, { ...brought, id: testId, takenAt: clock.now(), yearOfBirth, ears });
      return { testId };
    },
    async removeTest(testId) {
      const { userId } = requireUser();
      const isUnknown = await findTest(testId).then(
        (test) => test === null,
        // Whether it exists cannot be asked; deleting one that does not is harmless.
        () => false,
      );
      if (isUnknown) throw new AppError('tests/unknown-test');
      await controller.remove(userId, testId);
      keeper.followQueue();
    },
    async testHistory(before) {
      const { userId } = requireUser();
      const page = await controller.history({ before }).catch((thrown: unknown) => {
        if (!toAppError(thrown).code.startsWith('service/')) throw thrown;
        const known = keeper.known();
        const tests = known.filter((test) => orderOf(test) < (before ?? Infinity));
        const hasMore = !isAll(known);
        // The older ones are on the service alone: they are not to be had, which is not the same as none.
        if (before !== null && tests.length === 0 && hasMore) throw thrown;
        return { tests, hasMore };
      });
      const shown = pageWithQueue(page, queue(), before);
      const last = page.tests.at(-1);
      // Of a page on its way to be deleted nothing is left to go on from: the next one stands for it.
      if (shown.tests.length > 0 || !page.hasMore || !last || requireUser().userId !== userId)
        return shown;
      return stored.testHistory(orderOf(last));
    },
    findTest,
  };
  return stored;
};
