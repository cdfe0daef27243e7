import { useState } from 'react';
import { useMessages } from '../../app/use-messages';
import { Choice } from '../../components/Choice';
import { PreflightStep, type StepProps } from './PreflightStep';
import fold from '../../components/Fold.module.css';

/** Asks which ear hears better; one level deeper, which procedure to use. */
export const EarStep = ({ setup: { betterEar, engine }, onContinue, ...frame }: StepProps) => {
  const messages = useMessages();
  const [ear, setEar] = useState(betterEar);
  const [procedure, setProcedure] = useState(engine);
  return (
    <PreflightStep
      step="ear"
      frame={frame}
      onContinue={() => onContinue({ betterEar: ear, engine: procedure })}
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
      <details className={fold['fold']} open={engine !== 'bayesian'}>
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
        <p className="quiet">{messages('preflight.engineHint')}</p>
      </details>
    </PreflightStep>
  );
};
