import type { Comparison } from '../../../contract/ipc/partner';
import type { PartnerView } from '../../../contract/ipc/partner-view';
import type { SessionView } from '../../../contract/ipc/snapshot';
import type { Action } from '../../app/action';
import { useMessages } from '../../app/use-messages';
import { Button } from '../../components/Button';
import { goTo } from '../../stores/ui-store';
import {
  compareProfiles,
  lookAtPartner,
  openAccountProfile,
  signInAtPartner,
  storeAtPartner,
} from './partner-actions';
import styles from './Partner.module.css';

interface Props {
  readonly partner: PartnerView;
  readonly session: SessionView;
  readonly onCompared: (both: Comparison) => void;
}

interface Due {
  readonly text: string;
  readonly does?: Action;
  readonly onPress?: () => void;
}

/** The one thing that is due, if there is one. */
const useDue = ({ partner, session, onCompared }: Props): Due | null => {
  const messages = useMessages();
  const { name, status, trouble } = partner;
  switch (status) {
    case 'signed-out':
    case 'expired': {
      const key = status === 'expired' ? 'partner.signInAgain' : 'partner.signIn';
      return { text: messages(key, { name }), does: signInAtPartner };
    }
    case 'available':
      return { text: messages('partner.open'), does: openAccountProfile };
    case 'unlinked':
      return { text: messages('partner.store', { name }), does: storeAtPartner };
    case 'conflict':
      return { text: messages('partner.compare'), does: compareProfiles(onCompared) };
    case 'ready':
      if (session.status !== 'signed-out') return null;
      return { text: messages('welcome.make'), onPress: () => goTo('what-is-kept') };
    case 'checking':
    case 'opening':
    case 'waiting':
    case 'linked':
      if (trouble === null) return null;
      return { text: messages('app.tryAgain'), does: lookAtPartner };
    default:
      return status satisfies never;
  }
};

/** Shows it as a button, with what a person should know before pressing it. */
export const MainAction = (props: Props) => {
  const messages = useMessages();
  const due = useDue(props);
  const { name, status } = props.partner;
  if (due === null) return null;
  const { text, ...press } = due;
  return (
    <div className={styles['due']}>
      <Button variant="primary" {...press}>
        {text}
      </Button>
      {(status === 'signed-out' || status === 'expired') && (
        <p className={styles['note']}>{messages('partner.signInHint', { name })}</p>
      )}
    </div>
  );
};
