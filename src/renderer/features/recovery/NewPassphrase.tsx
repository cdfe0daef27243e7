import type { Messages } from '../../../messages/catalogue';
import { MAX_PASSPHRASE_LENGTH } from '../../../contract/passphrase';
import { useMessages } from '../../app/use-messages';
import { Field } from '../../components/Field';
import { strengthOf } from './strength';
import styles from './Recovery.module.css';

/** What was typed, twice. */
export interface TypedTwice {
  readonly passphrase: string;
  readonly repeated: string;
}

interface Props {
  readonly typed: TypedTwice;
  readonly isHidden: boolean;
  /** A look back at the fields is due: the person wanted to go on. */
  readonly isChecked: boolean;
  readonly onChange: (typed: TypedTwice) => void;
}

/** True for a passphrase long enough and typed twice alike. */
export const isReady = ({ passphrase, repeated }: TypedTwice): boolean => {
  const { type } = strengthOf(passphrase);
  return type !== 'none' && type !== 'short' && passphrase === repeated;
};

const hintOf = (messages: Messages, passphrase: string): string => {
  const strength = strengthOf(passphrase);
  if (strength.type === 'none') return messages('kit.passphraseHint');
  if (strength.type === 'short') return messages('kit.short', { count: strength.missing });
  return messages(`kit.${strength.type}`);
};

/** Two fields for a new passphrase, with words for how long it is. */
export const NewPassphrase = ({ typed, isHidden, isChecked, onChange }: Props) => {
  const messages = useMessages();
  const { passphrase, repeated } = typed;
  const { type } = strengthOf(passphrase);
  const hint = hintOf(messages, passphrase);
  const isShort = type === 'none' || type === 'short';
  const differs = passphrase !== repeated;
  const shared = { isHidden, maxLength: MAX_PASSPHRASE_LENGTH };
  return (
    <div className={styles['twice']}>
      <Field
        {...shared}
        name="passphrase"
        label={messages('kit.passphrase')}
        hint={hint}
        value={passphrase}
        error={isChecked && isShort && hint}
        onChange={(next) => onChange({ ...typed, passphrase: next })}
      />
      <Field
        {...shared}
        name="passphrase"
        label={messages('kit.repeat')}
        value={repeated}
        error={isChecked && !isShort && differs && messages('kit.differs')}
        onChange={(next) => onChange({ ...typed, repeated: next })}
      />
    </div>
  );
};
