import type { MimiCore } from '../mimi-core/mimi-core';
import { KEPT_TESTS } from './known-tests';

/** Asks the service for a user's newest tests and how many there are. Errors: session/*, service/*. */
export const loadNewest =
  ({ testsController }: Pick<MimiCore, 'testsController'>) =>
  async () => {
    const [profile, { tests }] = await Promise.all([
      testsController.loadProfile(),
      testsController.history({ before: null, limit: KEPT_TESTS }),
    ]);
    return { tests, count: Math.max(profile?.count ?? 0, tests.length) };
  };
