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
  const { testRun } = companion;
  return {
    ...createStoredTestsHandlers(companion, desktop),
    output: () => testRun.output(),
    setVolume: ({ volume }) => testRun.setVolume(volume),
    allowMicrophone: ({ allowed }) => testRun.allowMicrophone(allowed),
    begin: (setup) => testRun.begin(setup),
    resume: (setup) => testRun.resume(setup),
    answer: (answer) => testRun.answer(answer),
    pause: () => testRun.pause(),
    goOn: () => testRun.goOn(),
    discard: () => testRun.discard(),
  };
};
