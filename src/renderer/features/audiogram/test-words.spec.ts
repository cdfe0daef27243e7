import { describe, expect, it } from 'vitest';
import { fromReading, type EarThreshold, type HearingTest } from '../../../hearing/hearing-test';
import { importAudiogram, MAX_FILE_CHARACTERS } from '../../../hearing/exchange/import-audiogram';
import { createMessages } from '../../../messages/catalogue';
import { findingText } from './finding-text';
import { readFile } from './read-file';
import { averagesText, cellOf, describe as describeTest } from './test-words';

const messages = createMessages('en');
const at = (reading: number, more: Partial<EarThreshold> = {}): EarThreshold => ({
  ...{ frequencyHz: 1000, theta50DbHl: fromReading(reading), sdDb: null, presentations: 0 },
  flag: 'ok',
  ...more,
});
const flat = (level: number) => [500, 1000, 2000, 4000].map((hz) => at(level, { frequencyHz: hz }));
const imported = (right: number, left: number): HearingTest => ({
  ...{ id: 'x', takenAt: 0, yearOfBirth: 1966, source: 'import', levels: 'known' },
  ears: { right: flat(right), left: flat(left) },
});

describe('a threshold in a table', () => {
  it.each([
    [at(20), '20'],
    [at(-5), '\u22125'],
    [at(-0.2), '0'],
    [at(20.4, { sdDb: 1.6 }), '20\u00A0±\u00A02'],
    [at(90, { flag: 'no-response' }), 'more than 90'],
    [at(-10, { flag: 'floor' }), '\u221210 or less'],
  ])('%o reads %s', (threshold, text) => expect(cellOf(messages, threshold)).toBe(text));
});

describe('averages', () => {
  it.each([
    [10, 15, 'below 20 dB'],
    [35, 20, '20 to 35 dB'],
    [70, 64.9, '50 to 65 dB'],
    [120, 95, '95 dB and more'],
  ])('of %d and %d dB lie in the range %s', (right, left, range) => {
    expect(averagesText(messages, imported(right, left))).toContain(`better ear: ${range}.`);
  });

  it('never name a grade, and are left out of an estimate', () => {
    const text = averagesText(messages, imported(40, 45)) ?? '';
    expect(text).toContain('right ear 40 dB, left ear 45 dB');
    expect(text).not.toMatch(/moderate|loss|diagnos/i);
    expect(averagesText(messages, { ...imported(40, 45), source: 'age' })).toBeNull();
  });
});

it('describes a chart in one breath', () => {
  expect(describeTest(messages, imported(10, 40))).toMatch(
    /500 to 4000 hertz.*10 and 10.*40 and 40/,
  );
});

it('describes a tone that was not heard as lying beyond its level', () => {
  const [loudest, ...rest] = flat(90);
  const unheard = { ...loudest!, flag: 'no-response' as const };
  const test = { ...imported(10, 40), ears: { right: flat(10), left: [unheard, ...rest] } };
  expect(describeTest(messages, test)).toContain('and more than 90 decibels');
});

describe('findings', () => {
  const said = (text: string) =>
    importAudiogram(text).messages.map((finding) => findingText(messages, finding));

  it('name their place and what is there', () => {
    expect(said('ear,f,dBHL\nboth,500,20')).toEqual([
      'Line 2: “both” is no ear. Right or left is meant to stand there.',
    ]);
    expect(said('[{"ear":"L","f":50,"dBHL":20}]')).toEqual([
      'Entry 1: “50” is no frequency from 125 to 8000 Hz.',
    ]);
    expect(said('ear,f,dBHL\nleft,500,20')).toEqual([
      'Right ear: still needs 500, 1000, 2000, 4000 Hz.',
      'Left ear: still needs 1000, 2000, 4000 Hz.',
    ]);
  });
});

describe('a file', () => {
  const text = 'ear,f,dBHL\nboth,500,20';
  const file = (bytes: Uint8Array<ArrayBuffer>, size = bytes.length) => ({
    size,
    arrayBuffer: () => Promise.resolve(bytes.buffer),
  });
  const utf16 = new Uint8Array([0xff, 0xfe, ...Buffer.from(text, 'utf16le')]);

  it('is read in the encodings spreadsheets write', async () => {
    const expected = importAudiogram(text);
    expect(await readFile(file(new TextEncoder().encode(`\uFEFF${text}`)))).toEqual(expected);
    expect(await readFile(file(utf16))).toEqual(expected);
  });

  it('too large is not even read', async () => {
    const untouched = {
      size: MAX_FILE_CHARACTERS + 1,
      arrayBuffer: () => Promise.reject(new Error()),
    };
    expect((await readFile(untouched))?.messages[0]?.code).toBe('too-large');
  });

  it('that cannot be opened is told apart from a bad one', async () => {
    expect(await readFile({ size: 1, arrayBuffer: () => Promise.reject(new Error()) })).toBeNull();
  });
});
