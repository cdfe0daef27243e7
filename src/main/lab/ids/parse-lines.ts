import { isAnonymousId, type AnonymousId } from '../../../contract/anonymous-id';
import { AppError } from '../../../contract/errors';
import { MAX_LABEL_LENGTH } from '../../../contract/lab-words';

/** What one line, or one entry, of a text offers. */
export interface Candidate {
  /** From 1. */
  readonly line: number;
  readonly label: string;
  /** Null: there is no id of the exact form. */
  readonly anonymousId: AnonymousId | null;
  /** The service it belongs to; null: the one in use. */
  readonly service: string | null;
  readonly product: string | null;
}

// Characters that control how text is laid out could make one label look like another.
const UNPRINTABLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;

// A label is shown: what looks like an id, however it is written, must not come in with one.
const LIKE_AN_ID = /[0-9a-f]{8}-?(?:[0-9a-f]{4}-?){3}[0-9a-f]{12}/gi;

/** A label as it is kept: one line without control characters, nothing like an id, `MAX_LABEL_LENGTH` at most. */
export const tidyLabel = (label: string): string =>
  label
    .normalize('NFC')
    .replaceAll(LIKE_AN_ID, '••••')
    .replaceAll(UNPRINTABLE, ' ')
    .trim()
    .slice(0, MAX_LABEL_LENGTH)
    // Cut in the middle of one character, it would be none.
    .replace(/[\uD800-\uDBFF]$/, '')
    .trim();

/** Most lines, or entries, that are looked at: a report of more could not be read either. */
export const MAX_LINES = 50_000;

// Blanks but tabs: a tab parts fields, and a run of them would be gone through again from each one on.
const FIELD = /[^\S\t]*"((?:[^"]|"")*)"[^\S\t]*(?=[,;\t]|$)|[^,;\t]+/g;

/** The fields of a line between commas, semicolons or tabs, without the quotes a table program puts there. */
export const splitFields = (line: string): string[] =>
  [...line.matchAll(FIELD)]
    .map(([whole, quoted]) => (quoted?.replaceAll('""', '"') ?? whole).trim())
    .filter((field) => field !== '');

/** The lines of a text that are not blank, each with its number from 1. Errors: lab/too-large. */
export const linesOf = (text: string): (readonly [line: string, number: number])[] => {
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\r|\n/, MAX_LINES + 1);
  if (lines.length > MAX_LINES) throw new AppError('lab/too-large');
  return lines
    .map((each, index) => [each.trim(), index + 1] as const)
    .filter(([each]) => each !== '');
};

const parseLine = (text: string, line: number): Candidate => {
  const fields = splitFields(text);
  const ids = fields.filter(isAnonymousId);
  const [id] = ids;
  // With two ids in a line, which of them was meant cannot be known.
  if (id === undefined || ids.length > 1) return malformed(line);
  const label = tidyLabel(fields.filter((field) => field !== id).join(' '));
  return { line, label, anonymousId: id, service: null, product: null };
};

/** A line that offers no id. Nothing of its text is kept: it may be half an id. */
export const malformed = (line: number): Candidate => ({
  line,
  label: '',
  anonymousId: null,
  service: null,
  product: null,
});

/** One candidate for every line that is not blank: `id`, or an id and a label between commas, semicolons or tabs. */
export const parseLines = (text: string): Candidate[] =>
  linesOf(text).map(([each, line]) => parseLine(each, line));
