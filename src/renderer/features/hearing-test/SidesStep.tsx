import { useState } from 'react';
import type { Ear } from '../../../hearing/hearing-test';
import { useMessages } from '../../app/use-messages';
import { usePageEvents } from '../../app/use-page-events';
import { Button } from '../../components/Button';
import { PreflightStep, type StepProps } from './PreflightStep';
import { drawSides, judgeSides } from './sides-check';
import { useSound } from './use-sound';
import styles from './Checks.module.css';
import words from './Words.module.css';

const KEYS: Readonly<Record<string, Ear>> = { ArrowLeft: 'left', ArrowRight: 'right' };

/** Four bursts, each to one ear: goes on only when all four were heard where they were played. */
export const SidesStep = ({ calibration, onContinue, ...frame }: StepProps) => {
  const messages = useMessages();
  const sound = useSound(calibration);
  const [played, setPlayed] = useState<readonly Ear[]>([]);
  const [heard, setHeard] = useState<readonly Ear[]>([]);
  const isOver = played.length > 0 && heard.length === played.length;
  const verdict = isOver ? judgeSides(played, heard) : null;

  const play = (ear: Ear | undefined): void => {
    if (ear) void sound.play(({ checks }) => checks.burst(ear));
  };
  const start = (): void => {
    const sides = drawSides(Math.random);
    setPlayed(sides);
    setHeard([]);
    play(sides[0]);
  };
  const answer = (ear: Ear): void => {
    if (heard.length >= played.length) return;
    setHeard([...heard, ear]);
    play(played[heard.length + 1]);
  };
  usePageEvents({
    keydown(event) {
      const ear = KEYS[event.key];
      if (!ear || event.repeat || played.length === 0 || isOver) return;
      event.preventDefault();
      answer(ear);
    },
  });

  return (
    <PreflightStep
      step="sides"
      frame={frame}
      isReady={verdict === 'right'}
      onContinue={() => onContinue()}
    >
      {played.length > 0 && !isOver ? (
        <div className={styles['sides']}>
          <Button onPress={() => answer('left')}>{messages('preflight.left')}</Button>
          <Button onPress={() => play(played[heard.length])}>{messages('preflight.repeat')}</Button>
          <Button onPress={() => answer('right')}>{messages('preflight.right')}</Button>
        </div>
      ) : (
        <div className={styles['sides']}>
          <Button variant={verdict === 'right' ? 'secondary' : 'primary'} onPress={start}>
            {messages(verdict === null ? 'preflight.playSides' : 'preflight.again')}
          </Button>
        </div>
      )}
      <p role="status" className={verdict === 'right' ? words['good'] : words['advice']}>
        {verdict
          ? messages(`preflight.sides.${verdict}`)
          : played.length > 0 &&
            messages('preflight.sidesCount', {
              number: String(heard.length + 1),
              count: String(played.length),
            })}
      </p>
      {sound.isMissing && <p className={words['wrong']}>{messages('test.noSound')}</p>}
    </PreflightStep>
  );
};
