import type { ReactNode } from 'react';
import styles from './Actions.module.css';

/** What a screen is about to do. Stays in sight at the window's lower edge while there is more than fits. */
export const Actions = ({ children }: { readonly children: ReactNode }) => (
  <div className={styles['actions']} data-actions>
    {children}
  </div>
);
