import { Button as AriaButton, type ButtonProps } from 'react-aria-components/Button';
import type { ReactNode } from 'react';
import styles from './Button.module.css';

interface Props extends Omit<ButtonProps, 'className' | 'style' | 'children'> {
  readonly variant?: 'primary' | 'secondary' | 'quiet' | 'danger';
  readonly children: ReactNode;
}

/** The one button. While `isPending` it keeps its name and its focus, and does nothing when pressed. */
export const Button = ({ variant = 'secondary', children, ...props }: Props) => (
  <AriaButton {...props} className={`${styles['button']} ${styles[variant]}`}>
    {children}
    {props.isPending && <span className={styles['spinner']} aria-hidden="true" />}
  </AriaButton>
);
