import { useState, type ReactNode, type SyntheticEvent } from 'react';
import { Dialog } from 'react-aria-components/Dialog';
import { Heading } from 'react-aria-components/Heading';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import { Button } from '../../components/Button';
import { useActions } from '../../stores/action-store';
import { OutcomeStrip } from './OutcomeStrip';
import { useLabMessages } from './use-lab-messages';
import confirm from '../../components/ConfirmDialog.module.css';
import styles from './LabView.module.css';

interface Props {
  readonly title: string;
  readonly children: ReactNode;
  /** Name of the button that goes on; without one there is only a button to close. */
  readonly action?: string;
  readonly variant?: 'primary' | 'danger';
  readonly isReady?: boolean;
  readonly isRunning?: boolean;
  readonly onSubmit?: () => void;
  readonly onClose: () => void;
}

/** A question of the Lab. Escape and the first button leave everything as it is. */
export const LabDialog = ({
  title,
  children,
  action,
  variant = 'primary',
  isReady = true,
  isRunning = false,
  onSubmit,
  onClose,
}: Props) => {
  const messages = useLabMessages();
  const said = useActions((actions) => actions.said);
  const [before] = useState(said);
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    if (isReady && !isRunning) onSubmit?.();
  };
  return (
    <ModalOverlay
      isOpen
      isDismissable={!isRunning}
      isKeyboardDismissDisabled={isRunning}
      onOpenChange={(isOpen) => !isOpen && onClose()}
      className={confirm['overlay'] ?? ''}
    >
      <Modal className={confirm['modal'] ?? ''}>
        <Dialog className={confirm['dialog'] ?? ''}>
          <Heading slot="title" className={confirm['title'] ?? ''}>
            {title}
          </Heading>
          <form className={styles['form']} onSubmit={submit} noValidate>
            {children}
            {said !== before && <OutcomeStrip />}
            <div className={confirm['actions']}>
              <Button isDisabled={isRunning} onPress={onClose}>
                {messages(action === undefined ? 'lab.close' : 'app.cancel')}
              </Button>
              {action !== undefined && (
                <Button variant={variant} type="submit" isDisabled={!isReady} isPending={isRunning}>
                  {action}
                </Button>
              )}
            </div>
          </form>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
};
