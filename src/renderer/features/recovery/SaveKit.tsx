import { useState, type SyntheticEvent } from 'react';
import type { Snapshot } from '../../../contract/ipc/snapshot';
import { useMessages } from '../../app/use-messages';
import { Actions } from '../../components/Actions';
import { Button } from '../../components/Button';
import { Screen } from '../../components/Screen';
import { usePending } from '../../stores/action-store';
import { leaveSaveKit, saveKit } from './kit-actions';
import { isReady, NewPassphrase } from './NewPassphrase';
import { PaperKit } from './PaperKit';
import styles from './Recovery.module.css';

/** Asks for a passphrase and has the profile saved as an encrypted file. */
const SaveKit = ({ snapshot }: { readonly snapshot: Snapshot }) => {
  const messages = useMessages();
  const running = usePending(saveKit);
  const [typed, setTyped] = useState({ passphrase: '', repeated: '' });
  const [isHidden, setIsHidden] = useState(true);
  const [isChecked, setIsChecked] = useState(false);
  const isRemote = snapshot.service.kind === 'remote';
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    setIsChecked(true);
    if (isReady(typed)) saveKit({ passphrase: typed.passphrase });
  };
  return (
    <Screen
      name="save-kit"
      title={messages('kit.saveTitle')}
      lead={messages(isRemote ? 'kit.saveLeadRemote' : 'kit.saveLead')}
    >
      <form className={styles['form']} onSubmit={submit} noValidate>
        <NewPassphrase {...{ typed, isHidden, isChecked }} onChange={setTyped} />
        <div className={styles['aside']}>
          <Button variant="quiet" onPress={() => setIsHidden(!isHidden)}>
            {messages(isHidden ? 'kit.show' : 'kit.hide')}
          </Button>
        </div>
        <p className="remember">{messages('kit.remember')}</p>
        <Actions>
          <Button variant="primary" type="submit" isPending={running}>
            {messages('kit.choosePlace')}
          </Button>
          <Button variant="quiet" isDisabled={running} onPress={leaveSaveKit}>
            {messages('app.back')}
          </Button>
        </Actions>
      </form>
      <p role="status" className="quiet">
        {running && messages('kit.saving')}
      </p>
      <PaperKit isRemote={isRemote} />
    </Screen>
  );
};

export default SaveKit;
