import { useMessages } from '../../app/use-messages';
import { PreflightStep, type StepProps } from './PreflightStep';

/** The last step: what to do, and that the sound can be stopped at any moment. */
export const HowStep = ({ isResuming, onContinue, ...frame }: StepProps) => {
  const messages = useMessages();
  return (
    <PreflightStep
      step="how"
      frame={frame}
      action={messages(isResuming ? 'preflight.goOn' : 'preflight.start')}
      onContinue={() => onContinue()}
    >
      <ul className="lined">
        <li>{messages('preflight.howSoft')}</li>
        <li>{messages('preflight.howKeys')}</li>
        <li>{messages('preflight.howStop')}</li>
      </ul>
    </PreflightStep>
  );
};
