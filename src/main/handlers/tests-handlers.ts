import type { contract } from '../../contract/ipc/contract';
import type { HandlersOf } from '../../contract/ipc/define';
import type { Companion } from '../app/create-companion';
import type { Desktop } from '../app/desktop';
import { createStoredTestsHandlers } from './stored-tests-handlers';

/** Answers the `tests` calls. */
export const createTestsHandlers = (
  companion: Companion,
  desktop: Desktop,
): HandlersOf<typeof contract>['tests'] => {
  const run = () => companion.testRun.loaded();
  return {
    ...createStoredTestsHandlers(companion, desktop),
    output: async () => (await run()).output(),
    setVolume: async ({ volume }) => (await run()).setVolume(volume),
    allowMicrophone: async ({ allowed }) => (await run()).allowMicrophone(allowed),
    begin: async (setup) => (await run()).begin(setup),
    resume: async (setup) => (await run()).resume(setup),
    answer: async (answer) => (await run()).answer(answer),
    pause: async () => (await run()).pause(),
    goOn: async () => (await run()).goOn(),
    discard: async () => (await run()).discard(),
  };
};
