import { assemble } from './assemble';
import { FILE_SCHEMA, refused, type ImportResult } from './exchange-result';
import type { RawRow } from './read-row';
import { earOf, fieldOf, type Field } from './spellings';

const MAX_ENTRIES = 10_000;

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * Reads an audiogram from JSON: a file of this app, `{ ears: { L: [...], R: [...] } }`, or a list of rows
 * `{ ear, f, dBHL }`. Never throws.
 */
export const fromJson = (text: string): ImportResult => {
  const value = parse(text);
  if (value === undefined) return refused('not-json');
  const entries = entriesOf(value);
  if (entries === null) return refused('unknown-form');
  if (entries.length === 0) return refused('empty');
  if (entries.length > MAX_ENTRIES) return refused('too-many-lines');
  const rows = entries.map((entry, index) => rowOf(entry, index + 1)).filter((row) => row !== null);
  return rows.length < entries.length ? refused('unknown-form') : assemble(rows);
};

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
};

interface Entry {
  /** The ear whose list it stands in; null where the entry itself names one. */
  readonly ear: string | null;
  /** What the file says of all its levels; null where it says nothing. */
  readonly levels: string | null;
  readonly value: unknown;
}

/** Entries of a list of rows, or of the lists of both ears; null for another form. */
const entriesOf = (value: unknown): readonly Entry[] | null => {
  const list = isRecord(value) ? value['rows'] : value;
  if (Array.isArray(list))
    return list.map((each: unknown) => ({ ear: null, levels: null, value: each }));
  if (!isRecord(value) || !isRecord(value['ears'])) return null;
  const { schema } = value;
  if (schema !== undefined && typeof schema !== 'string') return null;
  // A later form of our own may mean something else by the same names.
  if (schema?.startsWith('mimi-companion/') && schema !== FILE_SCHEMA) return null;
  const levels = typeof value['levels'] === 'string' ? value['levels'] : null;
  const ears = Object.entries(value['ears']);
  if (ears.some(([name, points]) => earOf(name) === null || !Array.isArray(points))) return null;
  return ears.flatMap(([ear, points]) =>
    (points as readonly unknown[]).map((each) => ({ ear, levels, value: each })),
  );
};

/** A value as it would stand in a table; null for a list or an object. */
const textOf = (value: unknown): string | null => {
  if (value === null || value === undefined) return '';
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? String(value)
    : null;
};

const rowOf = ({ ear, levels, value }: Entry, entry: number): RawRow | null => {
  if (!isRecord(value)) return null;
  const texts: Partial<Record<Field, string>> = {
    ...(ear !== null && { ear }),
    ...(levels !== null && { levels }),
  };
  for (const [name, each] of Object.entries(value)) {
    const field = fieldOf(name);
    if (field === null) continue;
    const text = textOf(each);
    if (text === null || (texts[field] !== undefined && field !== 'ear')) return null;
    texts[field] = text;
  }
  return { place: { type: 'entry', entry }, texts };
};
