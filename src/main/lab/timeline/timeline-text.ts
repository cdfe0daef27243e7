import type { JournalEntry } from '../../journal/journal';
import { rowOf } from './timeline-row';

const quoted = (text: string): string =>
  /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;

const HEAD = 'seq,time,type,outcome,what,ms';

const csvLine = (entry: JournalEntry): string => {
  const { seq, at, type, outcome, what, ms } = rowOf(entry);
  const cells = [seq, new Date(at).toISOString(), type, outcome, quoted(what), ms ?? ''];
  return cells.join(',');
};

const jsonLine = ({ seq, at, ...event }: JournalEntry): string =>
  JSON.stringify({ seq, time: new Date(at).toISOString(), ...event });

/** Events as a file: one JSON object a line as in the log, or a table with a head (RFC 4180, UTF-8). */
export const textOf = (entries: readonly JournalEntry[], format: 'jsonl' | 'csv'): string => {
  const lines = format === 'csv' ? [HEAD, ...entries.map(csvLine)] : entries.map(jsonLine);
  const end = format === 'csv' ? '\r\n' : '\n';
  return lines.map((line) => line + end).join('');
};
