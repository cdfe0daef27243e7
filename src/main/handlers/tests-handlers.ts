import type { contract } from '../../contract/ipc/contract';
import type { HandlersOf } from '../../contract/ipc/define';
import type { Companion } from '../app/create-companion';
import type { Desktop } from '../app/desktop';
import { createStoredTestsHandlers } from './stored-tests-handlers';
import { createTestRunHandlers } from './test-run-handlers';

/** Answers the `tests` calls. */
export const createTestsHandlers = (
  companion: Companion,
  desktop: Desktop,
): HandlersOf<typeof contract>['tests'] => ({
  ...createStoredTestsHandlers(companion, desktop),
  ...createTestRunHandlers(companion),
});
