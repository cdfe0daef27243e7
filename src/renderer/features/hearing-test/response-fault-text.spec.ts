import { describe, expect, it } from 'vitest';
import { readFrequencyResponse } from '../../../hearing/frequency-response';
import { createMessages } from '../../../messages/catalogue';
import { responseFaultText } from './response-fault-text';

const said = (text: string, language: 'en' | 'de' = 'en'): string[] => {
  const read = readFrequencyResponse(text);
  if (read.status === 'read') return [];
  return read.faults.map((fault) => responseFaultText(createMessages(language), fault));
};

describe('what is said about a response file', () => {
  it('names the line at fault, each of them', () => {
    const text = 'frequency,raw\n250,0\nabc,1\n200,1\n8000,999\n';
    expect(said(text)).toEqual([
      'Line 3: There is no frequency and level to be read here.',
      'Line 4: This frequency is not above the one before it.',
      'Line 5: No headphones measure like this: frequencies are 1 to 96,000 Hz, levels -200 to 200 dB.',
    ]);
    expect(said(text, 'de').map((one) => one.slice(0, 7))).toEqual(
      [3, 4, 5].map((line) => `Zeile ${line}`),
    );
  });

  it('says that levels are no response, such as another column of the file', () => {
    const [only, ...others] = said('250,80\n1000,0\n8000,80\n');
    expect(only).toMatch(/30 dB/);
    expect(others).toEqual([]);
  });

  it.each([
    ['words', 'not a response', /frequency and level/],
    ['part of the range', '500,0\n8000,0', /250 to 8,000 Hz/],
    ['far too much', Array.from({ length: 5001 }, (_, i) => `${i + 200},0`).join('\n'), /5,000/],
  ])('is about the whole file where it holds %s', (_name, text, words) => {
    expect(said(text)).toEqual([expect.stringMatching(words)]);
  });
});
