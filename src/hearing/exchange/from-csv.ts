import { assemble } from './assemble';
import { refused, tell, type ExchangeMessage, type ImportResult } from './exchange-result';
import type { RawRow } from './read-row';
import { fieldOf, type Field } from './spellings';

const MAX_LINES = 10_000;
/** Lines a title above the header may have. */
const MAX_TITLE_LINES = 20;
const SEPARATORS = [';', '\t', ','] as const;

/** Cells of one line; a quoted cell may hold the separator, and a doubled quote stands for one. */
const cellsOf = (line: string, separator: string): readonly string[] => {
  const cells: string[] = [];
  let cell = '';
  let isQuoted = false;
  for (let at = 0; at < line.length; at += 1) {
    const sign = line.charAt(at);
    if (isQuoted && sign === '"' && line.charAt(at + 1) === '"') {
      cell += sign;
      at += 1;
    } else if (sign === '"') isQuoted = !isQuoted;
    else if (sign === separator && !isQuoted) {
      cells.push(cell);
      cell = '';
    } else cell += sign;
  }
  return [...cells, cell];
};

/** What the lines of a file are made of. */
interface Layout {
  readonly separator: string;
  /** What each column is for; null for one that is not ours. */
  readonly columns: readonly (Field | null)[];
  /** Cells a line has at least, so that ear, frequency and a level are among them. */
  readonly needed: number;
}

/** The layout a header tells, or none where it lacks a column. */
const layoutOf = (header: string): Layout | null => {
  for (const separator of SEPARATORS) {
    const columns = cellsOf(header, separator).map(fieldOf);
    const level = columns.includes('level') ? 'level' : 'theta50';
    const places = (['ear', 'frequency', level] as const).map((field) => columns.indexOf(field));
    if (places.every((at) => at !== -1)) {
      return { separator, columns, needed: Math.max(...places) + 1 };
    }
  }
  return null;
};

/**
 * Reads an audiogram from comma-, semicolon- or tab-separated text: a header with the names of its columns, perhaps
 * below a title, then one line for each ear and frequency. Never throws.
 */
export const fromCsv = (text: string): ImportResult => {
  const lines = text.split(/\r\n|\r|\n/);
  if (lines.length > MAX_LINES) return refused('too-many-lines');
  if (text.trim() === '') return refused('empty');
  const start = lines.slice(0, MAX_TITLE_LINES).findIndex((line) => layoutOf(line) !== null);
  const layout = layoutOf(lines[start] ?? '');
  if (layout === null) return refused('missing-column');
  const known = layout.columns.filter((field) => field !== null);
  if (new Set(known).size < known.length) return refused('repeated-column');
  const rows: RawRow[] = [];
  const uneven: ExchangeMessage[] = [];
  for (const [index, line] of lines.entries()) {
    if (index <= start || line.trim() === '') continue;
    const texts = textsOf(line, layout);
    const place = { type: 'line', line: index + 1 } as const;
    if (texts === null) uneven.push(tell('uneven-line', place));
    else rows.push({ place, texts });
  }
  if (uneven.length > 0) return { ears: null, levels: 'known', messages: uneven };
  return rows.length === 0 ? refused('empty') : assemble(rows);
};

/** A line's cells by field; null where cells are missing, or left over because a value holds the separator. */
const textsOf = (line: string, { separator, columns, needed }: Layout): RawRow['texts'] | null => {
  const cells = cellsOf(line, separator);
  const isLeftOver = cells.slice(columns.length).some((cell) => cell.trim() !== '');
  if (cells.every((cell) => cell.trim() === '')) return {};
  if (cells.length < needed || isLeftOver) return null;
  const texts: Partial<Record<Field, string>> = {};
  columns.forEach((field, index) => {
    if (field !== null) texts[field] = cells[index] ?? '';
  });
  return texts;
};
