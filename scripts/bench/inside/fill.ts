import { randomUUID } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import Libsql from 'libsql';
import { report } from './report';

interface Row {
  readonly user_id: string;
  readonly body: string;
}

/** Copies the one stored test of a profile into a past of `count` tests: the newest stays what it was. */
const fill = (path: string, count: number): void => {
  const database = new Libsql(path);
  const row = database.prepare('SELECT user_id, body FROM hearing_tests').get() as Row | undefined;
  if (!row) throw new Error('No test is stored yet');
  const newest = JSON.parse(row.body) as { readonly takenAt: number };
  const insert = database.prepare('INSERT INTO hearing_tests VALUES (?, ?, ?, ?)');
  database.exec('BEGIN');
  for (let n = 1; n < count; n += 1) {
    const test = { ...newest, id: randomUUID(), takenAt: newest.takenAt - n * 86_400_000 };
    insert.run(row.user_id, test.id, test.takenAt, JSON.stringify(test));
  }
  database.exec('COMMIT');
  database.close();
};

const folder = process.argv[2];
if (folder === undefined) throw new Error('Give the folder of a profile');
const path = readdirSync(folder, { recursive: true, encoding: 'utf8' }).find((name) =>
  name.endsWith('service.db'),
);
if (path === undefined) throw new Error('There is no service data');
fill(join(folder, path), Number(process.env['BENCH_TESTS']));
report({});
