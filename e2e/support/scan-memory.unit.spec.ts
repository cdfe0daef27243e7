import { describe, expect, it } from 'vitest';
import { canScanMemory, scanMemory, writableRegions } from './scan-memory';

describe('the memory scan', () => {
  it('looks at writable regions that hold a page, and at no others', () => {
    const region = (range: string, rights: string, rss: number): string =>
      `${range} ${rights} 00000000 00:00 0 [heap]\nSize: 8 kB\nRss: ${rss} kB\nSwap: 0 kB\n`;
    const smaps =
      region('1000-3000', 'rw-p', 8) +
      region('4000-5000', 'r-xp', 4) +
      region('6000-7000', 'rw-p', 0) +
      region('8000-9000', 'rw-s', 4);
    expect(writableRegions(smaps)).toEqual([
      { start: 0x1000, end: 0x3000 },
      { start: 0x8000, end: 0x9000 },
    ]);
  });

  it.runIf(canScanMemory)('finds what a process holds, in both encodings', async () => {
    const planted = ['planted', process.pid, 'here'].join('-');
    const held = [Buffer.from(planted, 'utf8'), Buffer.from(planted, 'utf16le')];
    const hits = await scanMemory([process.pid], [planted]);
    expect(hits).toEqual([
      { pid: process.pid, needle: 0, encoding: 'utf8' },
      { pid: process.pid, needle: 0, encoding: 'utf16le' },
    ]);
    expect(held).toHaveLength(2);
  });

  it('refuses a needle that is found everywhere', async () => {
    await expect(scanMemory([process.pid], ['a'])).rejects.toThrow('too short');
  });
});
