import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { encode } from 'uqr';
import type { Audiogram } from '../../hearing/audiogram';
import { kitPageHtml, type KitPage } from './kit-page';
import { SAMPLE_ID } from './spec-support/sample-kit';

const ear = [
  { frequencyHz: 250, thresholdDbHl: 10 },
  { frequencyHz: 8000, thresholdDbHl: 40 },
];

const htmlOf = (given: Partial<KitPage> = {}): string =>
  kitPageHtml({
    anonymousId: SAMPLE_ID,
    audiogram: { left: ear, right: ear },
    madeAt: 1_700_000_000_000,
    host: null,
    language: 'en',
    appName: 'Mimi Companion',
    ...given,
  }).html;

const bandsIn = (html: string): string[] =>
  [...html.matchAll(/<path class="(\w+)"/g)].map(([, name = '']) => name);

describe('the printed page', () => {
  it('holds the id exactly, once, and in eight groups of four that make it up', () => {
    const html = htmlOf();
    expect(html.split(SAMPLE_ID)).toHaveLength(2);
    const groups = [...html.matchAll(/<li>([0-9a-f]{4})<\/li>/g)].map(([, group]) => group);
    expect(groups).toHaveLength(8);
    expect(groups.join('')).toBe(SAMPLE_ID.replaceAll('-', ''));
  });

  it('holds the id alone as a code, every dark module of it', () => {
    const { data, size } = encode(SAMPLE_ID, { ecc: 'Q', border: 4 });
    const drawn = [...htmlOf().matchAll(/M(\d+) (\d+)h1v1h-1z/g)].map(([, x, y]) => `${x} ${y}`);
    const dark = data.flatMap((row, y) => row.flatMap((on, x) => (on ? [`${x} ${y}`] : [])));
    expect(drawn).toEqual(dark);
    expect(htmlOf()).toContain(`viewBox="0 0 ${size} ${size}"`);
  });

  it('can run nothing and load nothing but the font', () => {
    const { html, policy } = kitPageHtml({
      anonymousId: SAMPLE_ID,
      audiogram: null,
      madeAt: 0,
      host: null,
      language: 'en',
      appName: 'A',
    });
    expect(html).not.toMatch(/<script|<link|<img|<iframe|https?:(?!\/\/www\.w3\.org)|\son\w+=/);
    const style = /<style>(.*)<\/style>/s.exec(html)?.[1] ?? '';
    const hash = createHash('sha256').update(style).digest('base64');
    expect(policy).toBe(`default-src 'none'; style-src 'sha256-${hash}'; font-src 'self'`);
    expect(style.match(/url\([^#)]*\)/g)).toEqual(['url(/font.woff2)']);
  });

  it('draws the profile, an ear without thresholds left out, and none where there is none', () => {
    const onlyLeft: Audiogram = { left: ear, right: [] };
    expect(bandsIn(htmlOf()).toSorted()).toEqual(['left', 'right']);
    expect(bandsIn(htmlOf({ audiogram: onlyLeft }))).toEqual(['left']);
    expect(htmlOf({ audiogram: null })).not.toContain('class="ribbon"');
  });

  it('says in both languages what it opens and where, with its date', () => {
    expect(htmlOf()).toContain('14 November 2023');
    expect(htmlOf()).toContain('On another computer you need that file.');
    const remote = htmlOf({ language: 'de', host: 'profile.example.org' });
    expect(remote).toContain('14. November 2023');
    expect(remote).toContain('profile.example.org');
    expect(remote).not.toContain('Auf einem anderen Computer');
  });

  it('takes no markup from a name', () => {
    expect(htmlOf({ appName: '<b>"&' })).toContain('&lt;b&gt;&quot;&amp;');
    expect(htmlOf({ host: '<script>' })).not.toContain('<script>');
  });
});
