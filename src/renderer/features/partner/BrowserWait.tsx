import type { PartnerView } from '../../../contract/ipc/partner-view';
import { useMessages } from '../../app/use-messages';
import { Button } from '../../components/Button';
import { Screen } from '../../components/Screen';
import { cancelSignIn, copySignInAddress, openBrowserAgain } from './partner-actions';
import styles from './Partner.module.css';

interface Props {
  readonly name: string;
  readonly phase: NonNullable<PartnerView['signIn']>;
}

/** The person is in the browser, or finds one themselves; this window waits, and can be left at any time. */
export const BrowserWait = ({ name, phase }: Props) => {
  const messages = useMessages();
  const isFinishing = phase === 'finishing';
  const isAlone = phase === 'no-browser';
  return (
    <Screen
      name="partner-waiting"
      title={messages('partner.waitingTitle')}
      lead={messages(isAlone ? 'partner.noBrowserLead' : 'partner.waitingLead', { name })}
    >
      <div className="buttons">
        <Button isDisabled={isFinishing} does={openBrowserAgain}>
          {messages('partner.openAgain')}
        </Button>
        <Button
          variant={isAlone ? 'primary' : 'secondary'}
          isDisabled={isFinishing}
          does={copySignInAddress}
        >
          {messages('partner.copyAddress')}
        </Button>
        <Button onPress={cancelSignIn}>{messages('app.cancel')}</Button>
      </div>
      <div role="status" className={styles['note']}>
        {isFinishing ? (
          <p>{messages('partner.finishing', { name })}</p>
        ) : (
          <>
            {!isAlone && <p>{messages('partner.copyHint')}</p>}
            <p>{messages('partner.waitingHint')}</p>
          </>
        )}
      </div>
    </Screen>
  );
};
