import { useEffect, useState } from 'react';
import type { AudioOutput } from '../../../contract/ipc/tests';
import { useMessages } from '../../app/use-messages';
import { companion } from '../../bridge/companion';
import styles from './HeadphonesStep.module.css';
import words from './Words.module.css';

/** The output device as the system tells it, and what has to be off there. */
export const OutputFacts = () => {
  const messages = useMessages();
  const output = useOutput();
  const device = output?.device ?? null;
  const facts = device && [
    device.name,
    device.channels && messages('preflight.channels', { count: device.channels }),
    device.sampleRateHz && messages('preflight.rate', { rate: device.sampleRateHz / 1000 }),
  ];
  return (
    <div className={styles['facts']}>
      <p>
        <strong>{messages('preflight.output')}</strong>{' '}
        {facts ? facts.filter(Boolean).join(', ') : messages('preflight.outputUnknown')}
      </p>
      <p>{messages('preflight.effects')}</p>
      {device?.channels === 1 && <p className={words['wrong']}>{messages('preflight.mono')}</p>}
    </div>
  );
};

/** What the system says of its output, asked once a mount; null until it has answered. */
export const useOutput = (): AudioOutput | null => {
  const [output, setOutput] = useState<AudioOutput | null>(null);
  useEffect(() => {
    let isGone = false;
    companion.tests.output().then(
      (answer) => {
        if (answer.ok && !isGone) setOutput(answer.value);
      },
      () => undefined, // Shown as unknown.
    );
    return () => {
      isGone = true;
    };
  }, []);
  return output;
};
