import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { execOnFile } from '../storage/sqlite';

type Damage = (path: string) => void;

const rewrite =
  (change: (bytes: Buffer) => Buffer): Damage =>
  (path) =>
    writeFileSync(path, change(readFileSync(path)));

const overwrite = (offset: number, bytes: Uint8Array): Damage =>
  rewrite((whole) => {
    whole.set(bytes, offset);
    return whole;
  });

const replaced =
  (make: Damage): Damage =>
  (path) => {
    rmSync(path);
    make(path);
  };

const sql =
  (...statements: string[]): Damage =>
  (path) =>
    execOnFile(path, 'rw', statements);

const newDatabase = (...statements: string[]): Damage =>
  replaced((path) => {
    writeFileSync(path, '');
    execOnFile(path, 'rw', statements);
  });

/** One bit of a hash that stands in a table and in its index, and nowhere else. */
const indexAstray = rewrite((bytes) => {
  const places = [...bytes.toString('latin1').matchAll(/[0-9a-f]{64}/g)];
  const inTwo = places.filter(
    ([hash], at) =>
      places.slice(0, at).some(([one]) => one === hash) &&
      places.filter(([one]) => one === hash).length === 2,
  );
  if (inTwo[0] === undefined) throw new Error('no hash with an index');
  const last = inTwo[0].index + 63;
  bytes.writeUInt8(bytes.readUInt8(last) ^ 1, last);
  return bytes;
});

/** Ways a main file can be lost, by name. Each is applied to a closed, used database. */
export const DAMAGES: Readonly<Record<string, Damage>> = {
  'no bytes': rewrite(() => Buffer.alloc(0)),
  'one byte': rewrite(() => Buffer.from('S')),
  text: rewrite(() => Buffer.from('not a database')),
  json: rewrite(() => Buffer.from('{"users":[]}')),
  html: rewrite(() => Buffer.from('<!doctype html>'.repeat(500))),
  NULs: rewrite((bytes) => Buffer.alloc(bytes.length)),
  ones: rewrite((bytes) => Buffer.alloc(bytes.length, 0xff)),
  noise: rewrite((bytes) => randomBytes(bytes.length)),
  'a byte order mark in front': rewrite((bytes) => Buffer.concat([Buffer.from('\ufeff'), bytes])),
  'another magic': overwrite(0, Buffer.from('SQLite format 2\0')),
  'another page size': overwrite(16, Buffer.from([0x02, 0x00])),
  'header only': rewrite((bytes) => bytes.subarray(0, 100)),
  'first page only': rewrite((bytes) => bytes.subarray(0, 4096)),
  'cut in half': rewrite((bytes) => bytes.subarray(0, bytes.length / 2)),
  'cut inside the last page': rewrite((bytes) => bytes.subarray(0, bytes.length - 1000)),
  'second page of NULs': overwrite(4096, new Uint8Array(4096)),
  'last page of noise': rewrite((bytes) =>
    Buffer.concat([bytes.subarray(0, bytes.length - 4096), randomBytes(4096)]),
  ),
  'pages swapped': rewrite((bytes) =>
    Buffer.concat([
      bytes.subarray(0, 4096),
      bytes.subarray(8192, 12288),
      bytes.subarray(4096, 8192),
      bytes.subarray(12288),
    ]),
  ),
  'an index that disagrees with its table': indexAstray,
  'schema cells of noise': overwrite(3000, randomBytes(1096)),
  'an empty database': newDatabase('CREATE TABLE x (a)', 'DROP TABLE x'),
  "another program's database": newDatabase('CREATE TABLE users (name TEXT)'),
  'a letter of its schema changed': rewrite((bytes) => {
    const at = bytes.indexOf('"timestamp" varchar');
    bytes.write('time3tamp', at + 1);
    return bytes;
  }),
  'a text that is none': rewrite((bytes) => {
    bytes.writeUInt8(0xff, bytes.indexOf('companion', bytes.indexOf('INSERT')));
    return bytes;
  }),
  'another pepper': sql(
    "UPDATE meta SET value = iif(value LIKE '0%', '1', '0') || substr(value, 2) WHERE key = 'pepper'",
  ),
  'bytes for a number': sql("UPDATE users SET created_at = x'00'"),
  'no users table': sql('DROP TABLE users'),
  'no migrations': sql('DROP TABLE kysely_migration'),
  'no pepper': sql('DELETE FROM meta'),
  'a short pepper': sql("UPDATE meta SET value = 'abc'"),
  'a column renamed': sql('ALTER TABLE users RENAME COLUMN id_hash TO hash'),
  'a column dropped': sql('ALTER TABLE users DROP COLUMN settings'),
  'no tombstone trigger': sql('DROP TRIGGER user_leaves_tombstone'),
  'a session of nobody': sql(
    'PRAGMA foreign_keys = OFF',
    "INSERT INTO sessions VALUES ('a', 'nobody', 'c', 0, 1, 1)",
  ),
  'all users gone': sql('DROP TRIGGER user_leaves_tombstone', 'DELETE FROM users'),
  'a folder': replaced((path) => mkdirSync(path)),
  'a pipe': replaced((path) => execFileSync('mkfifo', [path])),
  'a dangling link': replaced((path) => symlinkSync('nowhere', path)),
  'a link to a folder': replaced((path) => symlinkSync('.', path)),
  'nothing at all': (path) => rmSync(path),
};
