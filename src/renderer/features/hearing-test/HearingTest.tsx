import { useEffect, useRef, useState, type ComponentType } from 'react';
import type { Snapshot } from '../../../contract/ipc/snapshot';
import type { RoomNoise } from '../../audio/room-noise';
import { companion } from '../../bridge/companion';
import { goTo } from '../../stores/ui-store';
import { calibrationOf } from './calibration-draft';
import { EarStep } from './EarStep';
import { HeadphonesStep } from './HeadphonesStep';
import { HowStep } from './HowStep';
import type { Setup, StepProps } from './PreflightStep';
import { Result } from './Result';
import { RoomStep } from './RoomStep';
import { RunningTest } from './RunningTest';
import { SealStep } from './SealStep';
import { SidesStep } from './SidesStep';
import { VolumeStep } from './VolumeStep';

/** Every step, in order. */
const STEPS: readonly ComponentType<StepProps>[] = [
  HeadphonesStep,
  VolumeStep,
  SidesStep,
  SealStep,
  RoomStep,
  EarStep,
  HowStep,
];
/** A resumed test has its ear and its procedure already. */
const RESUMED: typeof STEPS = [HeadphonesStep, VolumeStep, SidesStep, HowStep];

/** A level at which the noise starts softly at any usual volume, in dB relative to a full-scale sine. */
const FIRST_SPEECH_DB_FS = -46;

const FIRST: Setup = {
  draft: { type: 'unknown' },
  speechDbFs: FIRST_SPEECH_DB_FS,
  betterEar: 'none',
  engine: 'bayesian',
};

/** Keeps the microphone for the pre-flight and the test, and gives it back with null or when both are left. */
const useRoom = () => {
  const [room, setRoom] = useState<RoomNoise | null>(null);
  const held = useRef<RoomNoise | null>(null);
  useEffect(
    () => () => {
      held.current?.close();
      held.current = null;
      void companion.tests.allowMicrophone({ allowed: false });
    },
    [],
  );
  const hold = (next: RoomNoise | null): void => {
    held.current?.close();
    held.current = next;
    setRoom(next);
  };
  return [room, hold] as const;
};

interface Props {
  readonly snapshot: Snapshot;
  /** Goes on with the unfinished test instead of beginning one. */
  readonly isResuming: boolean;
}

/** The hearing test: its short steps before, the test itself, and what it found. */
const HearingTest = ({ snapshot, isResuming }: Props) => {
  const [setup, setSetup] = useState(FIRST);
  const [at, setAt] = useState<number | 'running'>(0);
  const [testId, setTestId] = useState<string | null>(null);
  const [room, holdRoom] = useRoom();
  const steps = isResuming ? RESUMED : STEPS;
  const calibration = calibrationOf(setup.draft, setup.speechDbFs);

  if (testId !== null) return <Result snapshot={snapshot} testId={testId} />;
  if (at === 'running') {
    const { betterEar, engine } = setup;
    return (
      <RunningTest
        test={snapshot.unfinishedTest}
        room={room}
        calibration={calibration}
        begin={() =>
          isResuming
            ? companion.tests.resume({ calibration })
            : companion.tests.begin({
                engine,
                calibration,
                firstEar: betterEar === 'left' ? 'left' : 'right',
              })
        }
        onFinished={(id) => {
          holdRoom(null);
          if (id === null) goTo(null);
          else setTestId(id);
        }}
        onVolume={() => setAt(steps.indexOf(VolumeStep))}
      />
    );
  }

  const Step = steps[at] ?? HowStep;
  return (
    <Step
      setup={setup}
      calibration={calibration}
      room={room}
      onRoom={holdRoom}
      isResuming={isResuming}
      number={at + 1}
      count={steps.length}
      {...(at > 0 && { onBack: () => setAt(at - 1) })}
      onContinue={(found) => {
        setSetup({ ...setup, ...found });
        setAt(at + 1 < steps.length ? at + 1 : 'running');
      }}
    />
  );
};

export default HearingTest;
