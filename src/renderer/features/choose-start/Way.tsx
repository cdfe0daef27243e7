import { useId, type ReactNode } from 'react';
import { Button } from 'react-aria-components/Button';
import styles from './ChooseStart.module.css';

interface Props {
  readonly title: string;
  /** What it takes and what it gives, in a sentence or two. */
  readonly line: string;
  /** Said of the one way that is recommended, which is drawn large. */
  readonly recommended?: string;
  readonly picture: ReactNode;
  readonly isPending?: boolean;
  readonly onPress: () => void;
  readonly onHoverStart?: () => void;
}

/** One way to a profile: a card that is a button, named by its title. */
export const Way = ({ title, line, recommended, picture, isPending = false, ...press }: Props) => {
  const id = useId();
  return (
    <Button
      {...press}
      isPending={isPending}
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-line`}
      className={`${styles['way']} ${recommended ? styles['recommended'] : ''}`}
    >
      <span className={styles['picture']}>{picture}</span>
      <span className={styles['words']}>
        {recommended && <span className={styles['badge']}>{recommended}</span>}
        <span id={`${id}-title`} className={styles['title']}>
          {title}
        </span>
        <span id={`${id}-line`} className={styles['line']}>
          {line}
        </span>
      </span>
    </Button>
  );
};
