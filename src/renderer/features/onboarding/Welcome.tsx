import type { SessionView } from '../../../contract/ipc/snapshot';
import { cancel, openKeptProfile } from '../../app/actions';
import { useMessages } from '../../app/use-messages';
import { Actions } from '../../components/Actions';
import { Button } from '../../components/Button';
import { Notice } from '../../components/Notice';
import { Screen } from '../../components/Screen';
import { usePending } from '../../stores/action-store';
import { goTo } from '../../stores/ui-store';
import { Ribbon } from '../profile/Ribbon';
import { SAMPLE_AUDIOGRAM } from './sample-audiogram';
import { SessionFailure } from './SessionFailure';
import styles from './Onboarding.module.css';

interface Props {
  readonly session: Extract<SessionView, { readonly status: 'signed-out' }>;
}

/** First screen without a profile open: make one, open the one kept here, or bring one. */
export const Welcome = ({ session }: Props) => {
  const messages = useMessages();
  const { reason, keptProfile, loading } = session;
  const running = usePending(openKeptProfile) || loading.status === 'in-progress';
  return (
    <Screen
      name="welcome"
      title={messages(keptProfile ? 'welcome.titleKept' : 'welcome.title')}
      lead={messages(keptProfile ? 'welcome.leadKept' : 'welcome.lead')}
      picture={<Ribbon audiogram={SAMPLE_AUDIOGRAM} />}
    >
      {reason && <Notice name="reason" tone="warning" text={messages(`reasons.${reason}`)} />}
      <SessionFailure session={session} />
      {keptProfile ? (
        <Actions>
          <Button variant="primary" isPending={running} does={openKeptProfile}>
            {messages('welcome.open')}
            <span className={styles['mask']}>{keptProfile.maskedId}</span>
          </Button>
          {running ? (
            <Button onPress={cancel}>{messages('app.cancel')}</Button>
          ) : (
            <Button onPress={() => goTo('what-is-kept')}>{messages('welcome.makeNew')}</Button>
          )}
        </Actions>
      ) : (
        <Actions>
          <Button variant="primary" isDisabled={running} onPress={() => goTo('what-is-kept')}>
            {messages('welcome.make')}
          </Button>
        </Actions>
      )}
      <div className="aside">
        <Button variant="quiet" isDisabled={running} onPress={() => goTo('paste-key')}>
          {messages('welcome.have')}
        </Button>
      </div>
    </Screen>
  );
};
