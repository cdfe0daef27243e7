import type { ReactNode } from 'react';
import styles from './Notice.module.css';

interface Props {
  readonly tone?: 'plain' | 'done' | 'warning' | 'danger';
  readonly title?: string;
  readonly text: string;
  /** Names the notice for scripts and for assistive technology. */
  readonly name?: string;
  /** Said aloud when it appears; for notices that no action of the person brought. */
  readonly isLive?: boolean;
  readonly children?: ReactNode;
}

/** Says what happened, what it means and what to do, with the buttons for it as children. */
export const Notice = ({ tone = 'plain', title, text, name, isLive, children }: Props) => (
  <div
    className={`${styles['notice']} ${styles[tone]}`}
    data-notice={name}
    role={isLive ? 'status' : undefined}
  >
    <div className={styles['words']}>
      {title && <p className={styles['title']}>{title}</p>}
      <p>{text}</p>
    </div>
    {children && <div className={styles['actions']}>{children}</div>}
  </div>
);
