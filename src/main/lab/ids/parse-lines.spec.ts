import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MAX_LAB_IDS, MAX_LABEL_LENGTH } from '../../../contract/lab-words';
import { parseLines, splitFields, tidyLabel } from './parse-lines';
import { sortCandidates } from './sort-candidates';

const seed = 20_261_122;
const id = '3f1d2c4b-5a69-4788-9900-aabbccddeeff';
const only = (text: string) =>
  parseLines(text).map(({ label, anonymousId }) => [label, anonymousId]);
const uuid = fc.uuid({ version: 4 });
const maker = { service: 'embedded', product: 'p', newKey: () => randomUUID() };

describe('lines of a text', () => {
  it.each([
    ['the id alone', id, ''],
    ['blanks around it', `  ${id}\t`, ''],
    ['a label before it', `Anna, ${id}`, 'Anna'],
    ['a label behind it', `${id};Anna`, 'Anna'],
    ['a table of a table program', `"Anna ""A"", left"\t"${id}"`, 'Anna "A", left'],
    ['two labels', `Anna\t${id}\tleft ear`, 'Anna left ear'],
    ['a byte order mark', `\uFEFF${id}`, ''],
  ])('are read: %s', (_name, text, label) => {
    expect(only(text)).toEqual([[label, id]]);
  });

  it.each([
    ['capitals', id.toUpperCase()],
    ['braces', `{${id}}`],
    ['no hyphens', id.replaceAll('-', '')],
    ['another version', id.replace('-4', '-1')],
    ['a part', id.slice(0, 35)],
    ['one more character', `${id}0`],
    ['two ids', `${id},${id.replace('3f', '4f')}`],
    ['one id twice', `${id},${id}`],
    ['an id within words', `the id ${id} of Anna`],
    ['half a quote', `"${id}`],
  ])('are malformed and leave nothing of their text: %s', (_name, text) => {
    expect(only(text)).toEqual([['', null]]);
  });

  it('keep their number, and blank ones are none', () => {
    expect(parseLines(`\n${id}\r\n\r\n \nx`).map(({ line }) => line)).toEqual([2, 5]);
    expect(parseLines('')).toEqual([]);
  });

  it('of separators alone do not hold main up', () => {
    const began = performance.now();
    expect(only(`Anna${'\t'.repeat(100_000)}${id}`)).toEqual([['Anna', id]]);
    expect(performance.now() - began).toBeLessThan(1_000);
  });

  it('beyond 50,000 are refused as a whole', () => {
    expect(() => parseLines('x\n'.repeat(50_001))).toThrow('lab/too-large');
  });

  it('never yield anything but an exact id, whatever the text', () => {
    const near = fc.tuple(uuid, fc.integer({ min: 0, max: 35 }), fc.string({ maxLength: 2 }));
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 200 }),
      near.map(([whole, at, part]) => whole.slice(0, at) + part + whole.slice(at + 1)),
      fc.tuple(fc.string(), uuid, fc.string()).map((parts) => parts.join(',')),
    );
    fc.assert(
      fc.property(fc.array(text, { maxLength: 8 }), (texts) => {
        for (const { anonymousId, label } of parseLines(texts.join('\n'))) {
          if (anonymousId !== null) expect(texts.join('\n')).toContain(anonymousId);
          if (anonymousId === null) expect(label).toBe('');
          expect(label.length).toBeLessThanOrEqual(MAX_LABEL_LENGTH);
          expect(label).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}|[\n\r\t\0]/i);
        }
      }),
      { seed, numRuns: 500 },
    );
  });

  it('are read with their labels, however those are quoted', () => {
    const label = fc.stringMatching(/^[A-Za-z][A-Za-z .'"]{0,30}$/);
    const quote = (text: string) => `"${text.replaceAll('"', '""')}"`;
    fc.assert(
      fc.property(fc.array(fc.tuple(label, uuid)), (rows) => {
        const text = rows.map(([name, each]) => `${quote(name)},${each}`).join('\r\n');
        const clean = rows.map(([name, each]) => [tidyLabel(name), each]);
        expect(only(text)).toEqual(clean);
      }),
      { seed, numRuns: 300 },
    );
  });
});

describe('a label', () => {
  it('holds nothing like an id and nothing unseen', () => {
    expect(tidyLabel(` of ${id.toUpperCase()} `)).toBe('of ••••');
    expect(tidyLabel(id.replaceAll('-', ''))).toBe('••••');
    expect(tidyLabel('a\u202Eb\u0000c\u200Bd')).toBe('a b c d');
  });

  it('is cut between characters', () => {
    expect(tidyLabel(`${'x'.repeat(MAX_LABEL_LENGTH - 1)}😀`)).toBe(
      'x'.repeat(MAX_LABEL_LENGTH - 1),
    );
  });

  it('splits as table programs do', () => {
    expect(splitFields('a, "b, ""c""" ;d\t')).toEqual(['a', 'b, "c"', 'd']);
  });
});

describe('10,000 lines', () => {
  it('each get a verdict, and exactly the new ones become rows', () => {
    const kind = fc.constantFrom('new', 'known', 'repeated', 'malformed');
    const known = Array.from({ length: 50 }, () => randomUUID());
    const table = sortCandidates(parseLines(known.join('\n')), [], maker).rows;
    fc.assert(
      fc.property(fc.array(kind, { minLength: 10_000, maxLength: 10_000 }), (kinds) => {
        const seen: string[] = [];
        const expected: string[] = [];
        const lines = kinds.map((each, at) => {
          const isRepeat = each === 'repeated' && seen.length > 0;
          expected.push(each === 'repeated' && !isRepeat ? 'new' : each);
          if (each === 'malformed') return `line ${at}`;
          if (each === 'known') return `${known[at % known.length]}`;
          if (isRepeat) return `again, ${seen[at % seen.length]}`;
          seen.push(randomUUID());
          return `row ${at},${seen.at(-1)}`;
        });
        const { report, rows } = sortCandidates(parseLines(lines.join('\n')), table, maker);
        expect(report.lines.map(({ status }) => status)).toEqual(expected);
        expect(rows.map(({ anonymousId }) => anonymousId)).toEqual(seen);
      }),
      { seed, numRuns: 5 },
    );
  });

  it('fill the table and not more', () => {
    const text = Array.from({ length: 10_000 }, () => randomUUID()).join('\n');
    const row = { service: 's', anonymousId: id, lastUsedAt: null, lastOutcome: null };
    const full = Array.from({ length: MAX_LAB_IDS - 3 }, (_, at) => ({
      ...row,
      anonymousId: row.anonymousId as never,
      key: `${at}`,
      label: '',
      product: 'p',
    }));
    const { report, rows } = sortCandidates(parseLines(text), full, maker);
    const count = (status: string) => report.lines.filter((line) => line.status === status).length;
    expect([rows.length, count('new'), count('over-limit')]).toEqual([3, 3, 9_997]);
  });
});
