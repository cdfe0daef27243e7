import { useLayoutEffect, useState, type ReactNode, type SyntheticEvent } from 'react';
import { Dialog } from 'react-aria-components/Dialog';
import { Heading } from 'react-aria-components/Heading';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import { useMessages } from '../app/use-messages';
import { clearOutcome, usePending } from '../stores/ui-store';
import { Button } from './Button';
import { Field } from './Field';
import { Outcome } from './Outcome';
import styles from './ConfirmDialog.module.css';

interface Props {
  readonly title: string;
  readonly body: string;
  /** Name of the action in `app/actions` that it starts. */
  readonly starts: string;
  /** Name of the button that does it. */
  readonly action: string;
  /** The word to be typed first; without one the button is ready at once. */
  readonly word?: string;
  readonly variant?: 'primary' | 'danger';
  readonly onConfirm: (typed: string) => void;
  readonly onClose: () => void;
  /** Something to do first, such as copying the key. */
  readonly children?: ReactNode;
}

/** Says the consequence and asks. Escape and Cancel leave everything as it is. */
export const ConfirmDialog = ({
  title,
  body,
  starts,
  action,
  word,
  variant = 'danger',
  onConfirm,
  onClose,
  children,
}: Props) => {
  const messages = useMessages();
  const [typed, setTyped] = useState('');
  const running = usePending(starts);
  // What was said before is about something else: a key copied then may have left the clipboard by now.
  useLayoutEffect(() => clearOutcome(), []);
  const ready = word === undefined || typed.trim().toUpperCase() === word;
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    if (ready && !running) onConfirm(typed.trim());
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
