import { useState } from 'react';
import { RadioButton, RadioField, RadioGroup } from 'react-aria-components/RadioGroup';
import type { HeadphonesDraft } from './calibration-draft';
import { HeadphonesDetails } from './HeadphonesDetails';
import { OutputFacts } from './OutputFacts';
import { PreflightStep, type StepFrame } from './PreflightStep';
import { useMessages } from '../../app/use-messages';
import styles from './HearingTest.module.css';

type Kind = HeadphonesDraft['type'];

const USUAL = ['unknown', 'model', 'response-file'] as const satisfies readonly Kind[];
const ALL = [...USUAL, 'measured'] as const satisfies readonly Kind[];

interface Props extends StepFrame {
  readonly draft: HeadphonesDraft;
  readonly onContinue: (draft: HeadphonesDraft) => void;
}

/** Asks what is known about the headphones, and says what each answer means for the result. */
export const HeadphonesStep = ({ draft, onContinue, ...frame }: Props) => {
  const messages = useMessages();
  const [kind, setKind] = useState<Kind>(draft.type);
  const [given, setGiven] = useState<HeadphonesDraft | null>(draft);
  const [isAdvanced, setIsAdvanced] = useState(draft.type === 'measured');
  const choose = (next: string): void => {
    const found = ALL.find((each) => each === next);
    if (found === undefined) return;
    setKind(found);
    setGiven(found === 'unknown' ? { type: 'unknown' } : null);
  };
  return (
    <PreflightStep
      {...frame}
      name="preflight-headphones"
      title={messages('preflight.headphonesTitle')}
      lead={messages('preflight.headphonesLead')}
      isReady={given !== null}
      onContinue={() => given && onContinue(given)}
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
        {kind !== 'unknown' && (
          <HeadphonesDetails
            key={kind}
            kind={kind}
            {...(draft.type === kind && { draft })}
            onChange={setGiven}
          />
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
