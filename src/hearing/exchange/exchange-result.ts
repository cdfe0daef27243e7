import type { Ear, EarThresholds, LevelKnowledge } from '../hearing-test';

/** Marks the JSON files this app writes; the number grows when their form changes. */
export const FILE_SCHEMA = 'mimi-companion/hearing-test/1';

/** Frequencies in Hz an audiogram must have for each ear. */
export const REQUIRED_FREQUENCIES_HZ = [500, 1000, 2000, 4000] as const;

/** Frequencies in Hz an audiogram can hold, readings in dB HL, and the step in dB professionals read in. */
export const ACCEPTED = {
  frequencyHz: { min: 125, max: 8000 },
  readingDbHl: { min: -10, max: 120 },
  stepDb: 5,
  pointsPerEar: 16,
} as const;

/** What can be wrong, and then nothing is imported. */
type ExchangeErrorCode =
  | 'too-large'
  | 'too-many-lines'
  | 'empty'
  | 'not-json'
  | 'unknown-form'
  | 'missing-column'
  | 'repeated-column'
  | 'uneven-line'
  | 'unknown-ear'
  | 'bad-frequency'
  | 'bad-level'
  | 'bad-mark'
  | 'bad-detail'
  | 'repeated'
  | 'too-many-points'
  | 'missing';

/** What is worth a look, and does not stop the import. */
const WARNINGS = ['off-grid', 'repeated-same', 'values-differ'] as const;
type ExchangeWarningCode = (typeof WARNINGS)[number];

/** Where in the file or form: a line of text, an entry of a list, or a cell of the form. Counted from 1. */
export type ExchangePlace =
  | { readonly type: 'file' }
  | { readonly type: 'line'; readonly line: number }
  | { readonly type: 'entry'; readonly entry: number }
  | { readonly type: 'cell'; readonly ear: Ear; readonly frequencyHz: number };

/** What the words of a message need: what was found there (at most 40 characters), the ear, frequencies in Hz. */
interface ExchangeFacts {
  readonly found?: string;
  readonly ear?: Ear;
  readonly frequenciesHz?: readonly number[];
}

/** One thing to tell about a file. Codes only: words come from the message catalogue. */
export interface ExchangeMessage {
  readonly severity: 'error' | 'warning';
  readonly code: ExchangeErrorCode | ExchangeWarningCode;
  readonly place: ExchangePlace;
  readonly facts: ExchangeFacts;
}

/** What came of reading an audiogram: both ears, complete, or null where any message is an error. */
export interface ImportResult {
  readonly ears: EarThresholds | null;
  /** `relative` where the file says that its levels were estimated or not known. */
  readonly levels: LevelKnowledge;
  readonly messages: readonly ExchangeMessage[];
}

/** What is to be told about a place. */
export const tell = (
  code: ExchangeMessage['code'],
  place: ExchangePlace,
  facts: ExchangeFacts = {},
): ExchangeMessage => {
  const isWarning = WARNINGS.some((warning) => warning === code);
  return { severity: isWarning ? 'warning' : 'error', code, place, facts };
};

/** A file that cannot be read at all. */
export const refused = (code: ExchangeErrorCode, facts?: ExchangeFacts): ImportResult => ({
  ears: null,
  levels: 'known',
  messages: [tell(code, { type: 'file' }, facts)],
});
