import { useState, type ComponentType } from 'react';
import {
  COUPLER_IDS,
  FULL_SCALE_DB_SPL,
  HEADPHONES_IDS,
  type CouplerId,
} from '../../../hearing/calibration';
import { useMessages } from '../../app/use-messages';
import { Choice } from '../../components/Choice';
import { Field } from '../../components/Field';
import { Select } from '../../components/Select';
import type { HeadphonesDraft } from './calibration-draft';
import { ResponseFile } from './ResponseFile';

interface Props {
  /** What was given before, perhaps of another kind. */
  readonly draft: HeadphonesDraft;
  /** Called with each change; null while something is missing. */
  readonly onChange: (draft: HeadphonesDraft | null) => void;
}

const Model = ({ draft, onChange }: Props) => {
  const messages = useMessages();
  const [model, setModel] = useState(draft.type === 'model' ? draft.headphones : null);
  return (
    <Select
      label={messages('preflight.model')}
      placeholder={messages('preflight.choose')}
      value={model}
      options={HEADPHONES_IDS.map((id) => [id, messages(`preflight.models.${id}`)] as const)}
      onChange={(headphones) => {
        setModel(headphones);
        onChange({ type: 'model', headphones });
      }}
    />
  );
};

/** The level in dB SPL that was written; null where it is none that headphones can have. */
const levelOf = (written: string): number | null => {
  const level = Number(written.trim().replace(',', '.'));
  const { least, most } = FULL_SCALE_DB_SPL;
  return written.trim() !== '' && level >= least && level <= most ? level : null;
};

const Measured = ({ draft, onChange }: Props) => {
  const messages = useMessages();
  const [given, setGiven] = useState<{ coupler: CouplerId | null; level: string }>(
    draft.type === 'measured'
      ? { coupler: draft.coupler, level: String(draft.splAtFullScaleDb) }
      : { coupler: null, level: '' },
  );
  const change = (part: Partial<typeof given>): void => {
    const next = { ...given, ...part };
    setGiven(next);
    const { coupler } = next;
    const splAtFullScaleDb = levelOf(next.level);
    const isWhole = coupler !== null && splAtFullScaleDb !== null;
    onChange(isWhole ? { type: 'measured', coupler, splAtFullScaleDb } : null);
  };
  const { least, most } = FULL_SCALE_DB_SPL;
  const range = messages('preflight.fullScaleHint', { min: String(least), max: String(most) });
  return (
    <>
      <Select
        label={messages('preflight.coupler')}
        placeholder={messages('preflight.choose')}
        value={given.coupler}
        options={COUPLER_IDS.map((id) => [id, messages(`preflight.couplers.${id}`)] as const)}
        onChange={(coupler) => change({ coupler })}
      />
      <Field
        label={messages('preflight.fullScale')}
        hint={range}
        inputMode="numeric"
        maxLength={6}
        value={given.level}
        onChange={(level) => change({ level })}
        error={given.level.trim().length > 1 && levelOf(given.level) === null && range}
      />
    </>
  );
};

const File = ({ draft, onChange }: Props) => {
  const messages = useMessages();
  const before = draft.type === 'response-file' ? draft : null;
  const [given, setGiven] = useState({
    name: before?.name ?? '',
    fit: before?.fit ?? 'over-ear',
    points: before?.points ?? null,
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

/** What more is to be told for each kind of headphones. */
export const HEADPHONES_DETAILS: Readonly<
  Record<HeadphonesDraft['type'], ComponentType<Props> | null>
> = {
  unknown: null,
  model: Model,
  'response-file': File,
  measured: Measured,
};
