import { describe, expect, it, vi } from 'vitest';
import { toAppError } from '../../contract/errors';
import { MAX_PICTURE_BYTES, pictureType, readPicture } from './read-picture';
import { SAMPLE_ID } from './spec-support/sample-kit';

const png = Buffer.from('\x89PNG\r\n\x1a\n and more', 'latin1');
const { signal } = new AbortController();

const read = (answer: unknown, bytes = png): Promise<string> =>
  readPicture(bytes, async () => answer, signal).catch(
    (thrown: unknown) => toAppError(thrown).code,
  );

describe('a picture of a code', () => {
  it('is known by its first bytes', () => {
    expect(pictureType(png)).toBe('image/png');
    expect(pictureType(Buffer.from('\xff\xd8\xff\xe0', 'latin1'))).toBe('image/jpeg');
    expect(pictureType(Buffer.from('RIFF\x10\0\0\0WEBPVP8 ', 'latin1'))).toBe('image/webp');
  });

  it.each([
    ['picture/is-pdf', '%PDF-1.7'],
    ['picture/wrong-type', ''],
    ['picture/wrong-type', '<svg xmlns="http://www.w3.org/2000/svg"/>'],
    ['picture/wrong-type', 'GIF89a'],
    ['picture/wrong-type', 'RIFF\x10\0\0\0WAVE'],
  ])('is refused before any work: %s', async (code, text) => {
    const find = vi.fn();
    const reading = readPicture(Buffer.from(text, 'latin1'), find, signal);
    await expect(reading).rejects.toMatchObject({ code });
    expect(find).not.toHaveBeenCalled();
  });

  it('is refused before any work when it is too large', async () => {
    const find = vi.fn();
    const large = Buffer.concat([png, Buffer.alloc(MAX_PICTURE_BYTES)]);
    const reading = readPicture(large, find, signal);
    await expect(reading).rejects.toMatchObject({ code: 'picture/too-large' });
    expect(find).not.toHaveBeenCalled();
  });

  it('gives the id when there is exactly one code with exactly an id', async () => {
    expect(await read({ type: 'read', texts: [SAMPLE_ID] })).toBe(SAMPLE_ID);
  });

  it.each([
    ['picture/no-code', { type: 'read', texts: [] }],
    ['picture/several-codes', { type: 'read', texts: [SAMPLE_ID, 'x'] }],
    ['picture/not-a-key', { type: 'read', texts: [` ${SAMPLE_ID}`] }],
    ['picture/not-a-key', { type: 'read', texts: [SAMPLE_ID.toUpperCase()] }],
    ['picture/not-a-key', { type: 'read', texts: ['https://example.org'] }],
    ['picture/not-a-key', { type: 'read', texts: [''] }],
    ['picture/too-large', { type: 'too-large' }],
    ['picture/not-read', { type: 'not-read' }],
  ])('%s', async (code, answer) => {
    expect(await read(answer)).toBe(code);
  });

  it.each([
    undefined,
    null,
    'text',
    { type: 'read' },
    { type: 'read', texts: [SAMPLE_ID], more: 1 },
    { type: 'read', texts: [1] },
    { type: 'read', texts: ['x'.repeat(10_001)] },
    { type: 'read', texts: ['a', 'b', 'c'] },
    { type: 'session/unknown-id' },
  ])('is not believed when its window answers something else: %j', async (answer) => {
    expect(await read(answer)).toBe('picture/not-read');
  });
});
