import { useState, type ReactNode, type SyntheticEvent } from 'react';
import { Dialog } from 'react-aria-components/Dialog';
import { Heading } from 'react-aria-components/Heading';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import { useMessages } from '../app/use-messages';
import { Button } from './Button';
import { Field } from './Field';
import styles from './DialogFrame.module.css';

export interface DialogFrameProps {
  readonly role: 'dialog' | 'alertdialog';
  readonly title: string;
  /** What is to be known first. */
  readonly intro?: ReactNode;
  /** The word to be typed before it goes on. */
  readonly word?: string | undefined;
  /** What is to be entered. */
  readonly children?: ReactNode;
  /** Name of the button that leaves everything as it is, as Escape does. */
  readonly cancel: string;
  /** Name of the button that goes on; without one there is only the other. */
  readonly action?: string;
  readonly variant?: 'primary' | 'danger';
  readonly isReady?: boolean;
  /** What was asked about runs: until it ends, there is no way back. */
  readonly isRunning?: boolean;
  /** What is said below the buttons. */
  readonly below?: ReactNode;
  readonly onSubmit?: (typed: string) => void;
  readonly onClose: () => void;
}

/** A question over the window. */
export const DialogFrame = ({
  role,
  title,
  intro,
  word,
  children,
  cancel,
  action,
  variant = 'primary',
  isReady = true,
  isRunning = false,
  below,
  onSubmit,
  onClose,
}: DialogFrameProps) => {
  const messages = useMessages();
  const [typed, setTyped] = useState('');
  const canGoOn = isReady && (word === undefined || typed.trim().toUpperCase() === word);
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    if (canGoOn && !isRunning) onSubmit?.(typed.trim());
  };
  return (
    <ModalOverlay
      isOpen
      isDismissable={!isRunning}
      isKeyboardDismissDisabled={isRunning}
      onOpenChange={(isOpen) => !isOpen && onClose()}
      className={styles['overlay'] ?? ''}
    >
      <Modal className={styles['modal'] ?? ''}>
        <Dialog role={role} className={styles['dialog'] ?? ''}>
          <Heading slot="title" className={styles['title'] ?? ''}>
            {title}
          </Heading>
          {intro}
          <form className={styles['form']} onSubmit={submit} noValidate>
            {word !== undefined && (
              <Field
                label={messages('confirm.instruction', { word })}
                value={typed}
                onChange={setTyped}
                maxLength={32}
                // What an alert says is to be read before anything is typed.
                autoFocus={role === 'dialog'}
              />
            )}
            {children}
            <div className={styles['actions']}>
              <Button isDisabled={isRunning} onPress={onClose}>
                {cancel}
              </Button>
              {action !== undefined && (
                <Button variant={variant} type="submit" isDisabled={!canGoOn} isPending={isRunning}>
                  {action}
                </Button>
              )}
            </div>
          </form>
          {below}
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
};
