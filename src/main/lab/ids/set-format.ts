import { z } from 'zod';
import { isAnonymousId } from '../../../contract/anonymous-id';
import { AppError } from '../../../contract/errors';
import type { PassphraseFormat } from '../../recovery/passphrase-file-head';
import type { LabId } from '../../secrets/stored-records';
import {
  linesOf,
  malformed,
  MAX_LINES,
  parseLines,
  tidyLabel,
  type Candidate,
} from './parse-lines';

/** Bytes of a set's file at most. */
export const MAX_SET_BYTES = 8 * 1024 * 1024;

/** A set of ids among files with a passphrase. */
export const SET_FORMAT: PassphraseFormat = {
  magic: 'MIMI SESSION LAB IDS\n',
  maxBytes: MAX_SET_BYTES,
  codes: {
    foreign: 'lab/not-a-set',
    damaged: 'lab/damaged',
    newer: 'lab/newer-version',
    tooLarge: 'lab/too-large',
    wrongPassphrase: 'lab/wrong-passphrase',
  },
};

const NAME = 'mimi-session-lab-ids';
const VERSION = 1;

/** A set as it is written; its entries are judged one by one. */
const setSchema = z.looseObject({
  format: z.literal(NAME),
  v: z.literal(VERSION),
  ids: z.array(z.unknown()),
});
const newerSchema = z.looseObject({ format: z.literal(NAME), v: z.int().gt(VERSION) });

/** What is passed on of ids: how they were used is the tester's own. */
export const setOf = (ids: readonly LabId[]) => ({
  format: NAME,
  v: VERSION,
  ids: ids.map(({ label, anonymousId, service, product }) => ({
    label,
    anonymousId,
    service,
    product,
  })),
});

const COLUMNS = ['label', 'anonymousId', 'service', 'product'] as const;

/** What a table program would take for a formula, which a label of a colleague's must not become. */
const FORMULA = /^[=+\-@]/;

const quoted = (text: string): string => {
  const harmless = FORMULA.test(text) ? `'${text}` : text;
  return /[",;\t]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
};

/** The set as a table with a head, as RFC 4180 has it. */
export const csvOf = (ids: readonly LabId[]): string =>
  [COLUMNS.join(','), ...ids.map((id) => COLUMNS.map((name) => quoted(id[name])).join(','))]
    .map((line) => `${line}\r\n`)
    .join('');

const entrySchema = z.looseObject({
  anonymousId: z.custom<LabId['anonymousId']>(isAnonymousId),
  label: z.string().optional(),
  service: z.string().min(1).max(2048).optional(),
  product: z.string().max(200).optional(),
});

const candidateOf = (entry: unknown, line: number): Candidate => {
  const parsed = entrySchema.safeParse(isAnonymousId(entry) ? { anonymousId: entry } : entry);
  if (!parsed.success) return malformed(line);
  const { label = '', anonymousId, service = null, product = null } = parsed.data;
  return { line, label: tidyLabel(label), anonymousId, service, product };
};

/** The entries of a set as JSON, or of a bare list of ids. Errors: lab/newer-version, lab/not-a-set, lab/too-large. */
export const candidatesOfJson = (value: unknown): Candidate[] => {
  if (newerSchema.safeParse(value).success) throw new AppError('lab/newer-version');
  const set = setSchema.safeParse(value);
  const entries: unknown = set.success ? set.data.ids : value;
  if (!Array.isArray(entries)) throw new AppError('lab/not-a-set');
  if (entries.length > MAX_LINES) throw new AppError('lab/too-large');
  return entries.map((entry, index) => candidateOf(entry, index + 1));
};

const CSV_FIELD = /(?:"((?:[^"]|"")*)"|([^",]*))(,|$)/gy;

/** The fields of a line of a table, empty ones too; what stands behind a broken quote is left out. */
const fieldsOf = (line: string): string[] => {
  const fields: string[] = [];
  for (const [, inQuotes, bare, end] of line.matchAll(CSV_FIELD)) {
    fields.push((inQuotes?.replaceAll('""', '"') ?? bare ?? '').trim());
    if (end === '') break;
  }
  return fields;
};

/** A table with the head `csvOf` writes, in any order of columns, or with `id` for the id; null for any other text. */
const candidatesOfTable = (text: string): Candidate[] | null => {
  const [head, ...lines] = linesOf(text);
  const found = head ? fieldsOf(head[0]) : [];
  const idName = ['anonymousId', 'id'].find((name) => found.includes(name));
  // A line with an id in it is no head, whatever its label says.
  if (idName === undefined || found.some(isAnonymousId)) return null;
  const names = found.map((name) => (name === idName ? 'anonymousId' : name));
  return lines.map(([each, line]) => {
    const fields = fieldsOf(each).map((field) => field.replace(/^'(?=[=+\-@])/, ''));
    const filled = names.map((name, at) => [name, fields[at] ?? ''] as const);
    return candidateOf(Object.fromEntries(filled.filter(([, field]) => field !== '')), line);
  });
};

const textOf = (bytes: Buffer): string => {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    if (!text.includes('\0')) return text;
  } catch {
    // Bytes that are no text.
  }
  throw new AppError('lab/not-a-set');
};

/** What a plain file offers: JSON, a table, or lines. Errors: lab/not-a-set, lab/newer-version, lab/too-large. */
export const parsePlainSet = (bytes: Buffer): Candidate[] => {
  const text = textOf(bytes);
  if (!/^\s*[[{]/.test(text)) return candidatesOfTable(text) ?? parseLines(text);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new AppError('lab/not-a-set');
  }
  return candidatesOfJson(value);
};
