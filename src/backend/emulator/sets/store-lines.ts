import { setImmediate } from 'node:timers/promises';
import { orderOf } from '../../../hearing/hearing-test';
import type { Db } from '../../storage/store';
import type { LineFault } from './check-set';
import type { SetLine, SetRow } from './format';
import type { NumberedLine } from './read-lines';

/** Rows stored at once. */
const CHUNK = 200;

interface NumberedRow<T extends SetRow = SetRow> {
  readonly line: number;
  readonly row: T;
}

type Rows<T extends SetRow['type']> = readonly NumberedRow<Extract<SetRow, { type: T }>>[];

const hashesAmong = async (trx: Db, table: 'users' | 'tombstones', hashes: readonly string[]) => {
  const found = await trx
    .selectFrom(table)
    .select('id_hash')
    .where('id_hash', 'in', hashes)
    .execute();
  return new Set(found.map((row) => row.id_hash));
};

const storeUsers = async (trx: Db, rows: Rows<'user'>): Promise<LineFault[]> => {
  const hashes = rows.map(({ row }) => row.idHash);
  const ids = rows.map(({ row }) => row.userId);
  const known = await trx
    .selectFrom('users')
    .select('user_id')
    .where('user_id', 'in', ids)
    .execute();
  const users = new Set(known.map((row) => row.user_id));
  const alive = await hashesAmong(trx, 'users', hashes);
  const dead = await hashesAmong(trx, 'tombstones', hashes);
  const faults = rows.flatMap(({ line, row }): LineFault[] => {
    if (users.has(row.userId) || alive.has(row.idHash)) return [{ line, reason: 'exists' }];
    return dead.has(row.idHash) ? [{ line, reason: 'deleted-here' }] : [];
  });
  if (faults.length > 0) return faults;
  await trx
    .insertInto('users')
    .values(
      rows.map(({ row }) => ({
        user_id: row.userId,
        id_hash: row.idHash,
        product: row.product,
        created_at: row.createdAt,
        disabled_at: row.disabledAt,
        year_of_birth: row.yearOfBirth,
        settings: JSON.stringify(row.settings),
      })),
    )
    .execute();
  return [];
};

const storeTests = async (trx: Db, rows: Rows<'test'>): Promise<void> => {
  const values = rows.map(({ row: { userId, test } }) => {
    const body = JSON.stringify(test);
    return { user_id: userId, id: test.id, taken_at: orderOf(test), body };
  });
  await trx.insertInto('hearing_tests').values(values).execute();
};

const storeDeletedTests = async (trx: Db, rows: Rows<'deleted-test'>): Promise<void> => {
  const values = rows.map(({ row: { userId, id, deletedAt } }) => {
    return { user_id: userId, id, deleted_at: deletedAt };
  });
  await trx.insertInto('deleted_hearing_tests').values(values).execute();
};

/** Whether an id belongs to a user of the set itself. */
type IsOfSet = (idHash: string) => boolean;

const storeTombstones = async (
  trx: Db,
  rows: Rows<'deleted-user'>,
  isOfSet: IsOfSet,
): Promise<LineFault[]> => {
  const hashes = rows.map(({ row }) => row.idHash);
  const alive = await hashesAmong(trx, 'users', hashes);
  const faults = rows.flatMap(({ line, row: { idHash } }): LineFault[] =>
    alive.has(idHash) && !isOfSet(idHash) ? [{ line, reason: 'exists' }] : [],
  );
  if (faults.length > 0) return faults;
  await trx
    .insertInto('tombstones')
    .values(hashes.map((id_hash) => ({ id_hash })))
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  // Deleted while the set was written: it was there as a user and then was not.
  await trx.deleteFrom('users').where('id_hash', 'in', hashes).execute();
  return [];
};

const ofType = <T extends SetRow['type']>(rows: readonly NumberedRow[], type: T): Rows<T> =>
  rows.filter((one): one is Rows<T>[number] => one.row.type === type);

/** Stores rows of one type. */
const storeRows = async (
  trx: Db,
  rows: readonly NumberedRow[],
  isOfSet: IsOfSet,
): Promise<LineFault[]> => {
  const type = rows[0]?.row.type;
  switch (type) {
    case 'user':
      return storeUsers(trx, ofType(rows, type));
    case 'test':
      await storeTests(trx, ofType(rows, type));
      return [];
    case 'deleted-test':
      await storeDeletedTests(trx, ofType(rows, type));
      return [];
    case 'deleted-user':
      return storeTombstones(trx, ofType(rows, type), isOfSet);
    case undefined:
      return [];
    default:
      return type satisfies never;
  }
};

/**
 * Stores the lines of a set that was checked, as part of a write. The lines that contradict what is here already; the
 * write must be taken back then.
 */
export const storeLines = async (
  trx: Db,
  lines: AsyncIterable<NumberedLine>,
  isOfSet: IsOfSet,
): Promise<LineFault[]> => {
  const faults: LineFault[] = [];
  let waiting: NumberedRow[] = [];
  const flush = async (): Promise<void> => {
    const rows = waiting;
    waiting = [];
    // What follows a line that was left out would fail for its sake only: users are still compared.
    if (faults.length > 0 && rows[0]?.row.type !== 'user') return;
    faults.push(...(await storeRows(trx, rows, isOfSet)));
    await setImmediate();
  };
  for await (const { line, text } of lines) {
    const row = JSON.parse(text ?? '') as SetLine;
    if (row.type === 'set' || row.type === 'end') continue;
    const isFull = waiting.length >= CHUNK || (waiting[0] && waiting[0].row.type !== row.type);
    if (isFull) await flush();
    waiting.push({ line, row });
  }
  await flush();
  return faults;
};
