import type { HearingTest } from '../../../hearing/hearing-test';
import { useDate } from '../../app/use-date';
import { useMessages } from '../../app/use-messages';
import { basisOf } from '../profile/basis';
import { AudiogramChart } from './AudiogramChart';
import { Legend } from './Legend';
import { averagesText, describe, nameOf } from './test-words';
import { ThresholdTable } from './ThresholdTable';
import styles from './Report.module.css';

/** One printed page about a test. On the screen it is not there. */
export const Report = ({ test }: { readonly test: HearingTest }) => {
  const messages = useMessages();
  const date = useDate();
  return (
    <article className={styles['report']}>
      <header>
        <h1>{messages('audiogram.reportTitle')}</h1>
        <p>
          {nameOf(messages, test)} · {date(test.takenAt)} ·{' '}
          {messages('audiogram.reportBorn', { year: String(test.yearOfBirth) })}
        </p>
        <p>{basisOf(messages, test, date)}</p>
        <p>{averagesText(messages, test)}</p>
      </header>
      <div className={styles['body']}>
        <div>
          <AudiogramChart test={test} description={describe(messages, test)} />
          <Legend test={test} />
        </div>
        <ThresholdTable test={test} />
      </div>
      <footer>
        <p>{messages('audiogram.reportNote')}</p>
      </footer>
    </article>
  );
};
