import { useState } from 'react';
import type { HearingTest } from '../../../hearing/hearing-test';
import { action, type Action } from '../../app/action';
import { done } from '../../app/said';
import { useDate } from '../../app/use-date';
import { useMessages } from '../../app/use-messages';
import { companion } from '../../bridge/companion';
import { Button } from '../../components/Button';
import { ConfirmDialog } from '../../components/ConfirmDialog';
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

const RemoveDialog = ({
  test,
  onClose,
}: {
  readonly test: HearingTest;
  readonly onClose: () => void;
}) => {
  const messages = useMessages();
  const date = useDate();
  return (
    <ConfirmDialog
      title={messages('audiogram.removeTitle')}
      body={messages('audiogram.removeBody', {
        name: nameOf(messages, test),
        date: date(test.takenAt),
      })}
      does={remove(test)}
      action={messages('audiogram.remove')}
      onClose={onClose}
    />
  );
};

/** Every stored test: what it is, when it was taken, and what can be done with it. */
export const TestHistory = ({ tests, shownId, onShow }: Props) => {
  const messages = useMessages();
  const date = useDate();
  const [removing, setRemoving] = useState<HearingTest | null>(null);
  return (
    <>
      <ol className={styles['tests']}>
        {tests.map((test) => {
          const words = { name: nameOf(messages, test), date: date(test.takenAt) };
          const isShown = test.id === shownId;
          return (
            <li key={test.id} aria-current={isShown}>
              <div>
                <p className={styles['name']}>{words.name}</p>
                <p className={styles['quiet']}>
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
              <Button
                variant="quiet"
                aria-label={messages('audiogram.removeNamed', words)}
                onPress={() => setRemoving(test)}
              >
                {messages('audiogram.remove')}
              </Button>
            </li>
          );
        })}
      </ol>
      {removing && <RemoveDialog test={removing} onClose={() => setRemoving(null)} />}
    </>
  );
};
