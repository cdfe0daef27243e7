import { useState } from 'react';
import { RadioButton, RadioField, RadioGroup } from 'react-aria-components/RadioGroup';
import type { HeadphonesDraft } from './calibration-draft';
import { HEADPHONES_DETAILS } from './HeadphonesDetails';
import { OutputFacts } from './OutputFacts';
import { PreflightStep, type StepProps } from './PreflightStep';
import { useMessages } from '../../app/use-messages';
import styles from './HeadphonesStep.module.css';

type Kind = HeadphonesDraft['type'];

const USUAL = ['unknown', 'model', 'response-file'] as const satisfies readonly Kind[];
const ALL = [...USUAL, 'measured'] as const satisfies readonly Kind[];

/** Asks what is known about the headphones, and says what each answer means for the result. */
export const HeadphonesStep = ({ setup: { draft }, onContinue, ...frame }: StepProps) => {
  const messages = useMessages();
  const [kind, setKind] = useState<Kind>(draft.type);
  const [given, setGiven] = useState<HeadphonesDraft | null>(draft);
  const [isAdvanced, setIsAdvanced] = useState(draft.type === 'measured');
  const Details = HEADPHONES_DETAILS[kind];
  const choose = (next: string): void => {
    const found = ALL.find((each) => each === next);
    if (found === undefined) return;
    setKind(found);
    setGiven(found === 'unknown' ? { type: 'unknown' } : null);
  };
  return (
    <PreflightStep
      step="headphones"
      frame={frame}
      isReady={given !== null}
      onContinue={() => given && onContinue({ draft: given })}
    >
      <div className={styles['form']}>
        <RadioGroup
          aria-label={messages('preflight.headphonesTitle')}
          className={styles['cards'] ?? ''}
          value={kind}
          onChange={choose}
        >
          {(isAdvanced ? ALL : USUAL).map((each) => (
            <RadioField key={each} value={each}>
              <RadioButton className={styles['card'] ?? ''}>
                <span className={styles['cardTitle']}>{messages(`preflight.kind.${each}`)}</span>
                <span className={styles['cardLine']}>{messages(`preflight.means.${each}`)}</span>
              </RadioButton>
            </RadioField>
          ))}
        </RadioGroup>
        {Details && (
          <div className={styles['details']}>
            <Details draft={draft} onChange={setGiven} />
          </div>
        )}
        {!isAdvanced && (
          <button className={styles['more']} type="button" onClick={() => setIsAdvanced(true)}>
            {messages('preflight.advanced')}
          </button>
        )}
        <OutputFacts />
      </div>
    </PreflightStep>
  );
};
