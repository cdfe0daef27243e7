import { inflateSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { pngFromDump } from './picture';

/** A 2 x 1 dump with one colour map entry and padding after each row. */
function dump(change: Partial<Record<number, number>> = {}): Buffer {
  const fields: Record<number, number> = { 0: 104, 1: 7, 4: 2, 5: 1, 7: 0, 11: 32, 12: 12, 19: 1 };
  const header = Buffer.alloc(104 + 12);
  for (const [index, value] of Object.entries({ ...fields, ...change })) {
    header.writeUInt32BE(value!, Number(index) * 4);
  }
  const bluish = [0x33, 0x22, 0x11, 0];
  const red = [0, 0, 0xff, 0];
  return Buffer.concat([header, Buffer.from([...bluish, ...red, 9, 9, 9, 9])]);
}

it('turns the dump of a screen into a PNG of the same pixels', () => {
  const png = pngFromDump(dump());
  expect(png.subarray(1, 4).toString()).toBe('PNG');
  expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([2, 1]);
  const data = png.indexOf('IDAT');
  const pixels = inflateSync(png.subarray(data + 4, data + 4 + png.readUInt32BE(data - 4)));
  expect([...pixels]).toEqual([0, 0x11, 0x22, 0x33, 0xff, 0, 0]);
});

it('refuses a layout it does not know, rather than draw noise', () => {
  expect(() => pngFromDump(dump({ 11: 16 }))).toThrow('cannot be read');
  expect(() => pngFromDump(dump({ 1: 6 }))).toThrow('cannot be read');
});
