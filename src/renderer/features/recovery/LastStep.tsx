import { useEffect } from 'react';
import { useMessages } from '../../app/use-messages';
import { Actions } from '../../components/Actions';
import { Button } from '../../components/Button';
import { goToSaveKit, noteLastStep } from './kit-actions';
import styles from './LastStep.module.css';
import { SavePage } from './SavePage';

interface Props {
  readonly isRemote: boolean;
  /** It was answered in another way than by a kit. */
  readonly onEnd: () => void;
}

/**
 * The last step on the way to a profile: to keep it. It stands on the profile's own page, below its picture, and is
 * shown once: seen, it is done, whatever is answered.
 */
const LastStep = ({ isRemote, onEnd }: Props) => {
  const messages = useMessages();
  useEffect(noteLastStep, []);
  return (
    <Actions>
      <section className={styles['step']} data-notice="kit-reminder" aria-labelledby="last-step">
        <div className={styles['head']}>
          <h2 id="last-step" className={styles['title']}>
            {messages('kit.lastStepTitle')}
          </h2>
          <Button variant="quiet" onPress={onEnd}>
            {messages('kit.notNow')}
          </Button>
        </div>
        <p className={styles['text']}>{messages('kit.lastStep')}</p>
        <div className={styles['ways']}>
          <Button variant="primary" onPress={() => goToSaveKit(null)}>
            {messages('kit.save')}
          </Button>
          <SavePage isRemote={isRemote} onSaved={onEnd} />
        </div>
      </section>
    </Actions>
  );
};

export default LastStep;
