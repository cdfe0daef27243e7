import { crc32, deflateSync } from 'node:zlib';

/**
 * Turns an X window dump of 32 bits per pixel, as Xvfb keeps its screen, into a PNG file. Throws on
 * any other layout.
 */
export function pngFromDump(dump: Buffer): Buffer {
  const field = (index: number): number => dump.readUInt32BE(index * 4);
  const [headerSize, version, width, height] = [field(0), field(1), field(4), field(5)];
  const [byteOrder, bitsPerPixel, stride, colours] = [field(7), field(11), field(12), field(19)];
  if (version !== 7 || byteOrder !== 0 || bitsPerPixel !== 32) {
    throw new Error('The screen has a layout that cannot be read');
  }
  const start = headerSize + colours * 12;
  const rowLength = 1 + width * 3;
  const rows = Buffer.alloc(height * rowLength);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const from = start + y * stride + x * 4;
      const to = y * rowLength + 1 + x * 3;
      rows[to] = dump[from + 2] ?? 0;
      rows[to + 1] = dump[from + 1] ?? 0;
      rows[to + 2] = dump[from] ?? 0;
    }
  }
  return png(width, height, rows);
}

function png(width: number, height: number, rows: Buffer): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8); // 8 bits, RGB, no interlace
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(data.length, 0);
  frame.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
}
