import { useEffect, useState, type SyntheticEvent } from 'react';
import type { ChosenKit } from '../../../contract/ipc/recovery';
import type { Snapshot } from '../../../contract/ipc/snapshot';
import { MAX_PASSPHRASE_LENGTH } from '../../../contract/passphrase';
import { useDate } from '../../app/use-date';
import { useMessages } from '../../app/use-messages';
import { Actions } from '../../components/Actions';
import { Button } from '../../components/Button';
import { Field } from '../../components/Field';
import { Screen } from '../../components/Screen';
import { usePending } from '../../stores/action-store';
import { goTo } from '../../stores/ui-store';
import { KeptHere } from './KeptHere';
import { cancelRestore, chooseKit, openDropped, openPicture, restoreKit } from './kit-actions';
import { useKitStore } from './kit-store';
import { useDroppedFile } from './use-dropped-file';
import styles from './Recovery.module.css';

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
}

/** The file chosen, and the passphrase that opens it. */
const Chosen = ({ kit, isActive }: ChosenProps) => {
  const messages = useMessages();
  const date = useDate();
  const running = usePending(restoreKit);
  const [passphrase, setPassphrase] = useState('');
  const [isHidden, setIsHidden] = useState(true);
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    if (passphrase !== '') restoreKit({ passphrase });
  };
  return (
    <form className={styles['form']} onSubmit={submit} noValidate>
      <div className={styles['file']}>
        <div>
          <p className={styles['name']}>{kit.fileName}</p>
          <p className="quiet">{messages('kit.fileMade', { date: date(kit.madeAt) })}</p>
        </div>
        <Button isDisabled={running} onPress={() => chooseKit()}>
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
      <Actions>
        <Button variant="primary" type="submit" isDisabled={passphrase === ''} isPending={running}>
          {messages('kit.restore')}
        </Button>
        {running ? (
          <Button onPress={cancelRestore}>{messages('app.cancel')}</Button>
        ) : (
          <Back isActive={isActive} />
        )}
      </Actions>
    </form>
  );
};

/** Brings a profile back from a kit: the file first, then its passphrase. Nothing here changes until it is back. */
const OpenKit = ({ snapshot: { session, recovery } }: { readonly snapshot: Snapshot }) => {
  const messages = useMessages();
  const isReading = usePending(openPicture);
  const running = usePending(restoreKit);
  const kit = useKitStore(({ chosen }) => chosen);
  const isOver = useDroppedFile(running ? null : openDropped);
  // Who comes here again chooses again.
  useEffect(() => () => useKitStore.setState({ chosen: null }), []);
  const isActive = session.status === 'active';
  return (
    <Screen name="open-kit" title={messages('kit.openTitle')} lead={messages('kit.openLead')}>
      <KeptHere {...{ session, recovery }} isBrief={kit !== null} />
      {kit ? (
        <Chosen key={`${kit.fileName} ${kit.madeAt}`} kit={kit} isActive={isActive} />
      ) : (
        <Actions>
          <Button variant="primary" isPending={isReading} does={chooseKit}>
            {messages('kit.chooseFile')}
          </Button>
          {isReading ? (
            <Button onPress={cancelRestore}>{messages('app.cancel')}</Button>
          ) : (
            <Back isActive={isActive} />
          )}
        </Actions>
      )}
      <p role="status" className={`quiet ${isOver ? 'file-over' : ''}`}>
        {running && messages('kit.restoring')}
        {!kit && messages(isReading ? 'paste.reading' : 'paste.drop')}
      </p>
    </Screen>
  );
};

export default OpenKit;
