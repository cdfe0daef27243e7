import { useRef } from 'react';
import { Button as AriaButton } from 'react-aria-components/Button';
import { Popover } from 'react-aria-components/Popover';
import { keysText } from './keys-text';
import { SHORTCUTS } from './shortcuts';
import { useLabMessages } from './use-lab-messages';
import styles from './Help.module.css';

interface Props {
  readonly isOpen: boolean;
  readonly onChange: (isOpen: boolean) => void;
}

/** The keys of the Lab, in a popover over the status bar. */
export const Help = ({ isOpen, onChange }: Props) => {
  const messages = useLabMessages();
  const button = useRef<HTMLButtonElement>(null);
  return (
    <>
      <AriaButton
        ref={button}
        className={styles['helpButton'] ?? ''}
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        onPress={() => onChange(true)}
      >
        {messages('lab.help')}
      </AriaButton>
      <Popover
        className={styles['popover'] ?? ''}
        aria-label={messages('lab.help')}
        placement="top end"
        triggerRef={button}
        isOpen={isOpen}
        onOpenChange={onChange}
      >
        <div className={styles['help']}>
          <h2>{messages('lab.help')}</h2>
          <dl>
            {SHORTCUTS.map(([keys, words]) => (
              <div key={keys}>
                <dt>{messages(`lab.keys.${words}`)}</dt>
                <dd>
                  <kbd>{keysText(keys)}</kbd>
                </dd>
              </div>
            ))}
          </dl>
        </div>
      </Popover>
    </>
  );
};
