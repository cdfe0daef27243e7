import { useEffect, useState } from 'react';
import type { Snapshot } from '../../../contract/ipc/snapshot';
import type { HearingTest } from '../../../hearing/hearing-test';
import { isNothingHeard, readingsOf } from '../../../hearing/readings';
import { useMessages } from '../../app/use-messages';
import { companion } from '../../bridge/companion';
import { Actions } from '../../components/Actions';
import { Button } from '../../components/Button';
import { Notice } from '../../components/Notice';
import { Screen } from '../../components/Screen';
import { goTo } from '../../stores/ui-store';
import { Ribbon } from '../profile/Ribbon';
import { findingOf } from './result-words';
import styles from './RunningTest.module.css';

interface Props {
  readonly snapshot: Snapshot;
  readonly testId: string;
}

/** The test just stored: out of the snapshot, or, while that is not there yet, asked for. */
const useTest = ({ snapshot, testId }: Props): HearingTest | null => {
  const [asked, setAsked] = useState<HearingTest | null>(null);
  const { profile } = snapshot;
  const newest = profile.status === 'ready' ? profile.profile.test : null;
  const isShown = newest?.id === testId;
  useEffect(() => {
    if (isShown) return;
    let isGone = false;
    companion.tests.history({ before: null }).then(
      (answer) => {
        const found = answer.ok && answer.value.tests.find(({ id }) => id === testId);
        if (found && !isGone) setAsked(found);
      },
      () => undefined, // The profile shows it all the same.
    );
    return () => {
      isGone = true;
    };
  }, [isShown, testId]);
  return isShown ? newest : asked;
};

const Findings = ({ test }: { readonly test: HearingTest }) => {
  const messages = useMessages();
  const finding = findingOf(test.ears);
  return (
    <ul className="lined">
      <li>{messages(finding ? `result.pitch.${finding.pitch}` : 'result.unheard')}</li>
      {finding && <li>{messages(`result.ears.${finding.ears}`)}</li>}
      {finding && test.source === 'ptt' && <li>{messages(`result.tier${test.tier}`)}</li>}
    </ul>
  );
};

/** What the test found, in plain words, and how far it is to be relied on. */
export const Result = (props: Props) => {
  const messages = useMessages();
  const test = useTest(props);
  const isLow = test?.source === 'ptt' && test.confidence === 'low';
  const isToRepeat = isLow || (test !== null && isNothingHeard(test.ears));
  return (
    <Screen
      name="test-result"
      title={messages('result.title')}
      lead={messages('result.lead')}
      picture={
        test && (
          <div className={styles['ribbon']}>
            <Ribbon audiogram={readingsOf(test.ears)} isOutlined />
          </div>
        )
      }
    >
      {isLow && (
        <Notice
          name="low-confidence"
          tone="warning"
          title={messages('result.lowTitle')}
          text={messages('result.low')}
        />
      )}
      {test && <Findings test={test} />}
      <Actions>
        <Button variant="primary" onPress={() => goTo(null)}>
          {messages('result.open')}
        </Button>
        {isToRepeat && (
          <Button onPress={() => goTo('choose-start')}>{messages('result.repeat')}</Button>
        )}
      </Actions>
    </Screen>
  );
};
