import { z } from 'zod';
import { COUNTED, NO_LINES, setLineSchema, type SetHeader, type SetLine } from './format';
import type { NumberedLine } from './read-lines';

const REASONS = [
  /** Not UTF-8, not JSON, or longer than 256 KiB. */
  'unreadable',
  /** `field` is not there, not allowed or not what it must be. */
  'invalid',
  'header-missing',
  'header-repeated',
  'end-missing',
  'after-end',
  /** The last line counted other lines than there are. */
  'miscounted',
  'user-repeated',
  'id-repeated',
  'test-repeated',
  /** A test before its user, or of none. */
  'user-unknown',
  /** The set is of another sandbox: give its passphrase, and have this one empty or replaced. */
  'other-pepper',
  'passphrase-wrong',
  /** The user or the id is in this sandbox. */
  'exists',
  /** The id was deleted in this sandbox. */
  'deleted-here',
] as const;

/** What is wrong with a line of a set; never what stands in it. */
export const lineFaultSchema = z.strictObject({
  line: z.int().positive(),
  reason: z.enum(REASONS),
  field: z.string().optional(),
});

export type LineFault = z.infer<typeof lineFaultSchema>;
type Reason = LineFault['reason'];

/** What a checked line is worth: itself, or what is wrong with it. */
type CheckedLine = { readonly line: SetLine } | { readonly fault: LineFault };

const parse = ({ line, text }: NumberedLine): CheckedLine => {
  let value: unknown;
  try {
    value = JSON.parse(text ?? '');
  } catch {
    return { fault: { line, reason: 'unreadable' } };
  }
  const read = setLineSchema.safeParse(value);
  if (read.success) return { line: read.data };
  const field = read.error.issues[0]?.path[0];
  const named = field === undefined ? {} : { field: String(field) };
  return { fault: { line, reason: 'invalid', ...named } };
};

/** Adds to a set; false when it was in it. */
const isNewIn = (set: Set<string>, value: string): boolean =>
  !set.has(value) && set.add(value).has(value);

/** Checks the lines of a set one after the other, by themselves and against those before. */
export const createSetCheck = () => {
  const [users, ids, tests] = [new Set<string>(), new Set<string>(), new Set<string>()];
  const counts = { ...NO_LINES };
  let header: SetHeader | null = null;
  let hasEnd = false;
  let last = 0;

  const judge = (line: SetLine): Reason | null => {
    if (hasEnd) return 'after-end';
    if (header === null && line.type !== 'set') return 'header-missing';
    if (line.type !== 'set' && line.type !== 'end') counts[COUNTED[line.type]] += 1;
    switch (line.type) {
      case 'set':
        if (header !== null) return 'header-repeated';
        header = line;
        return null;
      case 'user':
        if (!isNewIn(users, line.userId)) return 'user-repeated';
        return isNewIn(ids, line.idHash) ? null : 'id-repeated';
      case 'test':
      case 'deleted-test': {
        if (!users.has(line.userId)) return 'user-unknown';
        const id = line.type === 'test' ? line.test.id : line.id;
        return isNewIn(tests, `${line.userId} ${id}`) ? null : 'test-repeated';
      }
      case 'deleted-user':
        return null;
      case 'end':
        hasEnd = true;
        return Object.values(COUNTED).every((kind) => counts[kind] === line[kind])
          ? null
          : 'miscounted';
      default:
        return line satisfies never;
    }
  };

  return {
    check: (numbered: NumberedLine): CheckedLine => {
      last = numbered.line;
      const parsed = parse(numbered);
      if ('fault' in parsed) return parsed;
      const reason = judge(parsed.line);
      return reason === null ? parsed : { fault: { line: numbered.line, reason } };
    },
    /** What is wrong with the set as a whole. */
    end: (): LineFault | null =>
      hasEnd
        ? null
        : { line: last + 1, reason: header === null ? 'header-missing' : 'end-missing' },
    header: () => header,
    counts,
    /** Whether a user of the set has this id. */
    hasId: (idHash: string): boolean => ids.has(idHash),
  };
};
