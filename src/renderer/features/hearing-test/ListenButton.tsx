import { useState, type MouseEvent, type RefObject } from 'react';
import { useMessages } from '../../app/use-messages';
import { usePageEvents } from '../../app/use-page-events';
import styles from './RunningTest.module.css';

const isAnswerKey = ({ key }: KeyboardEvent): boolean => key === ' ' || key === 'Enter';

/** A key pressed on another control, such as Pause, is meant for that one. */
const isElsewhere = ({ target }: Event, own: HTMLElement | null): boolean =>
  target instanceof Element && target !== own && target.closest('button, a, input') !== null;

interface Props {
  /** Holds the button, for whoever puts the focus on it. */
  readonly button: RefObject<HTMLButtonElement | null>;
  readonly onListen: (timeStamp: number) => void;
}

/**
 * The one big button of the test. Space and Enter count anywhere on the page; so does a press by assistive technology
 * or a switch. It looks the same for every press, whatever was or was not played.
 */
export const ListenButton = ({ button, onListen }: Props) => {
  const messages = useMessages();
  const [isDown, setIsDown] = useState(false);
  const release = (): void => setIsDown(false);
  usePageEvents({
    keydown(event) {
      if (!isAnswerKey(event) || isElsewhere(event, button.current)) return;
      event.preventDefault();
      if (event.repeat || event.ctrlKey || event.altKey || event.metaKey) return;
      setIsDown(true);
      onListen(event.timeStamp);
    },
    keyup: release,
    blur: release,
    pointerup: release,
  });
  return (
    <button
      ref={button}
      type="button"
      className={styles['listen']}
      data-down={isDown}
      onPointerDown={({ button: which, timeStamp }) => {
        if (which !== 0) return;
        setIsDown(true);
        onListen(timeStamp);
      }}
      // Assistive technology clicks without a pointer; every other press was counted as it began.
      onClick={({ detail, timeStamp }: MouseEvent) => detail === 0 && onListen(timeStamp)}
    >
      {messages('test.hear')}
    </button>
  );
};
