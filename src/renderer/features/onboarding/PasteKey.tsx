import { useEffect } from 'react';
import { cancel, pasteKey } from '../../app/actions';
import { useMessages } from '../../app/use-messages';
import { Button } from '../../components/Button';
import { Screen } from '../../components/Screen';
import { goTo, usePending } from '../../stores/ui-store';
import styles from './Onboarding.module.css';

const isPasteShortcut = (event: KeyboardEvent): boolean =>
  (event.ctrlKey || event.metaKey) && !event.altKey && event.key.toLowerCase() === 'v';

/** Pasting anywhere on this screen starts the call; what is on the clipboard never enters the page. */
const usePasteAnywhere = (): void => {
  useEffect(() => {
    const paste = (event: Event): void => {
      event.preventDefault();
      pasteKey();
    };
    const press = (event: KeyboardEvent): void => {
      if (isPasteShortcut(event) && !event.repeat) paste(event);
    };
    document.addEventListener('paste', paste);
    document.addEventListener('keydown', press);
    return () => {
      document.removeEventListener('paste', paste);
      document.removeEventListener('keydown', press);
    };
  }, []);
};

/** Opens a profile by its key: main takes it from the clipboard. */
export const PasteKey = () => {
  const messages = useMessages();
  const running = usePending('pasteKey');
  usePasteAnywhere();
  return (
    <Screen name="paste-key" title={messages('paste.title')} lead={messages('paste.lead')}>
      <div className={styles['actions']}>
        <Button variant="primary" isPending={running} onPress={pasteKey}>
          {messages('paste.button')}
        </Button>
        {running ? (
          <Button onPress={cancel}>{messages('app.cancel')}</Button>
        ) : (
          <Button variant="quiet" onPress={() => goTo(null)}>
            {messages('app.back')}
          </Button>
        )}
      </div>
      <p role="status" className={styles['note']}>
        {messages(running ? 'paste.pending' : 'paste.private')}
      </p>
      <div className={styles['other']}>
        <p>{messages('paste.orKit')}</p>
        <Button isDisabled={running} onPress={() => goTo('open-kit')}>
          {messages('kit.open')}
        </Button>
      </div>
    </Screen>
  );
};
