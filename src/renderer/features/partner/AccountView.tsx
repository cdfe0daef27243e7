import { useState } from 'react';
import type { Comparison } from '../../../contract/ipc/partner';
import type { PartnerView } from '../../../contract/ipc/partner-view';
import type { SessionView } from '../../../contract/ipc/snapshot';
import type { Messages } from '../../../messages/catalogue';
import { useMessages } from '../../app/use-messages';
import { AskButton } from '../../components/AskButton';
import { Button } from '../../components/Button';
import { Notice } from '../../components/Notice';
import { Screen } from '../../components/Screen';
import { goTo } from '../../stores/ui-store';
import { accountLine } from './account-line';
import { MainAction } from './MainAction';
import { signInAtPartner, unlinkAtPartner } from './partner-actions';
import { SignOutDialog } from './SignOutDialog';
import styles from './Partner.module.css';

interface Props {
  readonly partner: PartnerView;
  readonly session: SessionView;
  readonly onCompared: (both: Comparison) => void;
}

/** What can be done with the account besides the one thing that is due. */
const OtherActions = ({ partner: { name, status }, session }: Omit<Props, 'onCompared'>) => {
  const messages = useMessages();
  const [isSigningOut, setIsSigningOut] = useState(false);
  const hasProfile = session.status === 'active';
  if (status === 'signed-out') return null;
  return (
    <div className={styles['others']}>
      {(status === 'linked' || status === 'available') && (
        <AskButton
          variant="quiet"
          label={messages('partner.unlink', { name })}
          title={messages('partner.unlinkTitle', { name })}
          body={messages('partner.unlinkBody')}
          does={unlinkAtPartner}
        />
      )}
      <Button variant="quiet" does={signInAtPartner}>
        {messages('partner.other', { name })}
      </Button>
      <Button variant="quiet" onPress={() => setIsSigningOut(true)}>
        {messages('partner.signOut', { name })}
      </Button>
      {isSigningOut && (
        <SignOutDialog
          name={name}
          hasProfile={hasProfile}
          canRemove={status === 'linked'}
          onClose={() => setIsSigningOut(false)}
        />
      )}
    </div>
  );
};

/** Where profile and account stand to each other, in a sentence. */
const standing = (messages: Messages, { name, status }: PartnerView, isActive: boolean): string =>
  status === 'signed-out' && !isActive
    ? messages('partner.signedOutNoProfile', { name })
    : messages(`partner.status.${status}`, { name });

/** Where profile and account stand to each other, and what to do about it. */
export const AccountView = ({ partner, session, onCompared }: Props) => {
  const messages = useMessages();
  const { name, status, trouble, belongsToOther } = partner;
  const isActive = session.status === 'active';
  return (
    <Screen
      name="partner"
      title={messages('partner.title', { name })}
      lead={messages('partner.what', { name })}
      aside={
        <Button onPress={() => goTo(isActive ? 'settings' : 'paste-key')}>
          {messages('app.back')}
        </Button>
      }
    >
      <section className={styles['state']} data-partner-status={status}>
        <p className={styles['account']}>{accountLine(messages, partner)}</p>
        <p>{standing(messages, partner, isActive)}</p>
        {belongsToOther && status !== 'linked' && (
          <p>{messages('partner.belongsToOther', { name })}</p>
        )}
      </section>
      {trouble && (
        <Notice name="partner-trouble" tone="warning" text={messages(`errors.${trouble}`)} />
      )}
      <MainAction partner={partner} session={session} onCompared={onCompared} />
      <OtherActions partner={partner} session={session} />
      <p className={styles['note']}>{messages('partner.notMimi', { name })}</p>
    </Screen>
  );
};
