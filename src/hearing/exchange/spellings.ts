import type { Ear, ThresholdFlag } from '../hearing-test';

const words = (text: string): readonly string[] => text.split(' ');

/** What a row can say, by the names of columns and keys as they are met, without case, spaces and signs: "dB HL" is `dbhl`. */
const FIELD_NAMES = {
  ear: words('ear side ohr seite'),
  frequency: words('f fhz freq freqhz frequency frequencyhz frequenz frequenzhz hz'),
  level: [
    ...words(
      'dbhl hl db level leveldb leveldbhl threshold thresholddb thresholddbhl reading value',
    ),
    ...words('pegel pegeldbhl schwelle schwelledbhl hörschwelle hörverlust wert'),
  ],
  noResponse: words('nr noresponse noanswer keinereaktion keineantwort'),
  masked: words('masked masking vertäubt vertäubung maskiert'),
  theta50: words('theta50 theta50dbhl'),
  sd: words('sd sddb'),
  presentations: words('n presentations'),
  flag: words('flag'),
  levels: words('levels'),
};

/** What a row of an audiogram can say. */
export type Field = keyof typeof FIELD_NAMES;

const EAR_NAMES: Readonly<Record<Ear, readonly string[]>> = {
  right: ['right', 'r', 're', 'rightear', 'rechts', 'rechtesohr', 'ad'],
  left: ['left', 'l', 'le', 'leftear', 'links', 'linkesohr', 'as'],
};

const FLAG_NAMES: Readonly<Record<ThresholdFlag, readonly string[]>> = {
  ok: ['ok'],
  floor: ['floor'],
  'no-response': ['noresponse', 'nr'],
  'low-confidence': ['lowconfidence', 'low'],
};

const YES = ['1', 'true', 'yes', 'y', 'x', 'ja', 'j', 'nr'];
const NO = ['', '0', 'false', 'no', 'n', 'nein'];

const bare = (text: string): string =>
  text
    .normalize('NFC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '');

const lookUp =
  <T extends string>(names: Readonly<Record<T, readonly string[]>>) =>
  (text: string): T | null => {
    const sought = bare(text);
    const keys = Object.keys(names) as T[];
    return keys.find((key) => names[key].includes(sought)) ?? null;
  };

/** The field a column or key is for; null for one that is not ours. */
export const fieldOf = lookUp(FIELD_NAMES);

/** The ear a text names, in English, German or Latin; null where it names none. */
export const earOf = lookUp(EAR_NAMES);

/** The mark a text names; null where it names none. */
export const flagOf = lookUp(FLAG_NAMES);

/** True or false as people write it; null for anything else. */
export const yesOrNo = (text: string): boolean | null => {
  const sought = bare(text);
  if (YES.includes(sought)) return true;
  return NO.includes(sought) ? false : null;
};

/** Characters a single value can have: long texts are none, and would keep the patterns below busy. */
const MAX_VALUE = 40;

const NUMBER = /^[+-]?(?:\d+(?:[.,]\d*)?|[.,]\d+)(?:e[+-]?\d+)?$/i;

/** A number with a point or a comma for the decimals; null for anything else, a thousands separator included. */
export const numberOf = (text: string): number | null => {
  const trimmed = text.trim().replace('\u2212', '-');
  if (trimmed.length > MAX_VALUE || !NUMBER.test(trimmed)) return null;
  const value = Number(trimmed.replace(',', '.'));
  return Number.isFinite(value) ? value : null;
};

/** A frequency in Hz: "500", "500 Hz", "1k", "1.5 kHz"; null for anything else. */
export const frequencyOf = (text: string): number | null => {
  if (text.length > MAX_VALUE) return null;
  const [, digits = '', unit = ''] = /^(.*?)\s*(k?)(?:hz)?$/i.exec(text.trim()) ?? [];
  const value = numberOf(digits);
  return value === null ? null : unit === '' ? value : value * 1000;
};

/** A level in dB HL and whether it says "not heard at it": "35", "90 NR", ">90"; null for anything else. */
export const levelOf = (
  text: string,
): { readonly value: number; readonly isNoResponse: boolean } | null => {
  if (text.length > MAX_VALUE) return null;
  const [, before = '', digits = '', after = ''] =
    /^(>|nr\b)?\s*(.*?)\s*(?:db(?:\s*hl)?)?\s*(nr)?$/i.exec(text.trim()) ?? [];
  const value = numberOf(digits);
  return value === null ? null : { value, isNoResponse: before !== '' || after !== '' };
};
