import type { ReactNode } from 'react';
import { useMessages } from '../../app/use-messages';
import { Button } from '../../components/Button';
import { Screen } from '../../components/Screen';
import { goTo } from '../../stores/ui-store';
import styles from './HearingTest.module.css';

/** Where a step stands among the others, and the ways out of it. */
export interface StepFrame {
  /** From 1. */
  readonly number: number;
  readonly count: number;
  /** To the step before; absent on the first. */
  readonly onBack?: () => void;
}

interface Props extends StepFrame {
  /** Name of the screen. */
  readonly name: string;
  readonly title: string;
  readonly lead: string;
  readonly onContinue: () => void;
  /** Name of the button that goes on; `Continue` unless told otherwise. */
  readonly action?: string;
  readonly isReady?: boolean;
  readonly children?: ReactNode;
}

const Count = ({ number, count }: Pick<StepFrame, 'number' | 'count'>) => {
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
  name,
  title,
  lead,
  onBack,
  onContinue,
  action,
  isReady = true,
  children,
  ...count
}: Props) => {
  const messages = useMessages();
  return (
    <Screen
      name={name}
      title={title}
      lead={lead}
      picture={<Count {...count} />}
      aside={
        <Button variant="quiet" onPress={() => goTo(null)}>
          {messages('preflight.leave')}
        </Button>
      }
    >
      {children}
      <div className={styles['actions']}>
        <Button variant="primary" isDisabled={!isReady} onPress={onContinue}>
          {action ?? messages('app.continue')}
        </Button>
        {onBack && (
          <Button variant="quiet" onPress={onBack}>
            {messages('app.back')}
          </Button>
        )}
      </div>
    </Screen>
  );
};
