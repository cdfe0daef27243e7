import { useEffect, useRef, type ReactNode } from 'react';
import styles from './LabView.module.css';

interface Props {
  /** Stable name of the view, for scripts that walk the Lab. */
  readonly name: string;
  readonly title: string;
  /** How much is shown, beside the title. */
  readonly aside?: ReactNode;
  /** Buttons at the right end of the header. */
  readonly toolbar?: ReactNode;
  /** `fixed`: the view fills its place and scrolls by itself, as a long table does. */
  readonly layout?: 'scrolling' | 'fixed';
  readonly children: ReactNode;
}

/** Frame of every view of the Lab. Its heading takes the focus when the view opens, so that reading starts there. */
export const LabView = ({ name, title, aside, toolbar, layout = 'scrolling', children }: Props) => {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    const frame = heading.current?.closest('[data-lab-view]');
    // A table in the view may have taken it already.
    if (!frame?.contains(document.activeElement)) heading.current?.focus({ preventScroll: true });
  }, [name]);
  return (
    <section className={`${styles['frame']} ${styles[layout]}`} data-lab-view={name}>
      <header className={styles['header']}>
        <h1 ref={heading} tabIndex={-1}>
          {title}
        </h1>
        {aside && <div className={styles['aside']}>{aside}</div>}
        {toolbar && <div className={styles['toolbar']}>{toolbar}</div>}
      </header>
      <div className={styles['body']}>{children}</div>
    </section>
  );
};
