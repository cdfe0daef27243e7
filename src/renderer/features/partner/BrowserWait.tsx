import type { PartnerView } from '../../../contract/ipc/partner';
import { useMessages } from '../../app/use-messages';
import { Button } from '../../components/Button';
import { Screen } from '../../components/Screen';
import { usePending } from '../../stores/ui-store';
import { cancelSignIn, openBrowserAgain } from './partner-actions';
import styles from './Partner.module.css';

interface Props {
  readonly name: string;
  readonly phase: NonNullable<PartnerView['signIn']>;
}

/** The person is in the browser; this window waits, and can be left at any time. */
export const BrowserWait = ({ name, phase }: Props) => {
  const messages = useMessages();
  const opening = usePending('openBrowserAgain');
  const isFinishing = phase === 'finishing';
  return (
    <Screen
      name="partner-waiting"
      title={messages('partner.waitingTitle')}
      lead={messages('partner.waitingLead', { name })}
    >
      <div className={styles['actions']}>
        <Button isPending={opening} isDisabled={isFinishing} onPress={openBrowserAgain}>
          {messages('partner.openAgain')}
        </Button>
        <Button onPress={cancelSignIn}>{messages('app.cancel')}</Button>
      </div>
      <p role="status" className={styles['note']}>
        {isFinishing ? messages('partner.finishing', { name }) : messages('partner.waitingHint')}
      </p>
    </Screen>
  );
};
