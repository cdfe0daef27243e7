import { describe, expect, it } from 'vitest';
import { readFrequencyResponse } from './frequency-response';

const read = (text: string) => readFrequencyResponse(text);
const GOOD = 'frequency,raw,error\n20,1,0\n1000,2.5,0\n20000,-3,0\n';

describe('a response file', () => {
  it('is read by the names of its columns', () => {
    expect(read(GOOD)).toEqual({
      status: 'read',
      points: [
        { frequencyHz: 20, responseDb: 1 },
        { frequencyHz: 1000, responseDb: 2.5 },
        { frequencyHz: 20_000, responseDb: -3 },
      ],
    });
  });

  it.each([
    ['tabs, another order and quotes', '"SPL (dB)"\t"Freq(Hz)"\n1\t20\n2.5\t1000\n-3\t20000\n'],
    ['no heading', '20,1\n1000,2.5\n20000,-3'],
    ['blanks and comments', '* measured\n# by ear\n20 1\n1000   2.5\n\n20000 -3\n'],
    [
      'decimal commas and a byte order mark',
      '\uFEFFfrequency;raw\r\n20;1\r\n1000;2,5\r\n20000;-3\r\n',
    ],
  ])('may have %s', (_, text) => {
    expect(read(text)).toEqual(read(GOOD));
  });

  it('says what is wrong in which line, all of it', () => {
    expect(read('frequency,raw\n20,1\nx,1\n50\n40,2\n30,2\n200000,1\n300,999\n')).toEqual({
      status: 'refused',
      faults: [
        { line: 3, reason: 'not-two-numbers' },
        { line: 4, reason: 'not-two-numbers' },
        { line: 6, reason: 'not-ascending' },
        { line: 7, reason: 'out-of-range' },
        { line: 8, reason: 'out-of-range' },
      ],
    });
  });

  it.each([
    ['no-columns', ''],
    ['no-columns', '<!doctype html><title>Not found'],
    ['range-not-covered', '300,1\n8000,1'],
    ['range-not-covered', '20,1\n7999,1'],
    ['range-not-covered', 'frequency,raw'],
    ['implausible', '20,1\n1000,70\n20000,1'],
    ['too-many-points', Array.from({ length: 5001 }, (_, i) => `${20 + i * 4},0`).join('\n')],
  ])('as a whole: %s', (reason, text) => {
    expect(read(text)).toEqual({ status: 'refused', faults: [{ line: null, reason }] });
  });
});
