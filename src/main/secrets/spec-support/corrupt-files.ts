import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, truncateSync } from 'node:fs';
import { writeFileSync } from 'node:fs';

/** One way a file can be found after a crash, a full disk, another program or a person with an editor. */
export interface CorruptFile {
  readonly name: string;
  /** Does it to the file at `path`, which may not exist yet. */
  readonly apply: (path: string) => void;
}

const bytesOf = (path: string): Buffer =>
  existsSync(path) ? readFileSync(path) : Buffer.from('{"theme":"dark"}');

const bytes = (name: string, change: (good: Buffer) => Buffer | string): CorruptFile => ({
  name,
  apply: (path) => {
    const changed = change(bytesOf(path));
    rmSync(path, { force: true, recursive: true });
    writeFileSync(path, changed);
  },
});

const replaced = (name: string, make: (path: string) => void): CorruptFile => ({
  name,
  apply: (path) => {
    rmSync(path, { force: true, recursive: true });
    make(path);
  },
});

const flip = (good: Buffer, index: number, bit: number): Buffer => {
  const copy = Buffer.from(good);
  const at = ((index % copy.length) + copy.length) % copy.length;
  copy[at] = (copy[at] ?? 0) ^ (1 << bit);
  return copy;
};

const cutAt = (share: number) => (good: Buffer) =>
  good.subarray(0, Math.floor(good.length * share));
const fill = (length: number, value: number) => () => Buffer.alloc(length, value);
const deep = (depth: number): string => '['.repeat(depth) + ']'.repeat(depth);
const utf16be = (good: Buffer): Buffer => Buffer.from(good.toString(), 'utf16le').swap16();

/** 66 kinds, by hand. None of them is content the app itself would write. */
export const CORRUPT_FILES: readonly CorruptFile[] = [
  bytes('empty', () => ''),
  bytes('one NUL', fill(1, 0)),
  bytes('NULs of the same length', (good) => Buffer.alloc(good.length, 0)),
  bytes('a block of NULs', fill(4096, 0)),
  bytes('a block of 0xff', fill(4096, 0xff)),
  bytes('first half NULs', (good) => Buffer.concat([Buffer.alloc(8), good.subarray(8)])),
  bytes('last bytes NULs', (good) => Buffer.concat([good.subarray(0, -8), Buffer.alloc(8)])),
  bytes('NULs appended', (good) => Buffer.concat([good, Buffer.alloc(512)])),
  ...[0.01, 0.1, 0.25, 0.5, 0.75, 0.9, 0.99].map((share) =>
    bytes(`cut at ${share * 100} %`, cutAt(share)),
  ),
  bytes('last byte missing', (good) => good.subarray(0, -1)),
  bytes('first byte missing', (good) => good.subarray(1)),
  bytes('byte added in front', (good) => Buffer.concat([Buffer.from('x'), good])),
  bytes('byte added at the end', (good) => Buffer.concat([good, Buffer.from('x')])),
  bytes('written twice', (good) => Buffer.concat([good, good])),
  bytes('halves swapped', (good) => {
    const middle = Math.floor(good.length / 2);
    return Buffer.concat([good.subarray(middle), good.subarray(0, middle)]);
  }),
  bytes('reversed', (good) => Buffer.from(good).reverse()),
  bytes('first bit flipped', (good) => flip(good, 0, 0)),
  bytes('high bit of first byte flipped', (good) => flip(good, 0, 7)),
  bytes('last bit flipped', (good) => flip(good, -1, 0)),
  bytes('high bit in the middle flipped', (good) => flip(good, good.length >> 1, 7)),
  bytes('every high bit set', (good) => Buffer.from(good.map((byte) => byte | 0x80))),
  bytes('utf-8 byte order mark', (good) => Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), good])),
  bytes('utf-16 little endian', (good) => Buffer.from(good.toString(), 'utf16le')),
  bytes('utf-16 with mark', (good) => Buffer.from(`\ufeff${good.toString()}`, 'utf16le')),
  bytes('utf-16 big endian', utf16be),
  bytes('invalid utf-8', () => Buffer.from('7b2274686568ff65223a', 'hex')),
  bytes('base64 of itself', (good) => good.toString('base64')),
  bytes('hex of itself', (good) => good.toString('hex')),
  bytes('a JSON text of itself', (good) => JSON.stringify(good.toString())),
  bytes('in an array', (good) => `[${good.toString()}]`),
  bytes('in an object', (good) => `{"data":${good.toString()}}`),
  bytes('trailing comma', (good) => good.toString().trimEnd().replace(/\}$/, ',}')),
  bytes('single quotes', (good) => good.toString().replaceAll('"', "'")),
  bytes('a comment in front', (good) => `// settings\n${good.toString()}`),
  bytes(
    'merge conflict',
    (good) => `<<<<<<< mine\n${good.toString()}\n=======\n{}\n>>>>>>> yours\n`,
  ),
  bytes('null', () => 'null'),
  bytes('true', () => 'true'),
  bytes('a number', () => '5'),
  bytes('a string', () => '"text"'),
  bytes('an empty array', () => '[]'),
  bytes('an array of numbers', () => '[1,2]'),
  bytes('NaN', () => 'NaN'),
  bytes('undefined', () => 'undefined'),
  bytes('__proto__', () => '{"__proto__":{"theme":"dark"}}'),
  bytes('constructor', () => '{"constructor":{"prototype":{"theme":"dark"}}}'),
  bytes('unknown field', () => '{"theme":"dark","extra":1}'),
  bytes('field of wrong type', () => '{"theme":5,"v":"one"}'),
  bytes('field out of its list', () => '{"theme":"purple"}'),
  bytes('fields null', () => '{"theme":null,"v":null,"language":null}'),
  bytes('internal field of the library', () => '{"__internal__":{"migrations":{"version":"9"}}}'),
  bytes('version zero', () => '{"v":0,"theme":"dark"}'),
  bytes('version a fraction', () => '{"v":1.5,"gen":1}'),
  bytes('nested 10,000 deep', () => deep(10_000)),
  bytes('nested 200,000 deep', () => deep(200_000)),
  bytes('an HTML page', () => '<!doctype html><title>Sign in</title>'),
  bytes('an SQLite header', () => 'SQLite format 3\0'),
  bytes('spaces only', () => '   \n\t  '),
  bytes('control characters', () => '{"theme":"da\u0000rk"}'),
  bytes('a lone surrogate', () => '{"theme":"\\ud800"}'),
  replaced('50 MB', (path) => {
    writeFileSync(path, '{');
    truncateSync(path, 50 * 1024 * 1024);
  }),
  replaced('a folder', (path) => mkdirSync(path)),
  replaced('a folder with a file', (path) => {
    mkdirSync(path);
    writeFileSync(`${path}/inside`, 'kept');
  }),
  replaced('a pipe', (path) => execFileSync('mkfifo', [path])),
  replaced('a dangling link', (path) => symlinkSync(`${path}-nowhere`, path)),
  replaced('a link to itself', (path) => symlinkSync(path, path)),
];
