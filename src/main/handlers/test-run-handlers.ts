import type { contract } from '../../contract/ipc/contract';
import type { HandlersOf } from '../../contract/ipc/define';
import type { Companion } from '../app/create-companion';

type TestRunCalls =
  | 'output'
  | 'setVolume'
  | 'allowMicrophone'
  | 'begin'
  | 'resume'
  | 'answer'
  | 'pause'
  | 'goOn'
  | 'discard';

/** Answers the `tests` calls of the test that runs. */
export const createTestRunHandlers = ({
  testRun,
}: Pick<Companion, 'testRun'>): Pick<HandlersOf<typeof contract>['tests'], TestRunCalls> => ({
  output: () => testRun.output(),
  setVolume: ({ volume }) => testRun.setVolume(volume),
  allowMicrophone: ({ allowed }) => testRun.allowMicrophone(allowed),
  begin: (setup) => testRun.begin(setup),
  resume: (setup) => testRun.resume(setup),
  answer: (answer) => testRun.answer(answer),
  pause: () => testRun.pause(),
  goOn: () => testRun.goOn(),
  discard: () => testRun.discard(),
});
