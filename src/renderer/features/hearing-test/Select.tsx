import { useId, useState } from 'react';
import styles from './HeadphonesStep.module.css';

interface Props<T extends string> {
  readonly label: string;
  readonly placeholder: string;
  readonly initial: T | null;
  readonly options: readonly (readonly [T, string])[];
  readonly onChange: (value: T) => void;
}

/** One of many, from the system's own list. */
export const Select = <T extends string>({
  label,
  placeholder,
  initial,
  options,
  onChange,
}: Props<T>) => {
  const id = useId();
  const [value, setValue] = useState<T | ''>(initial ?? '');
  return (
    <div className={styles['select']}>
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        value={value}
        onChange={({ target }) => {
          const option = options.find(([name]) => name === target.value);
          if (!option) return;
          setValue(option[0]);
          onChange(option[0]);
        }}
      >
        <option value="" disabled>
          {placeholder}
        </option>
        {options.map(([name, text]) => (
          <option key={name} value={name}>
            {text}
          </option>
        ))}
      </select>
    </div>
  );
};
