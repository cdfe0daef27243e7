import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type {
  EarThreshold,
  EarThresholds,
  HearingTest,
  LevelKnowledge,
  ThresholdFlag,
} from '../hearing-test';
import { REQUIRED_FREQUENCIES_HZ } from './exchange-result';
import { importAudiogram } from './import-audiogram';
import { toCsv } from './to-csv';
import { toJson } from './to-json';

const SEED = 4000;
const seeded = { seed: SEED };

/** Text knows no negative zero. */
const db = (min: number, max: number) =>
  fc.double({ min, max, noNaN: true }).map((value) => value + 0);

const threshold = (frequencyHz: number): fc.Arbitrary<EarThreshold> =>
  fc.record({
    frequencyHz: fc.constant(frequencyHz),
    theta50DbHl: db(-40, 130),
    sdDb: fc.option(db(0, 60)),
    presentations: fc.nat(1000),
    flag: fc.constantFrom<ThresholdFlag>('ok', 'floor', 'no-response', 'low-confidence'),
  });

const anyEar: fc.Arbitrary<readonly EarThreshold[]> = fc
  .uniqueArray(fc.constantFrom(125, 250, 750, 1500, 2999.5, 3000, 6000, 8000))
  .chain((others) =>
    fc.tuple(...[...REQUIRED_FREQUENCIES_HZ, ...others].toSorted((a, b) => a - b).map(threshold)),
  );

const anyEars: fc.Arbitrary<EarThresholds> = fc.record({ left: anyEar, right: anyEar });

const asTest = (ears: EarThresholds, levels: LevelKnowledge = 'known'): HearingTest => ({
  id: '7d9f6f0e-3a35-4c61-9d3b-0d7e6a2b9f10',
  takenAt: 1_780_000_000_000,
  yearOfBirth: 1966,
  source: 'import',
  levels,
  ears,
});

describe(`what this app writes (seed ${SEED})`, () => {
  it('comes back exactly from JSON, without a message', () => {
    fc.assert(
      fc.property(anyEars, (ears) => {
        expect(importAudiogram(toJson(asTest(ears)))).toEqual({
          ears,
          levels: 'known',
          messages: [],
        });
      }),
      seeded,
    );
  });

  it('comes back exactly from CSV, without a message', () => {
    fc.assert(
      fc.property(anyEars, (ears) => {
        expect(importAudiogram(toCsv(asTest(ears)))).toEqual({
          ears,
          levels: 'known',
          messages: [],
        });
      }),
      seeded,
    );
  });

  it.each([toJson, toCsv])('stays relative where its levels were not known (%#)', (write) => {
    fc.assert(
      fc.property(anyEars, (ears) => {
        const back = importAudiogram(write(asTest(ears, 'relative')));
        expect(back).toEqual({ ears, levels: 'relative', messages: [] });
      }),
      seeded,
    );
    const [ears] = fc.sample(anyEars, { numRuns: 1, seed: SEED });
    expect(importAudiogram(write({ ...asTest(ears!), source: 'age' })).levels).toBe('relative');
  });

  it('comes back exactly from CSV that a spreadsheet wrote again in German', () => {
    fc.assert(
      fc.property(anyEars, (ears) => {
        const german = toCsv(asTest(ears)).replaceAll(',', ';').replaceAll('.', ',');
        expect(importAudiogram(`\uFEFF${german}`)).toEqual({ ears, levels: 'known', messages: [] });
      }),
      seeded,
    );
  });

  it('is read back the same whatever the order of its lines', () => {
    const shuffled = anyEars.chain((ears) => {
      const [header = '', ...lines] = toCsv(asTest(ears)).trimEnd().split('\r\n');
      return fc
        .shuffledSubarray(lines, { minLength: lines.length })
        .map((some) => ({ ears, text: [header, ...some].join('\n') }));
    });
    fc.assert(
      fc.property(shuffled, ({ ears, text }) => {
        expect(importAudiogram(text)).toEqual({ ears, levels: 'known', messages: [] });
      }),
      seeded,
    );
  });
});

/** What a person or a program could have made of a file: bits of real ones, in any order. */
const scraps = fc
  .array(
    fc.oneof(
      fc.string({ maxLength: 12 }),
      fc.constantFrom(
        ...['ear,f,dBHL\n', 'left', 'right', 'R', ',', ';', '\t', '\n', '\r\n', '"', '500', '1000'],
        ...[
          '2000',
          '4000',
          '20',
          '-10',
          '125',
          'nr',
          'NaN',
          '1e999',
          '{',
          '}',
          '[',
          ']',
          ':',
          'null',
        ],
        ...['"ears"', '"L"', '"R"', '"f"', '"theta50"', '\uFEFF', '0x10', 'Infinity', '-'],
      ),
    ),
    { maxLength: 60 },
  )
  .map((parts) => parts.join(''));

/** A good file with one place spoilt. */
const spoilt = fc
  .tuple(
    anyEars,
    fc.boolean(),
    fc.double({ min: 0, max: 1, noNaN: true }),
    fc.string({ maxLength: 4 }),
  )
  .map(([ears, isJson, where, scrap]) => {
    const text = isJson ? toJson(asTest(ears)) : toCsv(asTest(ears));
    const at = Math.floor(where * text.length);
    return text.slice(0, at) + scrap + text.slice(at + 1);
  });

describe(`any text (seed ${SEED})`, () => {
  it('never throws, and gives a whole audiogram or the reason for none', () => {
    fc.assert(
      fc.property(fc.oneof(scraps, spoilt, fc.json()), (text) => {
        const { ears, messages } = importAudiogram(text);
        const errors = messages.filter(({ severity }) => severity === 'error');
        expect(ears === null).toBe(errors.length > 0);
        for (const ear of ears === null ? [] : [ears.left, ears.right]) {
          const frequencies = ear.map(({ frequencyHz }) => frequencyHz);
          expect(frequencies).toEqual([...new Set(frequencies)].toSorted((a, b) => a - b));
          expect(frequencies).toEqual(expect.arrayContaining([...REQUIRED_FREQUENCIES_HZ]));
          for (const { theta50DbHl } of ear) {
            expect(theta50DbHl >= -40 && theta50DbHl <= 130).toBe(true);
          }
        }
      }),
      { ...seeded, numRuns: 2000 },
    );
  });
});
