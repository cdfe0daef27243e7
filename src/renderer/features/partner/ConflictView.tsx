import type { Comparison } from '../../../contract/ipc/partner';
import { useMessages } from '../../app/use-messages';
import { Button } from '../../components/Button';
import { Screen } from '../../components/Screen';
import { usePending } from '../../stores/action-store';
import { chooseProfile } from './partner-actions';
import { Side } from './Side';
import styles from './Partner.module.css';

interface Props {
  readonly name: string;
  readonly both: Comparison;
  readonly onClose: () => void;
}

/** Two profiles side by side; the person chooses which one the account keeps. */
export const ConflictView = ({ name, both, onClose }: Props) => {
  const messages = useMessages();
  const keepHere = chooseProfile('here', onClose);
  const running = usePending(keepHere);
  const { here, account } = both;
  return (
    <Screen
      name="partner-conflict"
      title={messages('partner.conflictTitle')}
      lead={messages('partner.conflictLead', { name })}
    >
      <div className={styles['sides']}>
        <Side
          title={messages('partner.here')}
          side={here}
          beside={account === 'gone' ? null : account}
          isHere
        >
          <Button does={keepHere}>{messages('partner.keepHere')}</Button>
        </Side>
        {account === 'gone' ? (
          <p className={styles['gone']}>{messages('partner.gone', { name })}</p>
        ) : (
          <Side title={messages('partner.inAccount', { name })} side={account} beside={here}>
            <Button does={chooseProfile('account', onClose)}>
              {messages('partner.keepAccount')}
            </Button>
          </Side>
        )}
      </div>
      <div className={styles['others']}>
        <Button variant="quiet" isDisabled={running} onPress={onClose}>
          {messages('partner.later')}
        </Button>
      </div>
    </Screen>
  );
};
