import { useState } from 'react';
import { COUPLER_IDS, FULL_SCALE_DB_SPL, HEADPHONES_IDS } from '../../../hearing/calibration';
import { useMessages } from '../../app/use-messages';
import { Choice } from '../../components/Choice';
import { Field } from '../../components/Field';
import type { HeadphonesDraft } from './calibration-draft';
import { ResponseFile } from './ResponseFile';
import { Select } from './Select';
import styles from './HearingTest.module.css';

type Known = Exclude<HeadphonesDraft, { readonly type: 'unknown' }>;

interface Props {
  readonly kind: Known['type'];
  /** What was given before. */
  readonly draft?: HeadphonesDraft;
  /** Called with each change; null while something is missing. */
  readonly onChange: (draft: HeadphonesDraft | null) => void;
}

type DetailProps<K extends Known['type']> = Pick<Props, 'onChange'> & {
  readonly draft: Extract<Known, { readonly type: K }> | null;
};

const Model = ({ draft, onChange }: DetailProps<'model'>) => {
  const messages = useMessages();
  return (
    <Select
      label={messages('preflight.model')}
      placeholder={messages('preflight.choose')}
      initial={draft?.headphones ?? null}
      options={HEADPHONES_IDS.map((id) => [id, messages(`preflight.models.${id}`)] as const)}
      onChange={(headphones) => onChange({ type: 'model', headphones })}
    />
  );
};

const Measured = ({ draft, onChange }: DetailProps<'measured'>) => {
  const messages = useMessages();
  const [coupler, setCoupler] = useState(draft?.coupler ?? null);
  const [text, setText] = useState(draft ? String(draft.splAtFullScaleDb) : '');
  const { least, most } = FULL_SCALE_DB_SPL;
  const range = messages('preflight.fullScaleHint', { min: String(least), max: String(most) });
  const levelOf = (written: string): number | null => {
    const level = Number(written.trim().replace(',', '.'));
    return written.trim() !== '' && level >= least && level <= most ? level : null;
  };
  const tell = (chosen: typeof coupler, written: string): void => {
    const splAtFullScaleDb = levelOf(written);
    const isWhole = chosen !== null && splAtFullScaleDb !== null;
    onChange(isWhole ? { type: 'measured', coupler: chosen, splAtFullScaleDb } : null);
  };
  return (
    <>
      <Select
        label={messages('preflight.coupler')}
        placeholder={messages('preflight.choose')}
        initial={coupler}
        options={COUPLER_IDS.map((id) => [id, messages(`preflight.couplers.${id}`)] as const)}
        onChange={(chosen) => {
          setCoupler(chosen);
          tell(chosen, text);
        }}
      />
      <Field
        label={messages('preflight.fullScale')}
        hint={range}
        inputMode="numeric"
        maxLength={6}
        value={text}
        onChange={(written) => {
          setText(written);
          tell(coupler, written);
        }}
        error={text.trim().length > 1 && levelOf(text) === null && range}
      />
    </>
  );
};

const File = ({ draft, onChange }: DetailProps<'response-file'>) => {
  const messages = useMessages();
  const [given, setGiven] = useState({
    name: draft?.name ?? '',
    fit: draft?.fit ?? 'over-ear',
    points: draft?.points ?? null,
  });
  const change = (part: Partial<typeof given>): void => {
    const next = { ...given, ...part };
    setGiven(next);
    const { name, fit, points } = next;
    const isWhole = name.trim() !== '' && points !== null;
    onChange(isWhole ? { type: 'response-file', name: name.trim(), fit, points } : null);
  };
  return (
    <>
      <Field
        label={messages('preflight.name')}
        maxLength={200}
        value={given.name}
        onChange={(name) => change({ name })}
      />
      <Choice
        label={messages('preflight.fit')}
        value={given.fit}
        options={[
          ['over-ear', messages('preflight.overEar')],
          ['in-ear', messages('preflight.inEar')],
        ]}
        onChange={(fit) => change({ fit })}
      />
      <ResponseFile points={given.points} onRead={(points) => change({ points })} />
    </>
  );
};

/** What more is to be told for a kind of headphones. */
export const HeadphonesDetails = ({ kind, draft, onChange }: Props) => (
  <div className={styles['details']}>
    {kind === 'model' && <Model draft={draft?.type === kind ? draft : null} onChange={onChange} />}
    {kind === 'response-file' && (
      <File draft={draft?.type === kind ? draft : null} onChange={onChange} />
    )}
    {kind === 'measured' && (
      <Measured draft={draft?.type === kind ? draft : null} onChange={onChange} />
    )}
  </div>
);
