import { expect, it, vi } from 'vitest';
import { orderOf } from '../../hearing/hearing-test';
import { sampleId, sampleTest } from '../../hearing/spec-support/sample-test';
import { createStoredTests } from './stored-tests';

type Deps = Parameters<typeof createStoredTests>[0];

/** Nine tests on the service, three a page, and the wishes to delete some that it has not been told of yet. */
const setUp = (deleted: readonly number[]) => {
  const onService = [9, 8, 7, 6, 5, 4, 3, 2, 1].map((number) => sampleTest(number));
  const history = vi.fn(async ({ before }: { readonly before: number | null }) => {
    const older = onService.filter((test) => orderOf(test) < (before ?? Infinity));
    return { tests: older.slice(0, 3), hasMore: older.length > 3 };
  });
  const entries = deleted.map((number) => ({
    ...{ type: 'delete-hearing-test', testId: sampleId(number) },
  }));
  const core = {
    userController: { mimiUser: { state: { value: { userId: 'ann' } } } },
    testsController: { history, queued: { state: { entries } } },
  } as unknown as Deps['core'];
  const keeper = {
    known: () => [],
    view: () => ({ status: 'none' }),
    followQueue: () => undefined,
  };
  const stored = createStoredTests({
    core,
    keeper: keeper as Deps['keeper'],
    clock: { now: () => 0 },
    randomUUID: () => sampleId(1),
  });
  return { stored, history };
};

it('goes on behind a page of which everything is on its way to be deleted', async () => {
  const { stored, history } = setUp([9, 8, 7, 6, 5, 4, 2]);
  const { tests, hasMore } = await stored.testHistory(null);
  expect(tests.map(({ id }) => id)).toEqual([sampleId(3), sampleId(1)]);
  expect(hasMore).toBe(false);
  expect(history).toHaveBeenCalledTimes(3);
});

it('ends where nothing is left', async () => {
  const { stored } = setUp([9, 8, 7, 6, 5, 4, 3, 2, 1]);
  expect(await stored.testHistory(null)).toEqual({ tests: [], hasMore: false });
});

it('asks for no page more than it needs', async () => {
  const { stored, history } = setUp([8, 7]);
  const page = await stored.testHistory(null);
  expect(page).toEqual({ tests: [sampleTest(9)], hasMore: true });
  const next = await stored.testHistory(orderOf(sampleTest(9)));
  expect(next.tests.map(({ id }) => id)).toEqual([sampleId(6)]);
  expect(history).toHaveBeenCalledTimes(2);
});
