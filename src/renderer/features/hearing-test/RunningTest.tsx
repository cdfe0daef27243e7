import { useEffect, useEffectEvent, useRef, useState } from 'react';
import type { Result } from '../../../contract/errors';
import type { UnfinishedTestView } from '../../../contract/ipc/snapshot';
import type { TestStep } from '../../../contract/ipc/tests';
import type { Calibration } from '../../../hearing/calibration';
import { readingsOf } from '../../../hearing/readings';
import { useMessages } from '../../app/use-messages';
import { useStops } from '../../app/use-page-events';
import { loadTestAudio } from '../../audio/load-test-audio';
import type { RoomNoise } from '../../audio/room-noise';
import { companion } from '../../bridge/companion';
import { Button } from '../../components/Button';
import { Screen } from '../../components/Screen';
import { useSnapshot } from '../../stores/snapshot-store';
import { Ribbon } from '../profile/Ribbon';
import { ListenButton } from './ListenButton';
import { Progress } from './Progress';
import { createTestRun, type RunState, type TestRun } from './run-test';
import { Standstill } from './Standstill';
import styles from './RunningTest.module.css';

interface Props {
  /** The test as main tells it; null until it has begun. */
  readonly test: UnfinishedTestView | null;
  readonly calibration: Calibration;
  readonly room: RoomNoise | null;
  readonly begin: () => Promise<Result<TestStep>>;
  /** Null where the window cannot tell which test it was. */
  readonly onFinished: (testId: string | null) => void;
  /** The level leaves nothing to play: it has to be set anew. */
  readonly onVolume: () => void;
}

const NOTHING_FOUND = { left: [], right: [] };

/** Makes the run of this screen's life, and says how it stands. */
const useTestRun = ({ begin, calibration, room }: Props) => {
  const [state, setState] = useState<RunState>({ status: 'opening' });
  const run = useRef<TestRun | null>(null);
  const make = useEffectEvent(() =>
    createTestRun({
      begin,
      calls: companion.tests,
      isUnfinished: () => useSnapshot.getState().snapshot?.unfinishedTest !== null,
      openAudio: async (...given) => (await loadTestAudio()).openTestAudio(calibration, ...given),
      room,
      show: setState,
    }),
  );
  useEffect(() => {
    const made = make();
    run.current = made;
    made.start();
    return () => made.close();
  }, []);
  return [state, run] as const;
};

/** The running test: one button, how far it is, and the ribbon as it grows. Nothing here moves with the tones. */
export const RunningTest = (props: Props) => {
  const { test, onFinished } = props;
  const messages = useMessages();
  const [state, run] = useTestRun(props);
  const pause = (): void => run.current?.pause('by-person');
  useStops(pause);

  const stopped = test?.paused ?? null;
  const follow = useEffectEvent(() => {
    if (stopped === 'device-changed' || stopped === 'volume-changed') run.current?.pause(stopped);
  });
  useEffect(() => follow(), [stopped]);

  const finished = useEffectEvent(onFinished);
  useEffect(() => {
    if (state.status === 'finished') finished(state.testId);
  }, [state]);

  const stands = state.status !== 'running' && state.status !== 'opening';
  const button = useRef<HTMLButtonElement>(null);
  // After the screen has put the focus on its heading: a switch and the space bar need no way to the button.
  useEffect(() => {
    if (!stands) button.current?.focus({ preventScroll: true });
  }, [stands]);

  const title = stands ? 'test.titleStopped' : 'test.title';
  return (
    <Screen
      name="hearing-test"
      title={messages(title)}
      picture={
        <div className={styles['ribbon']}>
          <Ribbon audiogram={readingsOf(test?.found ?? NOTHING_FOUND)} isOutlined />
        </div>
      }
      aside={!stands && <Button onPress={pause}>{messages('test.pause')}</Button>}
    >
      {stands ? (
        <Standstill
          state={state}
          onGoOn={() => run.current?.goOn()}
          onTryAgain={() => run.current?.tryAgain()}
          onVolume={props.onVolume}
        />
      ) : (
        <ListenButton button={button} onListen={(timeStamp) => run.current?.press(timeStamp)} />
      )}
      <Progress test={test} isRunning={!stands} />
    </Screen>
  );
};
