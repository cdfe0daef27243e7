import { useLayoutEffect, useState, type ReactNode, type SyntheticEvent } from 'react';
import { Dialog } from 'react-aria-components/Dialog';
import { Heading } from 'react-aria-components/Heading';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import type { Action } from '../app/action';
import { useMessages } from '../app/use-messages';
import { tell, usePending } from '../stores/action-store';
import { Button } from './Button';
import { Field } from './Field';
import { Outcome } from './Outcome';
import styles from './ConfirmDialog.module.css';

interface Question {
  readonly title: string;
  readonly body: string;
  /** Name of the button that does it. */
  readonly action: string;
  readonly variant?: 'primary' | 'danger';
  /** It was answered with no, or what it asked about ended well. */
  readonly onClose: () => void;
  /** Something to do first, such as copying the key. */
  readonly children?: ReactNode;
}

/** With a word that has to be typed first, the action is told what was typed. */
type Consent =
  | { readonly word?: undefined; readonly does: Action }
  | { readonly word: string; readonly does: Action<string> };

/** Says the consequence and asks. Escape and Cancel leave everything as it is. */
export const ConfirmDialog = ({
  title,
  body,
  does,
  action,
  word,
  variant = 'danger',
  onClose,
  children,
}: Question & Consent) => {
  const messages = useMessages();
  const [typed, setTyped] = useState('');
  const running = usePending(does);
  // What was said before is about something else: a key copied then may have left the clipboard by now.
  useLayoutEffect(() => tell(null), []);
  const ready = word === undefined || typed.trim().toUpperCase() === word;
  const start = async (): Promise<void> => {
    if (word === undefined ? await does.run() : await does.run(typed.trim())) onClose();
  };
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    if (ready && !running) void start();
  };
  return (
    <ModalOverlay
      isOpen
      isDismissable={!running}
      isKeyboardDismissDisabled={running}
      onOpenChange={(open) => !open && onClose()}
      className={styles['overlay'] ?? ''}
    >
      <Modal className={styles['modal'] ?? ''}>
        <Dialog role="alertdialog" className={styles['dialog'] ?? ''}>
          <Heading slot="title" className={styles['title'] ?? ''}>
            {title}
          </Heading>
          <p>{body}</p>
          {children}
          <form className={styles['form']} onSubmit={submit} noValidate>
            {word !== undefined && (
              <Field
                label={messages('confirm.instruction', { word })}
                value={typed}
                onChange={setTyped}
                maxLength={32}
              />
            )}
            <div className={styles['actions']}>
              <Button isDisabled={running} onPress={onClose}>
                {messages('app.cancel')}
              </Button>
              <Button variant={variant} type="submit" isDisabled={!ready} isPending={running}>
                {action}
              </Button>
            </div>
          </form>
          <Outcome />
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
};
