import { useEffect, useRef, useState } from 'react';
import type { Snapshot } from '../../../contract/ipc/snapshot';
import type { TestEngine } from '../../../hearing/hearing-test';
import type { RoomNoise } from '../../audio/room-noise';
import { companion } from '../../bridge/companion';
import { goTo } from '../../stores/ui-store';
import { calibrationOf, type HeadphonesDraft } from './calibration-draft';
import { EarStep, type BetterEar } from './EarStep';
import { HeadphonesStep } from './HeadphonesStep';
import { HowStep } from './HowStep';
import { Result } from './Result';
import { RoomStep } from './RoomStep';
import { RunningTest } from './RunningTest';
import { SealStep } from './SealStep';
import { SidesStep } from './SidesStep';
import { VolumeStep } from './VolumeStep';

const STEPS = ['headphones', 'volume', 'sides', 'seal', 'room', 'ear', 'how'] as const;
/** A resumed test has its ear and its procedure already. */
const RESUMED = ['headphones', 'volume', 'sides', 'how'] as const satisfies readonly Step[];

type Step = (typeof STEPS)[number];

/** What the pre-flight found out. */
interface Setup {
  readonly draft: HeadphonesDraft;
  readonly speechDbFs: number;
  readonly betterEar: BetterEar;
  readonly engine: TestEngine;
}

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
  const steps: readonly Step[] = isResuming ? RESUMED : STEPS;
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
        onVolume={() => setAt(steps.indexOf('volume'))}
      />
    );
  }

  const next = (found: Partial<Setup> = {}): void => {
    setSetup({ ...setup, ...found });
    setAt(at + 1 < steps.length ? at + 1 : 'running');
  };
  const frame = {
    number: at + 1,
    count: steps.length,
    ...(at > 0 && { onBack: () => setAt(at - 1) }),
  };
  const { draft, speechDbFs } = setup;
  const step = steps[at] ?? 'how';
  switch (step) {
    case 'headphones':
      return (
        <HeadphonesStep {...frame} draft={draft} onContinue={(given) => next({ draft: given })} />
      );
    case 'volume':
      return (
        <VolumeStep
          {...frame}
          draft={draft}
          speechDbFs={speechDbFs}
          onContinue={(level) => next({ speechDbFs: level })}
        />
      );
    case 'sides':
      return <SidesStep {...frame} calibration={calibration} onContinue={() => next()} />;
    case 'seal':
      return <SealStep {...frame} calibration={calibration} onContinue={() => next()} />;
    case 'room':
      return <RoomStep {...frame} room={room} onRoom={holdRoom} onContinue={() => next()} />;
    case 'ear':
      return (
        <EarStep
          {...frame}
          betterEar={setup.betterEar}
          engine={setup.engine}
          onContinue={(betterEar, engine) => next({ betterEar, engine })}
        />
      );
    case 'how':
      return <HowStep {...frame} isResuming={isResuming} onContinue={() => next()} />;
    default:
      return step satisfies never;
  }
};

export default HearingTest;
