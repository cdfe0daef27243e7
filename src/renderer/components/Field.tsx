import { FieldError } from 'react-aria-components/FieldError';
import { Input } from 'react-aria-components/Input';
import { Label } from 'react-aria-components/Label';
import { Text } from 'react-aria-components/Text';
import { TextField } from 'react-aria-components/TextField';
import styles from './Field.module.css';

interface Props {
  readonly label: string;
  readonly hint?: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** What is wrong with the value; false while it is fine. Stands in the hint's place, so that nothing moves. */
  readonly error?: string | false;
  readonly inputMode?: 'text' | 'numeric';
  readonly maxLength?: number;
  readonly name?: string;
  /** Takes the focus when it appears. */
  readonly autoFocus?: boolean;
  /** Shows dots in place of what is typed. */
  readonly isHidden?: boolean;
}

/** One line of text with its label, its hint and what is wrong with it. */
export const Field = ({
  label,
  hint,
  error = false,
  inputMode = 'text',
  isHidden,
  ...field
}: Props) => (
  <TextField
    {...field}
    className={styles['field'] ?? ''}
    type={isHidden ? 'password' : 'text'}
    inputMode={inputMode}
    isInvalid={error !== false}
    autoComplete="off"
    spellCheck="false"
  >
    <Label className={styles['label'] ?? ''}>{label}</Label>
    <Input className={`${styles['input']} ${inputMode === 'numeric' ? styles['short'] : ''}`} />
    {hint && error === false && (
      <Text slot="description" className="quiet">
        {hint}
      </Text>
    )}
    <FieldError className={styles['error'] ?? ''}>{error}</FieldError>
  </TextField>
);
