import { useId } from 'react';
import styles from './Select.module.css';

interface Props<T extends string> {
  readonly label: string;
  /** Null while nothing is chosen. */
  readonly value: T | null;
  readonly options: readonly (readonly [T, string])[];
  /** Stands there while nothing is chosen, and cannot be. */
  readonly placeholder?: string;
  /** Where the label stands. */
  readonly layout?: 'above' | 'beside';
  readonly onChange: (value: T) => void;
}

/** One of many, from the system's own list. */
export const Select = <T extends string>({
  label,
  value,
  options,
  placeholder,
  layout = 'above',
  onChange,
}: Props<T>) => {
  const id = useId();
  return (
    <div className={styles[layout]}>
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        value={value ?? ''}
        onChange={({ target }) => {
          const option = options.find(([name]) => name === target.value);
          if (option) onChange(option[0]);
        }}
      >
        {placeholder !== undefined && (
          <option value="" disabled>
            {placeholder}
          </option>
        )}
        {options.map(([name, text]) => (
          <option key={name} value={name}>
            {text}
          </option>
        ))}
      </select>
    </div>
  );
};
