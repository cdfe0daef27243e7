import { useRef, useState } from 'react';
import type { Snapshot } from '../../../contract/ipc/snapshot';
import { orderOf, type HearingTest } from '../../../hearing/hearing-test';
import { useDate } from '../../app/use-date';
import { useMessages } from '../../app/use-messages';
import { Button } from '../../components/Button';
import fold from '../../components/Fold.module.css';
import { Notice } from '../../components/Notice';
import { Screen } from '../../components/Screen';
import { goTo } from '../../stores/ui-store';
import { basisOf } from '../profile/basis';
import { AudiogramChart } from './AudiogramChart';
import { ExportMenu } from './ExportMenu';
import { Legend } from './Legend';
import { MeaningWords } from './MeaningWords';
import { Report } from './Report';
import { averagesText, describe, hasLevels } from './test-words';
import { TestHistory } from './TestHistory';
import { ThresholdTable } from './ThresholdTable';
import { useHistory } from './use-history';
import styles from './Audiogram.module.css';

/** Earlier tests drawn behind the one shown: more would hide it. */
const MAX_EARLIER = 3;

/** The measured tests before one, newest first, whose levels can be compared with it. */
const earlierThan = (test: HearingTest, tests: readonly HearingTest[]): readonly HearingTest[] =>
  tests
    .filter(
      (each) =>
        orderOf(each) < orderOf(test) &&
        each.source !== 'age' &&
        hasLevels(each) === hasLevels(test),
    )
    .slice(0, MAX_EARLIER);

const Picture = ({
  test,
  tests,
}: {
  readonly test: HearingTest;
  readonly tests: readonly HearingTest[];
}) => {
  const messages = useMessages();
  const figure = useRef<HTMLElement>(null);
  const earlier = earlierThan(test, tests);
  const averages = averagesText(messages, test);
  return (
    <div className={styles['spread']}>
      <figure ref={figure} className={styles['figure']}>
        <AudiogramChart
          test={test}
          earlier={earlier.map(({ ears }) => ears)}
          description={describe(messages, test)}
        />
        <figcaption>
          <Legend test={test} hasEarlier={earlier.length > 0} />
        </figcaption>
      </figure>
      <div className={styles['beside']}>
        <MeaningWords test={test} />
        {averages && <p className="quiet">{averages}</p>}
        <ExportMenu test={test} figure={figure} />
      </div>
    </div>
  );
};

/** The clinical picture of a stored test, what it means, every other test, and ways to take it along. */
const AudiogramPage = ({ snapshot }: { readonly snapshot: Snapshot }) => {
  const messages = useMessages();
  const date = useDate();
  const profile = snapshot.profile.status === 'ready' ? snapshot.profile.profile : null;
  const { tests, hasMore, failed, readMore } = useHistory(profile);
  const [shownId, setShownId] = useState<string | null>(null);
  const test = tests.find(({ id }) => id === shownId) ?? tests[0] ?? profile?.test;
  const show = (id: string): void => {
    setShownId(id);
    document.querySelector('[data-screen]')?.scrollIntoView();
  };
  const back = <Button onPress={() => goTo(null)}>{messages('audiogram.back')}</Button>;
  if (!test) {
    return (
      <Screen
        name="audiogram"
        title={messages('audiogram.title')}
        lead={messages('audiogram.none')}
        aside={back}
      >
        <div>
          <Button variant="primary" onPress={() => goTo('choose-start')}>
            {messages('profile.measure')}
          </Button>
        </div>
      </Screen>
    );
  }
  return (
    <Screen
      name="audiogram"
      layout="page"
      title={messages('audiogram.title')}
      lead={basisOf(messages, test, date)}
      aside={back}
    >
      <Picture test={test} tests={tests} />
      <details className={`${fold['fold']} ${styles['numbers']}`}>
        <summary>{messages('profile.numbers')}</summary>
        <ThresholdTable test={test} />
      </details>
      <section className={styles['history']} aria-labelledby="tests">
        <h2 id="tests">{messages('audiogram.history')}</h2>
        {failed && <Notice name="history" text={messages('audiogram.historyFailed')} />}
        <TestHistory tests={tests} shownId={test.id} onShow={show} />
        <div className="buttons">
          {(hasMore || failed) && (
            <Button onPress={() => void readMore()}>
              {messages(failed ? 'app.tryAgain' : 'audiogram.more')}
            </Button>
          )}
          <Button onPress={() => goTo('bring-audiogram')}>{messages('audiogram.bring')}</Button>
        </div>
      </section>
      <Report test={test} />
    </Screen>
  );
};

export default AudiogramPage;
