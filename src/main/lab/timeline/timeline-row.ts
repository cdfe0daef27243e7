import type { TimelineRow } from '../../../contract/ipc/lab/timeline';
import type { RowOutcome } from '../../../contract/lab-words';
import type { JournalEntry } from '../../journal/journal';

/** Tell of something that went wrong, whatever their fields say. */
const FAILURES: readonly JournalEntry['type'][] = [
  'secrets/write-failed',
  'settings/reset',
  'settings/write-failed',
  'app/crashed',
  'ipc/refused',
  'journal/refused',
];

const DONE = ['Done', 'Success', 'done', 'available', 'present', 'sent'];
const FAILED = [
  'Failure',
  'ForcedOut',
  'Blocked',
  'locked',
  'unreadable',
  'newer-version',
  'unavailable',
  'cannot-decrypt',
];

/** A word that says how something ended: one of ours, an HTTP status, or an error code. */
const outcomeOfWord = (word: string): RowOutcome => {
  if (DONE.includes(word) || /^[23]\d\d$/.test(word)) return 'ok';
  // There is none: an answer like any other to who asks for a profile not made yet.
  if (word === '404') return 'note';
  return FAILED.includes(word) || /^[45]\d\d$/.test(word) || word.includes('/') ? 'failed' : 'note';
};

const outcomeOf = (entry: JournalEntry): RowOutcome => {
  if (FAILURES.includes(entry.type)) return 'failed';
  if ('outcome' in entry) return outcomeOfWord(entry.outcome);
  if ('loading' in entry) return outcomeOfWord(entry.loading);
  if ('status' in entry) return outcomeOfWord(entry.status);
  return 'to' in entry ? outcomeOfWord(entry.to) : 'note';
};

/** Fields of every event, which a row tells by itself. */
const COMMON = ['seq', 'at', 'type'];

type Fields = readonly (readonly [name: string, value: string])[];

/** Milliseconds to the microsecond; further digits say nothing. */
const textOfValue = (value: string | number | boolean | null): string =>
  typeof value === 'number' ? String(Number(value.toFixed(3))) : String(value);

/** The fields of an event's own, as text. */
export const fieldsOf = (entry: JournalEntry): Fields =>
  Object.entries(entry)
    .filter(([name]) => !COMMON.includes(name))
    .map(([name, value]) => [name, textOfValue(value)]);

const whatOf = (entry: JournalEntry): string => {
  switch (entry.type) {
    case 'session/request': {
      const { method, path, outcome, attempt } = entry;
      // What came of it first: it must not be what a narrow window cuts off.
      return `${outcome} ← ${method} ${path}${attempt > 1 ? ` (try ${attempt})` : ''}`;
    }
    case 'session/transition':
      return `row ${entry.row}: ${entry.from} → ${entry.to}`;
    case 'session/published':
      return `version ${entry.version}: ${entry.hasUser ? 'user' : 'nobody'}, ${entry.loading}`;
    case 'outbox/delivery':
      return `${entry.entry} → ${entry.outcome}`;
    case 'secrets/keyring':
      return `${entry.call} → ${entry.outcome}`;
    case 'ipc/refused':
      return `${entry.channel} → ${entry.code}`;
    case 'lab/fault':
      return `${entry.kind} ${entry.change}: ${entry.call}`;
    case 'lab/operation':
      return `${entry.operation}${entry.row === null ? '' : ` row ${entry.row}`} → ${entry.outcome}`;
    default:
      return fieldsOf(entry)
        .filter(([name]) => name !== 'ms')
        .map(([name, value]) => `${name} ${value}`)
        .join(', ');
  }
};

/** An event as a row: made of its journal's fields and nothing else. */
export const rowOf = (entry: JournalEntry): TimelineRow => ({
  seq: entry.seq,
  at: entry.at,
  type: entry.type,
  outcome: outcomeOf(entry),
  what: whatOf(entry),
  ms: 'ms' in entry ? entry.ms : null,
});
