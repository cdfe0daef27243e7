import type { SyntheticEvent } from 'react';
import { SOAK_LIMITS } from '../../../contract/lab-words';
import { action } from '../../app/action';
import { Button } from '../../components/Button';
import { Choice } from '../../components/Choice';
import { Field } from '../../components/Field';
import { lab } from '../shell/lab-api';
import { useLabMessages } from '../shell/use-lab-messages';
import { useIds } from '../stores/ids-store';
import { numbersOf, soakOf, type SoakDraft } from './soak-draft';
import styles from './Soak.module.css';

const startSoak = action('startSoak', lab.labSoak.start);

interface Props {
  readonly draft: SoakDraft;
  readonly onChange: (draft: SoakDraft) => void;
  readonly isRunning: boolean;
}

const RealIds = ({ draft, onChange }: Omit<Props, 'isRunning'>) => {
  const messages = useLabMessages();
  const all = useIds(({ ids }) => ids);
  const ids = all.filter(({ isUsable }) => isUsable).slice(0, SOAK_LIMITS.ids);
  if (ids.length < 2) return <p className={styles['hint']}>{messages('labSoak.noIds')}</p>;
  const toggle = (key: string): void => {
    const { entries } = draft;
    const next = entries.includes(key) ? entries.filter((k) => k !== key) : [...entries, key];
    onChange({ ...draft, entries: next });
  };
  return (
    <fieldset className={styles['ids']}>
      <legend>{messages('labSoak.chooseIds')}</legend>
      {ids.map(({ key, label, maskedId }) => (
        <label key={key}>
          <input
            type="checkbox"
            checked={draft.entries.includes(key)}
            onChange={() => toggle(key)}
          />
          {label} <code>{maskedId}</code>
        </label>
      ))}
    </fieldset>
  );
};

/** What is swapped between, how often and how fast. */
export const SoakForm = ({ draft, onChange, isRunning }: Props) => {
  const messages = useLabMessages();
  const order = soakOf(draft);
  const numbers = numbersOf(draft);
  const { source } = draft;
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    if (order && !isRunning) startSoak(order);
  };
  const number = (
    name: 'swaps' | 'perSecond' | 'count',
    label: string,
    least: number,
    most: number,
  ) => (
    <Field
      label={label}
      value={draft[name]}
      inputMode="numeric"
      maxLength={7}
      error={numbers[name] === null && `${least}–${most}`}
      onChange={(value) => onChange({ ...draft, [name]: value })}
    />
  );
  return (
    <form className={styles['form']} onSubmit={submit} noValidate>
      <Choice
        label={messages('labSoak.source')}
        value={source}
        options={[
          ['scratch', messages('labSoak.scratch')],
          ['real', messages('labSoak.real')],
        ]}
        onChange={(next) => onChange({ ...draft, source: next })}
      />
      <p className={styles['hint']}>{messages(`labSoak.${source}Hint`)}</p>
      {source === 'real' && <RealIds draft={draft} onChange={onChange} />}
      <div className={styles['numbers']}>
        {number('swaps', messages('labSoak.swaps'), 1, SOAK_LIMITS.swaps)}
        {number('perSecond', messages('labSoak.perSecond'), 0.1, SOAK_LIMITS.perSecond)}
        {source === 'scratch' && number('count', messages('labSoak.ids'), 2, SOAK_LIMITS.ids)}
      </div>
      <Button type="submit" variant="primary" isDisabled={isRunning || order === null}>
        {messages('labSoak.start')}
      </Button>
    </form>
  );
};
