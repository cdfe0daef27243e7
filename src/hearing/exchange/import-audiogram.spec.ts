import { describe, expect, it } from 'vitest';
import { fromReading } from '../hearing-test';
import { importAudiogram, MAX_FILE_CHARACTERS } from './import-audiogram';

const FREQUENCIES = [500, 1000, 2000, 4000];

/** A file of both ears: level by frequency, as the lines under `header`. */
const file = (
  header: string,
  line: (ear: 'left' | 'right', hz: number, level: number) => string,
  end = '\n',
): string =>
  [
    header,
    ...(['right', 'left'] as const).flatMap((ear) =>
      FREQUENCIES.map((hz, index) => line(ear, hz, (ear === 'right' ? 10 : 20) + 5 * index)),
    ),
  ].join(end);

const plain = file('ear,f,dBHL', (ear, hz, level) => `${ear},${hz},${level}`);

const readingsIn = (text: string) => {
  const { ears, messages } = importAudiogram(text);
  return {
    right: ears?.right.map(({ theta50DbHl }) => theta50DbHl + 2.5),
    left: ears?.left.map(({ theta50DbHl }) => theta50DbHl + 2.5),
    codes: messages.map(({ code }) => code),
  };
};

const WHOLE = { right: [10, 15, 20, 25], left: [20, 25, 30, 35], codes: [] };

describe('a file is understood', () => {
  it.each([
    ['plain', plain],
    ['with a byte order mark and CRLF', `\uFEFF${plain.replaceAll('\n', '\r\n')}\r\n\r\n`],
    ['with lone carriage returns', plain.replaceAll('\n', '\r')],
    ['with tabs', plain.replaceAll(',', '\t')],
    ['below a title', `Audiogram of the 3rd of May\nsep=,\n${plain}`],
    [
      'with semicolons and decimal commas',
      file('Ohr;Frequenz (Hz);Schwelle (dB HL)', (ear, hz, level) =>
        [ear === 'left' ? 'links' : 'rechts', hz, `${level},0`].join(';'),
      ),
    ],
    [
      'with columns in another order, and others between',
      file('dB HL,note,Frequency,Side', (ear, hz, level) => `${level},"a, b",${hz} Hz,${ear}`),
    ],
    [
      'with Latin ears and kHz',
      file(
        'EAR,FREQ,LEVEL',
        (ear, hz, level) => `${ear === 'left' ? 'AS' : 'AD'},${hz / 1000} kHz,${level}`,
      ),
    ],
    [
      'with quoted cells',
      file('"ear","f","dBHL"', (ear, hz, level) => `"${ear}","${hz}","${level} dB"`),
    ],
    [
      'as a list of JSON rows',
      `[${file('', (ear, hz, level) => `{"ear":"${ear}","f":${hz},"dBHL":${level}}`, ',').slice(1)}]`,
    ],
    [
      'as JSON rows under a name',
      `{"rows":[${file('', (ear, hz, level) => `{"ear":"${ear}","f":"${hz}","dBHL":"${level}"}`, ',').slice(1)}]}`,
    ],
    [
      'as lists of both ears',
      JSON.stringify({
        schema: 'mimi-companion/hearing-test/1',
        ears: Object.fromEntries(
          (['R', 'L'] as const).map((ear) => [
            ear,
            FREQUENCIES.map((f, i) => ({
              ...{ f, theta50: (ear === 'R' ? 7.5 : 17.5) + 5 * i },
              ...{ sd: 2, n: 9, flag: 'low' },
            })),
          ]),
        ),
      }),
    ],
  ])('%s', (_name, text) => {
    expect(readingsIn(text)).toEqual(WHOLE);
  });

  it('takes what lists of both ears say beside the level', () => {
    const point = (f: number) => ({ f, theta50: 12.25, sd: 1.75, n: 12, flag: 'nr' });
    const ears = { L: FREQUENCIES.map(point), R: FREQUENCIES.map(point) };
    expect(importAudiogram(JSON.stringify({ ears })).ears?.left[0]).toEqual({
      ...{ frequencyHz: 500, theta50DbHl: 12.25, sdDb: 1.75, presentations: 12 },
      flag: 'no-response',
    });
  });

  it.each([
    [
      'a column',
      `${plain.replace('dBHL', 'dBHL,NR').replaceAll(/(\d)$/gm, '$1,no')}\nleft,8000,90,yes`,
    ],
    ['the level', `${plain}\nleft,8000,90 NR`],
    ['an arrow', `${plain}\nleft,8000,>90`],
  ])('no answer by %s', (_name, text) => {
    const { ears, messages } = importAudiogram(text);
    expect(messages).toEqual([]);
    expect(ears?.left.at(-1)).toMatchObject({
      ...{ frequencyHz: 8000, theta50DbHl: fromReading(90), flag: 'no-response' },
    });
  });

  it('prefers a value measured with masking', () => {
    const text = file('ear,f,dBHL,masked', (ear, hz, level) => `${ear},${hz},${level - 40 / 8},`);
    const masked = (['right', 'left'] as const).flatMap((ear) =>
      FREQUENCIES.map((hz, i) => `${ear},${hz},${(ear === 'right' ? 10 : 20) + 5 * i},yes`),
    );
    expect(readingsIn([text, ...masked].join('\n'))).toEqual(WHOLE);
    expect(
      readingsIn([text.split('\n')[0], ...masked, ...text.split('\n').slice(1)].join('\n')),
    ).toEqual(WHOLE);
  });

  it('leaves out a pitch without a value', () => {
    expect(readingsIn(`${plain}\nleft,8000,`)).toEqual(WHOLE);
  });
});

describe('a warning says', () => {
  it('that a level lies between the usual steps, where it does', () => {
    expect(importAudiogram(plain.replace('right,1000,15', 'right,1000,17'))).toMatchObject({
      ears: { right: [{}, { theta50DbHl: 14.5 }, {}, {}] },
      messages: [
        ...[
          {
            severity: 'warning',
            code: 'off-grid',
            place: { type: 'line', line: 3 },
            facts: { found: '17' },
          },
        ],
      ],
    });
  });

  it('that a line comes twice', () => {
    expect(readingsIn(`${plain}\nleft,500,20`)).toEqual({ ...WHOLE, codes: ['repeated-same'] });
  });

  it('that a reading was changed beside its exact value, which then counts no more', () => {
    const text = file(
      'ear,f,dBHL,theta50',
      (ear, hz, level) => `${ear},${hz},${level},${level - 2.5}`,
    );
    expect(readingsIn(text.replace('left,500,20,', 'left,500,25,'))).toEqual({
      ...{ right: [10, 15, 20, 25], left: [25, 25, 30, 35] },
      codes: ['values-differ'],
    });
  });
});

const errorsIn = (text: string) => {
  const { ears, messages } = importAudiogram(text);
  expect(ears).toBeNull();
  return messages.map(({ code, place, facts }) => [code, Object.values(place).slice(1), facts]);
};

describe('an error names', () => {
  it.each([
    ['an unknown ear', 'both,500,20', 'unknown-ear', 'both'],
    ['a frequency too low', 'left,100,20', 'bad-frequency', '100'],
    ['a thousands separator', 'left,8.000,20', 'bad-frequency', '8.000'],
    ['a level too high', 'left,8000,125', 'bad-level', '125'],
    ['a level too low', 'left,8000,-15', 'bad-level', '-15'],
    ['a word for a level', 'left,8000,soft', 'bad-level', 'soft'],
    ['a hexadecimal level', 'left,8000,0x10', 'bad-level', '0x10'],
  ])('%s, with its line', (_name, line, code, found) => {
    expect(errorsIn(`${plain}\n${line}`)).toEqual([[code, [10], { found }]]);
  });

  it.each([
    ['no answer without a level', 'left,8000,,yes,', 'bad-level', ''],
    ['a mark that is none', 'left,8000,90,perhaps,', 'bad-mark', 'perhaps'],
    ['a flag that is none', 'left,8000,90,,fine', 'bad-mark', 'fine'],
  ])('%s', (_name, line, code, found) => {
    const marked = plain.replace('dBHL', 'dBHL,NR,flag').replaceAll(/(\d)$/gm, '$1,,');
    expect(errorsIn(`${marked}\n${line}`)).toEqual([[code, [10], { found }]]);
  });

  it('a line with a decimal comma where commas separate', () => {
    expect(errorsIn(`${plain}\nleft,250,12,5`)).toEqual([['uneven-line', [10], {}]]);
    expect(errorsIn(`${plain}\nleft,250`)).toEqual([['uneven-line', [10], {}]]);
  });

  it('values that contradict each other', () => {
    const facts = { ear: 'left', frequenciesHz: [500] };
    expect(errorsIn(`${plain}\nleft,500,25`)).toEqual([['repeated', [10], facts]]);
  });

  it('what is missing, once for each ear', () => {
    const some = plain.split('\n').filter((line) => !/right,500|left,(500|4000)/.test(line));
    expect(errorsIn(some.join('\n'))).toEqual([
      ['missing', [], { ear: 'right', frequenciesHz: [500] }],
      ['missing', [], { ear: 'left', frequenciesHz: [500, 4000] }],
    ]);
  });

  it('too many pitches', () => {
    const more = Array.from({ length: 13 }, (_, i) => `left,${5000 + i},20`);
    expect(errorsIn([plain, ...more].join('\n'))).toEqual([
      ['too-many-points', [], { ear: 'left' }],
    ]);
  });

  it.each([
    ['an empty file', '', 'empty'],
    ['only blank lines', ' \n\r\n\t', 'empty'],
    ['a header alone', 'ear,f,dBHL\n', 'empty'],
    ['no header', 'left,500,20', 'missing-column'],
    ['a picture', '\u0089PNG\r\n\u001A\n\0\0', 'missing-column'],
    ['two columns of one kind', 'ear,f,dBHL,level\nleft,500,20,20', 'repeated-column'],
    ['broken JSON', '{"ears":', 'not-json'],
    ['JSON of something else', '{"name":"x"}', 'unknown-form'],
    [
      'a later form of our own',
      '{"schema":"mimi-companion/hearing-test/2","ears":{"L":[],"R":[]}}',
      'unknown-form',
    ],
    ['an ear that is no list', '{"ears":{"L":{},"R":[]}}', 'unknown-form'],
    ['a row that is none', '[1]', 'unknown-form'],
    ['a value that is a list', '[{"ear":"L","f":[500],"dBHL":20}]', 'unknown-form'],
    ['no rows', '[]', 'empty'],
    ['nesting without end', '['.repeat(500_000), 'not-json'],
  ])('%s', (_name, text, code) => {
    expect(errorsIn(text)).toEqual([[code, [], {}]]);
  });

  it('a file that is too large, politely and at once', () => {
    const started = performance.now();
    expect(errorsIn('x'.repeat(MAX_FILE_CHARACTERS + 1))).toEqual([['too-large', [], {}]]);
    expect(errorsIn(`${plain}${'\n'.repeat(10_000)}`)).toEqual([['too-many-lines', [], {}]]);
    expect(errorsIn(`ear,f,dBHL\nleft,500,1${' '.repeat(900_000)}x`)).toHaveLength(1);
    expect(errorsIn(','.repeat(1_000_000))).toEqual([['missing-column', [], {}]]);
    expect(performance.now() - started).toBeLessThan(5000);
  });
});
