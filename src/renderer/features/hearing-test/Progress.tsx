import { useState } from 'react';
import type { UnfinishedTestView } from '../../../contract/ipc/snapshot';
import { useMessages } from '../../app/use-messages';
import styles from './RunningTest.module.css';

interface Props {
  readonly test: UnfinishedTestView | null;
  readonly isRunning: boolean;
}

interface Shown {
  readonly found: number;
  readonly progress: number;
}

const NONE: Shown = { found: -1, progress: 0 };

/**
 * How far the test is. It steps only when a threshold was found, so that nothing on the screen goes along with single
 * tones; aloud it says only the start, the half and the pause.
 */
export const Progress = ({ test, isRunning }: Props) => {
  const messages = useMessages();
  const [shown, setShown] = useState(NONE);
  const found = test ? test.found.left.length + test.found.right.length : NONE.found;
  if (test && shown.found !== found) setShown({ found, progress: test.progress });
  const percent = Math.round(shown.progress * 100);
  const ear = test?.ear ?? 'right';
  const text = messages('test.progress', {
    ear: messages(`profile.${ear}`),
    percent: String(percent),
  });
  const said = shown.progress >= 0.5 ? 'test.half' : 'test.started';
  return (
    <div className={styles['progress']}>
      <div className={styles['bar']} aria-hidden="true">
        <span style={{ width: `${percent}%` }} />
      </div>
      <p>{text}</p>
      <p className="quiet">{messages('test.escape')}</p>
      <div role="status" className="visually-hidden">
        {messages(isRunning ? said : 'test.titleStopped')}
      </div>
    </div>
  );
};
