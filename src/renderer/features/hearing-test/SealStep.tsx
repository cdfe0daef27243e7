import { useState } from 'react';
import { useMessages } from '../../app/use-messages';
import type { TestAudio } from '../../audio/test-audio';
import { Button } from '../../components/Button';
import { Choice } from '../../components/Choice';
import { PreflightStep, type StepProps } from './PreflightStep';
import { useSound, type StepSound } from './use-sound';
import styles from './Checks.module.css';
import words from './Words.module.css';

type Answer = 'good' | 'bad';

interface QuestionProps {
  readonly question: 'seal' | 'leak';
  readonly sound: StepSound;
  readonly tone: (audio: TestAudio) => Promise<void>;
  readonly answer: Answer | null;
  readonly onAnswer: (answer: Answer) => void;
}

/** One sound, what was heard, and what to do about it. */
const Question = ({ question, sound, tone, answer, onAnswer }: QuestionProps) => {
  const messages = useMessages();
  const [wasPlayed, setWasPlayed] = useState(false);
  const play = async (): Promise<void> => {
    setWasPlayed(true);
    await sound.play(tone);
  };
  return (
    <section className={styles['question']}>
      <div className={styles['ask']}>
        <p>{messages(`preflight.${question}.ask`)}</p>
        <Button variant={wasPlayed ? 'secondary' : 'primary'} onPress={() => void play()}>
          {messages(`preflight.${question}.play`)}
        </Button>
      </div>
      {wasPlayed && (
        <Choice
          label={messages('preflight.heard')}
          value={answer ?? ''}
          options={[
            ['good', messages(`preflight.${question}.good`)],
            ['bad', messages(`preflight.${question}.bad`)],
          ]}
          onChange={(next) => next !== '' && onAnswer(next)}
        />
      )}
      <p role="status" className={words['advice']}>
        {answer === 'bad' && messages(`preflight.${question}.advice`)}
      </p>
    </section>
  );
};

/** Checks how the headphones sit: a low tone that is missing means a gap, one heard in both ears a leak. */
export const SealStep = ({ calibration, onContinue, ...frame }: StepProps) => {
  const messages = useMessages();
  const sound = useSound(calibration);
  const [seal, setSeal] = useState<Answer | null>(null);
  const [leak, setLeak] = useState<Answer | null>(null);
  return (
    <PreflightStep
      step="seal"
      frame={frame}
      // Advice, not a barrier: some headphones never close tightly.
      isReady={seal !== null && leak !== null}
      onContinue={() => onContinue()}
    >
      <Question
        question="seal"
        sound={sound}
        tone={async ({ checks }) => {
          await checks.seal('right');
          await checks.seal('left');
        }}
        answer={seal}
        onAnswer={setSeal}
      />
      {seal !== null && (
        <Question
          question="leak"
          sound={sound}
          tone={({ checks }) => checks.leakage('right')}
          answer={leak}
          onAnswer={setLeak}
        />
      )}
      {sound.isMissing && <p className={words['wrong']}>{messages('test.noSound')}</p>}
    </PreflightStep>
  );
};
