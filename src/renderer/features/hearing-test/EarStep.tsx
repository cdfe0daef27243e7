import { useState } from 'react';
import type { Ear, TestEngine } from '../../../hearing/hearing-test';
import { useMessages } from '../../app/use-messages';
import { Choice } from '../../components/Choice';
import { PreflightStep, type StepFrame } from './PreflightStep';
import styles from './HearingTest.module.css';

/** The ear said to hear better; with no difference the right one goes first. */
export type BetterEar = Ear | 'none';

interface Props extends StepFrame {
  readonly betterEar: BetterEar;
  readonly engine: TestEngine;
  readonly onContinue: (betterEar: BetterEar, engine: TestEngine) => void;
}

/** Asks which ear hears better; one level deeper, which procedure to use. */
export const EarStep = ({ betterEar, engine, onContinue, ...frame }: Props) => {
  const messages = useMessages();
  const [ear, setEar] = useState(betterEar);
  const [procedure, setProcedure] = useState(engine);
  return (
    <PreflightStep
      {...frame}
      name="preflight-ear"
      title={messages('preflight.earTitle')}
      lead={messages('preflight.earLead')}
      onContinue={() => onContinue(ear, procedure)}
    >
      <Choice
        label={messages('preflight.betterEar')}
        value={ear}
        options={[
          ['none', messages('preflight.noDifference')],
          ['left', messages('preflight.left')],
          ['right', messages('preflight.right')],
        ]}
        onChange={setEar}
      />
      <details className={styles['deeper']} open={engine !== 'bayesian'}>
        <summary>{messages('preflight.advanced')}</summary>
        <Choice
          label={messages('preflight.engine')}
          value={procedure}
          options={[
            ['bayesian', messages('preflight.engineUsual')],
            ['hughson-westlake', messages('preflight.engineClassic')],
          ]}
          onChange={setProcedure}
        />
        <p className={styles['note']}>{messages('preflight.engineHint')}</p>
      </details>
    </PreflightStep>
  );
};
