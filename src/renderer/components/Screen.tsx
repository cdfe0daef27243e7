import { useEffect, useRef, type ReactNode } from 'react';
import { useActions } from '../stores/action-store';
import { Notices } from './Notices';
import { Outcome } from './Outcome';
import { Brand } from './Brand';
import { SimulatedBadge } from './SimulatedBadge';
import styles from './Screen.module.css';

interface Props {
  /** Stable name of the screen, for scripts that walk the app. */
  readonly name: string;
  readonly title: string;
  readonly lead?: string;
  /** What stands at the right end of the header. */
  readonly aside?: ReactNode;
  /** A picture above the title. */
  readonly picture?: ReactNode;
  readonly layout?: 'centred' | 'page';
  readonly children?: ReactNode;
}

/** Frame of every screen. Its heading takes the focus when the screen opens, so that reading starts there. */
export const Screen = ({
  name,
  title,
  lead,
  aside,
  picture,
  layout = 'centred',
  children,
}: Props) => {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.closest('[data-screen]')?.scrollIntoView();
    heading.current?.focus({ preventScroll: true });
  }, [name]);
  const said = useActions((actions) => actions.said);
  const outcomeBox = useRef<HTMLDivElement>(null);
  // It has a place of its own, where it covers nothing; on a long screen that may lie below.
  useEffect(() => {
    if (said !== null && layout === 'centred')
      outcomeBox.current?.scrollIntoView({ block: 'nearest' });
  }, [said, layout]);
  return (
    <div className={styles['screen']} data-screen={name}>
      <header className={styles['header']}>
        <Brand />
        <SimulatedBadge />
        {aside}
      </header>
      <main className={`${styles['main']} ${styles[layout]}`}>
        <Notices />
        {picture}
        <div className={styles['intro']}>
          <h1 ref={heading} tabIndex={-1} className={styles['title']}>
            {title}
          </h1>
          {lead && <p className={styles['lead']}>{lead}</p>}
        </div>
        {children}
        <div ref={outcomeBox} className={styles['outcome']}>
          <Outcome />
        </div>
      </main>
    </div>
  );
};
