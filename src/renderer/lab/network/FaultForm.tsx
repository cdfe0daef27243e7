import { useState, type SyntheticEvent } from 'react';
import { FAULT_CALLS, FAULT_KINDS } from '../../../contract/fault-vocabulary';
import { action } from '../../app/action';
import { Button } from '../../components/Button';
import { Choice } from '../../components/Choice';
import { Field } from '../../components/Field';
import { Select } from '../../components/Select';
import { lab } from '../shell/lab-api';
import { useLabMessages } from '../shell/use-lab-messages';
import { faultOf, NEW_FAULT, NUMBERS, numberOf, numbersOf, type NumberName } from './fault-draft';
import styles from './Network.module.css';

const LABELS = {
  share: 'labNetwork.share',
  ms: 'labNetwork.ms',
  jitterMs: 'labNetwork.jitter',
  retryAfterSeconds: 'labNetwork.retryAfter',
  byMinutes: 'labNetwork.minutes',
} as const satisfies Record<NumberName, string>;

const addFault = action('addFault', lab.labNetwork.add);

/** One fault of one's own: which, for what, how often, and its numbers. */
export const FaultForm = () => {
  const messages = useLabMessages();
  const [draft, setDraft] = useState(NEW_FAULT);
  const { kind, call, once } = draft;
  const fault = faultOf(draft);
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    if (fault) addFault(fault);
  };
  return (
    <section aria-labelledby="add-fault">
      <h2 id="add-fault">{messages('labNetwork.add')}</h2>
      <form className={styles['form']} onSubmit={submit} noValidate>
        <Select
          label={messages('labNetwork.kind')}
          value={kind}
          options={FAULT_KINDS.map((name) => [name, messages(`labNetwork.kinds.${name}`)] as const)}
          onChange={(next) => setDraft({ ...draft, kind: next })}
        />
        {kind !== 'clock-jump' && (
          <>
            <Select
              label={messages('labNetwork.call')}
              value={call}
              options={[
                ['all', messages('labNetwork.all')],
                ...FAULT_CALLS.map((name) => [name, name] as const),
              ]}
              onChange={(next) => setDraft({ ...draft, call: next })}
            />
            <div className={styles['often']}>
              <Choice
                label={messages('labNetwork.times')}
                value={once ? 'once' : 'always'}
                options={[
                  ['always', messages('labNetwork.always')],
                  ['once', messages('labNetwork.once')],
                ]}
                onChange={(next) => setDraft({ ...draft, once: next === 'once' })}
              />
            </div>
          </>
        )}
        {numbersOf(kind).map((name) => (
          <Field
            key={name}
            label={messages(LABELS[name])}
            value={draft[name]}
            maxLength={8}
            inputMode="numeric"
            error={numberOf(draft, name) === null && messages('labNetwork.invalid', NUMBERS[name])}
            onChange={(typed) => setDraft({ ...draft, [name]: typed })}
          />
        ))}
        <p className={styles['hint']}>{messages(`labNetwork.hint.${kind}`)}</p>
        <Button variant="primary" type="submit" isDisabled={!fault}>
          {messages('labNetwork.switchOn')}
        </Button>
      </form>
    </section>
  );
};
