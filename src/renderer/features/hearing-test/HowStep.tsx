import { useMessages } from '../../app/use-messages';
import { PreflightStep, type StepFrame } from './PreflightStep';
import styles from './HearingTest.module.css';

interface Props extends StepFrame {
  readonly isResuming: boolean;
  readonly onContinue: () => void;
}

/** The last step: what to do, and that the sound can be stopped at any moment. */
export const HowStep = ({ isResuming, onContinue, ...frame }: Props) => {
  const messages = useMessages();
  return (
    <PreflightStep
      {...frame}
      name="preflight-how"
      title={messages('preflight.howTitle')}
      lead={messages('preflight.howLead')}
      action={messages(isResuming ? 'preflight.goOn' : 'preflight.start')}
      onContinue={onContinue}
    >
      <ul className={styles['rules']}>
        <li>{messages('preflight.howSoft')}</li>
        <li>{messages('preflight.howKeys')}</li>
        <li>{messages('preflight.howStop')}</li>
      </ul>
    </PreflightStep>
  );
};
