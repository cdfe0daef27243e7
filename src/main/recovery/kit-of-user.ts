import { AppError } from '../../contract/errors';
import { orderOf, type HearingTest } from '../../hearing/hearing-test';
import { EMBEDDED_SERVICE } from '../app/embedded-service';
import type { Companion } from '../app/create-companion';
import type { QueuedTest } from '../mimi-core/queued-tests';
import type { KitContent } from './kit-content';

/** Stored tests with what the service has not confirmed yet. */
const withQueued = (
  stored: readonly HearingTest[],
  queue: readonly QueuedTest[],
): HearingTest[] => {
  const tests = new Map(stored.map((test) => [test.id, test]));
  for (const entry of queue) {
    if (entry.type === 'hearing-test') tests.set(entry.test.id, entry.test);
    else tests.delete(entry.testId);
  }
  return [...tests.values()];
};

/**
 * What a kit of the current user holds; with the service inside the app everything it has of them.
 * Errors: session/no-user, session/superseded, service/*.
 */
export const kitOfUser = async ({
  core,
  recovery,
}: Pick<Companion, 'core' | 'recovery'>): Promise<KitContent> => {
  const { userController: users, testsController } = core;
  const view = users.sessionView.state;
  if (view.status !== 'active') throw new AppError('session/no-user');
  const { userId, createdAt, yearOfBirth, anonymousId } = view.user;
  const { service, product } = recovery;
  const facts = {
    ...{ service, product, userId, createdAt, anonymousId },
    yearOfBirth: view.pendingYearOfBirth ?? yearOfBirth,
  };
  if (service !== EMBEDDED_SERVICE) return { ...facts, data: null };
  const { user, hearingTests, settings } = await users.exportUser();
  const queue = testsController.queued.state;
  if (user.userId !== userId || queue.userId !== userId) throw new AppError('session/superseded');
  return { ...facts, data: { tests: withQueued(hearingTests, queue.entries), settings } };
};

/** When the newest test in a kit was taken: 0 without any, null in a kit that carries none. */
export const newestTestAt = ({ data }: KitContent): number | null =>
  data && data.tests.reduce((newest, test) => Math.max(newest, orderOf(test)), 0);
