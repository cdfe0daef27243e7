import {
  fromReading,
  toReading,
  type Ear,
  type EarThreshold,
  type ThresholdFlag,
} from '../hearing-test';
import { ACCEPTED, tell, type ExchangeMessage, type ExchangePlace } from './exchange-result';
import { earOf, flagOf, frequencyOf, levelOf, numberOf, yesOrNo, type Field } from './spellings';

/** A row as it was written: texts by field, and where it stands. */
export interface RawRow {
  readonly place: ExchangePlace;
  readonly texts: Readonly<Partial<Record<Field, string>>>;
}

/** A row understood. */
export interface ReadRow {
  readonly place: ExchangePlace;
  readonly ear: Ear;
  readonly threshold: EarThreshold;
  readonly isMasked: boolean;
}

/** dB by which a reading may differ from the exact value beside it: it is written with one decimal. */
const ROUNDING_DB = 0.051;
/** What is stored may lie outside what is read from others' files: a test goes further down. */
const STORED = { theta50: { min: -40, max: 130 }, sd: { min: 0, max: 60 } } as const;
const MAX_PRESENTATIONS = 1000;
const SHOWN_CHARACTERS = 40;

const within = (
  value: number,
  { min, max }: { readonly min: number; readonly max: number },
): boolean => value >= min && value <= max;

/** A detail our own files carry: null where it is left out, undefined where it cannot be used. */
const detail = (
  text: string | undefined,
  range: { readonly min: number; readonly max: number },
): number | null | undefined => {
  if (text === undefined || text.trim() === '') return null;
  const value = numberOf(text);
  return value !== null && within(value, range) ? value : undefined;
};

/** Reads one row. Null where it holds no value: that pitch was not measured. Never throws. */
export const readRow = ({ place, texts }: RawRow, messages: ExchangeMessage[]): ReadRow | null => {
  const text = (field: Field): string => texts[field] ?? '';
  const fail = (code: Parameters<typeof tell>[0], field: Field): null => {
    messages.push(tell(code, place, { found: text(field).trim().slice(0, SHOWN_CHARACTERS) }));
    return null;
  };
  if (text('level').trim() === '' && text('theta50').trim() === '') {
    return yesOrNo(text('noResponse')) === true ? fail('bad-level', 'level') : null;
  }
  const ear = earOf(text('ear'));
  if (ear === null) return fail('unknown-ear', 'ear');
  const frequencyHz = frequencyOf(text('frequency'));
  if (frequencyHz === null || !within(frequencyHz, ACCEPTED.frequencyHz)) {
    return fail('bad-frequency', 'frequency');
  }
  const noResponse = yesOrNo(text('noResponse'));
  if (noResponse === null) return fail('bad-mark', 'noResponse');
  const isMasked = yesOrNo(text('masked'));
  if (isMasked === null) return fail('bad-mark', 'masked');
  const named = text('flag') === '' ? 'ok' : flagOf(text('flag'));
  if (named === null) return fail('bad-mark', 'flag');
  const level = readLevel(text('level'), texts.theta50, place, messages);
  if (level === null) return fail('bad-level', text('level').trim() === '' ? 'theta50' : 'level');
  const sdDb = detail(texts.sd, STORED.sd);
  if (sdDb === undefined) return fail('bad-detail', 'sd');
  const presentations = detail(texts.presentations, { min: 0, max: MAX_PRESENTATIONS });
  if (presentations === undefined || !Number.isInteger(presentations ?? 0)) {
    return fail('bad-detail', 'presentations');
  }
  const flag: ThresholdFlag = noResponse || level.isNoResponse ? 'no-response' : named;
  const { theta50DbHl } = level;
  return {
    place,
    ear,
    isMasked,
    threshold: { frequencyHz, theta50DbHl, sdDb, presentations: presentations ?? 0, flag },
  };
};

/** The 50 % point: the exact value where the row has one that agrees with its reading, else from the reading. */
const readLevel = (
  reading: string,
  theta50: string | undefined,
  place: ExchangePlace,
  messages: ExchangeMessage[],
): { readonly theta50DbHl: number; readonly isNoResponse: boolean } | null => {
  const level = levelOf(reading);
  const exact = detail(theta50, STORED.theta50);
  if (exact === undefined || (level === null && reading.trim() !== '')) return null;
  const isNoResponse = level?.isNoResponse ?? false;
  if (exact !== null) {
    if (level === null || Math.abs(toReading(exact) - level.value) <= ROUNDING_DB) {
      return { theta50DbHl: exact, isNoResponse };
    }
    messages.push(tell('values-differ', place, { found: reading.trim() }));
  }
  if (level === null || !within(level.value, ACCEPTED.readingDbHl)) return null;
  if (level.value % ACCEPTED.stepDb !== 0) {
    messages.push(tell('off-grid', place, { found: reading.trim().slice(0, SHOWN_CHARACTERS) }));
  }
  return { theta50DbHl: fromReading(level.value), isNoResponse };
};
