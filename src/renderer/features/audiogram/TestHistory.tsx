import type { HearingTest } from '../../../hearing/hearing-test';
import { action, type Action } from '../../app/action';
import { done } from '../../app/said';
import { useDate } from '../../app/use-date';
import { useMessages } from '../../app/use-messages';
import { companion } from '../../bridge/companion';
import { AskButton } from '../../components/AskButton';
import { Button } from '../../components/Button';
import { nameOf } from './test-words';
import styles from './Audiogram.module.css';

interface Props {
  readonly tests: readonly HearingTest[];
  readonly shownId: string;
  readonly onShow: (id: string) => void;
}

const remove = ({ id }: HearingTest): Action =>
  action(
    'removeTest',
    () => companion.tests.remove({ testId: id }),
    () => done((messages) => messages('audiogram.removed')),
  );

/** Every stored test: what it is, when it was taken, and what can be done with it. */
export const TestHistory = ({ tests, shownId, onShow }: Props) => {
  const messages = useMessages();
  const date = useDate();
  return (
    <ol className={`lined ${styles['tests']}`}>
      {tests.map((test) => {
        const words = { name: nameOf(messages, test), date: date(test.takenAt) };
        const isShown = test.id === shownId;
        return (
          <li key={test.id} aria-current={isShown}>
            <div>
              <p className={styles['name']}>{words.name}</p>
              <p className="quiet">
                {words.date}
                {test.source === 'ptt' &&
                  test.confidence === 'low' &&
                  `, ${messages('audiogram.lowConfidence')}`}
              </p>
            </div>
            <Button
              variant="quiet"
              aria-pressed={isShown}
              aria-label={messages('audiogram.showNamed', words)}
              onPress={() => onShow(test.id)}
            >
              {messages(isShown ? 'audiogram.shown' : 'audiogram.show')}
            </Button>
            <AskButton
              variant="quiet"
              label={messages('audiogram.remove')}
              name={messages('audiogram.removeNamed', words)}
              title={messages('audiogram.removeTitle')}
              body={messages('audiogram.removeBody', words)}
              does={remove(test)}
            />
          </li>
        );
      })}
    </ol>
  );
};
