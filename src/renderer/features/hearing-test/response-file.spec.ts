import { describe, expect, it } from 'vitest';
import { parseResponse } from './response-file';

const points = [
  { frequencyHz: 250, responseDb: -1.5 },
  { frequencyHz: 1000, responseDb: 0 },
  { frequencyHz: 8000, responseDb: 4 },
];

describe('parseResponse', () => {
  it.each([
    ['commas', '250,-1.5\n1000,0\n8000,4\n'],
    ['semicolons', '250;-1.5\r\n1000;0\r\n8000;4'],
    ['tabs, and a comment', '* measured\n250\t-1.5\n1000\t0\n8000\t4'],
    ['blanks', '250 -1.5\n1000  0\n 8000 4'],
    ['names', '\uFEFFFrequency (Hz),dB\n250,-1.5\n1000,0\n8000,4'],
    ['a column called raw', 'frequency,target,raw\n250,9,-1.5\n1000,9,0\n8000,9,4'],
  ])('reads %s', (_name, text) => expect(parseResponse(text)).toEqual(points));

  it.each([
    ['nothing', ''],
    ['words', 'not a response'],
    ['one point', '1000,0'],
    ['a missing level', '250,1\n1000,\n8000,2'],
    ['frequencies that fall', '8000,1\n250,2'],
    ['a frequency twice', '250,1\n250,2\n8000,2'],
    ['levels nobody measures', '250,1\n8000,900'],
    ['nothing where a test plays', '20,1\n100,2'],
    ['a picture', '\u0089PNG\r\n\u001a\n\u0000\u0000'],
    ['too many lines', Array.from({ length: 5001 }, (_, i) => `${250 + i},0`).join('\n')],
  ])('refuses %s', (_name, text) => expect(parseResponse(text)).toBeNull());
});
