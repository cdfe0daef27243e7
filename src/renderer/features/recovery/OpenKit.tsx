import { useState, type SyntheticEvent } from 'react';
import type { ChosenKit } from '../../../contract/ipc/recovery';
import type { SessionView, Snapshot } from '../../../contract/ipc/snapshot';
import { MAX_PASSPHRASE_LENGTH } from '../../../contract/passphrase';
import { useDate } from '../../app/use-date';
import { useMessages } from '../../app/use-messages';
import { Button } from '../../components/Button';
import { Field } from '../../components/Field';
import { Notice } from '../../components/Notice';
import { Screen } from '../../components/Screen';
import { goTo, usePending } from '../../stores/ui-store';
import { cancelRestore, chooseKit, restoreKit } from './kit-actions';
import styles from './Recovery.module.css';

/** Says what becomes of the profile that is here already; one that is open can be saved first. */
const KeptHere = ({ session }: { readonly session: SessionView }) => {
  const messages = useMessages();
  if (session.status === 'active') {
    const tail = session.user.maskedId;
    return (
      <Notice name="kept-profile" text={messages('kit.keptActive', { tail })}>
        <Button onPress={() => goTo('save-kit')}>{messages('kit.save')}</Button>
      </Notice>
    );
  }
  if (session.status !== 'signed-out' || !session.keptProfile) return null;
  const tail = session.keptProfile.maskedId;
  return <Notice name="kept-profile" text={messages('kit.keptSignedOut', { tail })} />;
};

/** Leads where the person came from. */
const Back = ({ isActive }: { readonly isActive: boolean }) => {
  const messages = useMessages();
  return (
    <Button variant="quiet" onPress={() => goTo(isActive ? 'settings' : 'paste-key')}>
      {messages('app.back')}
    </Button>
  );
};

interface ChosenProps {
  readonly kit: ChosenKit;
  readonly isActive: boolean;
  readonly onChoose: () => void;
}

/** The file chosen, and the passphrase that opens it. */
const Chosen = ({ kit, isActive, onChoose }: ChosenProps) => {
  const messages = useMessages();
  const date = useDate();
  const running = usePending('restoreKit');
  const [passphrase, setPassphrase] = useState('');
  const [isHidden, setIsHidden] = useState(true);
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    if (passphrase !== '') restoreKit(passphrase);
  };
  return (
    <form className={styles['form']} onSubmit={submit} noValidate>
      <div className={styles['file']}>
        <div>
          <p className={styles['name']}>{kit.fileName}</p>
          <p className={styles['note']}>{messages('kit.fileMade', { date: date(kit.madeAt) })}</p>
        </div>
        <Button isDisabled={running} onPress={onChoose}>
          {messages('kit.chooseOther')}
        </Button>
      </div>
      <Field
        name="passphrase"
        label={messages('kit.passphrase')}
        value={passphrase}
        isHidden={isHidden}
        autoFocus
        maxLength={MAX_PASSPHRASE_LENGTH}
        onChange={setPassphrase}
      />
      <div className={styles['aside']}>
        <Button variant="quiet" onPress={() => setIsHidden(!isHidden)}>
          {messages(isHidden ? 'kit.show' : 'kit.hide')}
        </Button>
      </div>
      <div className={styles['actions']}>
        <Button variant="primary" type="submit" isDisabled={passphrase === ''} isPending={running}>
          {messages('kit.restore')}
        </Button>
        {running ? (
          <Button onPress={cancelRestore}>{messages('app.cancel')}</Button>
        ) : (
          <Back isActive={isActive} />
        )}
      </div>
    </form>
  );
};

/** Brings a profile back from a kit: the file first, then its passphrase. Nothing here changes until it is back. */
const OpenKit = ({ snapshot: { session } }: { readonly snapshot: Snapshot }) => {
  const messages = useMessages();
  const isChoosing = usePending('chooseKit');
  const running = usePending('restoreKit');
  const [kit, setKit] = useState<ChosenKit | null>(null);
  const isActive = session.status === 'active';
  const choose = (): void => chooseKit(setKit);
  return (
    <Screen name="open-kit" title={messages('kit.openTitle')} lead={messages('kit.openLead')}>
      {kit ? (
        <Chosen kit={kit} isActive={isActive} onChoose={choose} />
      ) : (
        <>
          <KeptHere session={session} />
          <div className={styles['actions']}>
            <Button variant="primary" isPending={isChoosing} onPress={choose}>
              {messages('kit.chooseFile')}
            </Button>
            <Back isActive={isActive} />
          </div>
        </>
      )}
      <p role="status" className={styles['note']}>
        {running && messages('kit.restoring')}
      </p>
    </Screen>
  );
};

export default OpenKit;
