import { useId, type ReactNode } from 'react';
import styles from './Settings.module.css';

interface SectionProps {
  readonly title: string;
  readonly children: ReactNode;
}

/** A group of settings under its heading. */
export const Section = ({ title, children }: SectionProps) => {
  const id = useId();
  return (
    <section className={styles['section']} aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <div className="lined">{children}</div>
    </section>
  );
};

interface RowProps {
  readonly title?: ReactNode;
  readonly hint: string;
  /** The control of the row. */
  readonly children: ReactNode;
}

/** One setting: what it is on the left, what can be done on the right. */
export const Row = ({ title, hint, children }: RowProps) => (
  <div className={styles['row']}>
    <div className={styles['words']}>
      {title && <p className={styles['name']}>{title}</p>}
      <p className={styles['hint']}>{hint}</p>
    </div>
    {children}
  </div>
);
