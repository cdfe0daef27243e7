import { Button as AriaButton, type ButtonProps } from 'react-aria-components/Button';
import type { ReactNode } from 'react';
import type { Action } from '../app/action';
import { usePending } from '../stores/action-store';
import styles from './Button.module.css';

interface Props extends Omit<ButtonProps, 'className' | 'style' | 'children'> {
  readonly variant?: 'primary' | 'secondary' | 'quiet' | 'danger';
  /** The action it starts: while that runs, the button is pending and says so. For what is over at once, `onPress`. */
  readonly does?: Action;
  readonly children: ReactNode;
}

/** The one button. While it is pending it keeps its name and its focus, and does nothing when pressed. */
export const Button = ({
  variant = 'secondary',
  does,
  isPending = false,
  children,
  ...props
}: Props) => {
  const isRunning = usePending(does) || isPending;
  return (
    <AriaButton
      {...props}
      {...(does && { onPress: () => does() })}
      isPending={isRunning}
      className={`${styles['button']} ${styles[variant]}`}
    >
      {children}
      {isRunning && <span className={styles['spinner']} aria-hidden="true" />}
    </AriaButton>
  );
};
