import type { ReactNode } from 'react';
import type { Calibration } from '../../../hearing/calibration';
import type { Ear, TestEngine } from '../../../hearing/hearing-test';
import { useMessages } from '../../app/use-messages';
import type { RoomNoise } from '../../audio/room-noise';
import { Actions } from '../../components/Actions';
import { Button } from '../../components/Button';
import { Screen } from '../../components/Screen';
import { goTo } from '../../stores/ui-store';
import type { HeadphonesDraft } from './calibration-draft';
import styles from './PreflightStep.module.css';

/** What the pre-flight finds out. */
export interface Setup {
  readonly draft: HeadphonesDraft;
  /** Where the noise sounds like speech, in dB relative to a full-scale sine. */
  readonly speechDbFs: number;
  /** The ear said to hear better; with no difference the right one goes first. */
  readonly betterEar: Ear | 'none';
  readonly engine: TestEngine;
}

/** What every step is given; each uses its part of it. */
export interface StepProps {
  /** What was found out so far, or on the way here before. */
  readonly setup: Setup;
  /** The calibration that follows from it. */
  readonly calibration: Calibration;
  /** The microphone that listens to the room. */
  readonly room: RoomNoise | null;
  /** Hands over another one; the one before is closed. */
  readonly onRoom: (room: RoomNoise) => void;
  readonly isResuming: boolean;
  /** From 1. */
  readonly number: number;
  readonly count: number;
  /** To the step before; absent on the first. */
  readonly onBack?: () => void;
  /** On to the next step, with what this one found out. */
  readonly onContinue: (found?: Partial<Setup>) => void;
}

interface Props {
  /** Names the screen and its words. */
  readonly step: 'headphones' | 'volume' | 'sides' | 'seal' | 'room' | 'ear' | 'how';
  readonly frame: Pick<StepProps, 'number' | 'count' | 'onBack'>;
  /** What to do; the step's usual words unless told otherwise. */
  readonly lead?: string;
  readonly onContinue: () => void;
  /** Name of the button that goes on; `Continue` unless told otherwise. */
  readonly action?: string;
  readonly isReady?: boolean;
  readonly children?: ReactNode;
}

const Count = ({ number, count }: Pick<StepProps, 'number' | 'count'>) => {
  const messages = useMessages();
  return (
    <div className={styles['count']}>
      <p>{messages('preflight.step', { number: String(number), count: String(count) })}</p>
      <div className={styles['marks']} aria-hidden="true">
        {Array.from({ length: count }, (_, index) => (
          <span key={index} data-done={index < number} />
        ))}
      </div>
    </div>
  );
};

/** Frame of one step before the test: how far it is, one idea, back and on. */
export const PreflightStep = ({
  step,
  frame: { number, count, onBack },
  lead,
  onContinue,
  action,
  isReady = true,
  children,
}: Props) => {
  const messages = useMessages();
  return (
    <Screen
      name={`preflight-${step}`}
      title={messages(`preflight.${step}Title`)}
      lead={lead ?? messages(`preflight.${step}Lead`)}
      picture={<Count number={number} count={count} />}
      aside={
        <Button variant="quiet" onPress={() => goTo(null)}>
          {messages('preflight.leave')}
        </Button>
      }
    >
      {children}
      <Actions>
        <Button variant="primary" isDisabled={!isReady} onPress={onContinue}>
          {action ?? messages('app.continue')}
        </Button>
        {onBack && (
          <Button variant="quiet" onPress={onBack}>
            {messages('app.back')}
          </Button>
        )}
      </Actions>
    </Screen>
  );
};
