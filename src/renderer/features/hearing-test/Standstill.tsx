import { useEffect, useRef } from 'react';
import type { PressEvent } from 'react-aria-components/Button';
import { failureText } from '../../app/failure-text';
import { useMessages } from '../../app/use-messages';
import type { Messages } from '../../../messages/catalogue';
import { Button } from '../../components/Button';
import { goTo } from '../../stores/ui-store';
import type { RunState } from './run-test';
import styles from './RunningTest.module.css';

interface Props {
  readonly state: RunState;
  readonly onGoOn: () => void;
  readonly onTryAgain: () => void;
  /** Back to the step of the pre-flight that sets the level. */
  readonly onVolume: () => void;
}

const textOf = (messages: Messages, state: RunState): string => {
  switch (state.status) {
    case 'paused':
      return messages(`test.paused.${state.reason}`);
    case 'failed':
      return failureText(messages, state.error);
    case 'no-sound':
      return messages('test.noSound');
    case 'opening':
    case 'running':
    case 'finished':
      return messages('test.saving');
    default:
      return state satisfies never;
  }
};

/** Asked for again, a test that leaves nothing to play at this level would only be refused again. */
const wayOnFrom = (state: RunState, { onGoOn, onTryAgain, onVolume }: Omit<Props, 'state'>) => {
  if (state.status === 'paused') return ['test.goOn', onGoOn] as const;
  const isTooSoft = state.status === 'failed' && state.error.code === 'tests/too-soft';
  return isTooSoft
    ? (['test.toVolume', onVolume] as const)
    : (['app.tryAgain', onTryAgain] as const);
};

/** Milliseconds in which a key was still meant for the tone, after the test stood still by itself. */
const STRAY_KEY_MS = 1000;

/** Leaves out a key that comes when nobody can have read yet what stopped the test. */
const useUnlessStray = ({ status }: RunState, onPress: () => void) => {
  const since = useRef(0);
  useEffect(() => {
    since.current = performance.now();
  }, [status]);
  return ({ pointerType }: PressEvent): void => {
    const isStray = pointerType === 'keyboard' && performance.now() - since.current < STRAY_KEY_MS;
    if (!isStray) onPress();
  };
};

/** Why the test stands still, in the place of the button, with the way on and the way out. */
export const Standstill = ({ state, ...ways }: Props) => {
  const messages = useMessages();
  const isPaused = state.status === 'paused';
  const isByPerson = isPaused && state.reason === 'by-person';
  const [label, wayOn] = wayOnFrom(state, ways);
  const unlessStray = useUnlessStray(state, wayOn);
  return (
    <div className={styles['standstill']} data-standstill={state.status}>
      <p>{textOf(messages, state)}</p>
      {state.status !== 'finished' && (
        <div className="buttons">
          {/* Keyed, so that each standstill puts the focus on its way on. */}
          <Button
            key={state.status}
            autoFocus
            variant="primary"
            onPress={isByPerson ? wayOn : unlessStray}
          >
            {messages(label)}
          </Button>
          <Button variant="quiet" onPress={() => goTo(null)}>
            {messages('test.leave')}
          </Button>
        </div>
      )}
    </div>
  );
};
