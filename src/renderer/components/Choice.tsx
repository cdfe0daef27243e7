import { Label } from 'react-aria-components/Label';
import { RadioButton, RadioField, RadioGroup } from 'react-aria-components/RadioGroup';
import styles from './Choice.module.css';

interface Props<T extends string> {
  readonly label: string;
  readonly value: T;
  readonly options: readonly (readonly [T, string])[];
  readonly onChange: (value: T) => void;
}

/** One of a few, side by side. */
export const Choice = <T extends string>({ label, value, options, onChange }: Props<T>) => (
  <RadioGroup
    className={styles['choice'] ?? ''}
    value={value}
    orientation="horizontal"
    onChange={(next) => {
      const option = options.find(([name]) => name === next);
      if (option) onChange(option[0]);
    }}
  >
    <Label className={styles['label'] ?? ''}>{label}</Label>
    <div className={styles['options']}>
      {options.map(([name, text]) => (
        <RadioField key={name} value={name}>
          <RadioButton className={styles['option'] ?? ''}>{text}</RadioButton>
        </RadioField>
      ))}
    </div>
  </RadioGroup>
);
