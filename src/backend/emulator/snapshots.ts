import { sql } from 'kysely';
import { z } from 'zod';
import { Refusal } from '../problem';
import type { Schema } from '../storage/schema';
import type { Db } from '../storage/store';
import { removeEverything } from './accounts';
import type { AloneWrite } from './alone';
import { replacePepper, type LiveStore } from './live-store';

/** A snapshot is a copy of all accounts in the same database. */
const MAX_SNAPSHOTS = 20;

export const snapshotNameSchema = z.string().regex(/^[a-z0-9][a-z0-9._-]{0,63}$/);

export const snapshotSchema = z.strictObject({
  name: snapshotNameSchema,
  /** Milliseconds since 1970, by the clock of the service. */
  madeAt: z.int(),
  accounts: z.int().nonnegative(),
});

export type Snapshot = z.infer<typeof snapshotSchema>;

/** What a snapshot holds, users before what belongs to them. No sessions: all end when it is restored. */
const TABLES = {
  users: [
    'user_id',
    'id_hash',
    'product',
    'created_at',
    'disabled_at',
    'year_of_birth',
    'settings',
  ],
  tombstones: ['id_hash'],
  hearing_tests: ['user_id', 'id', 'taken_at', 'body'],
  deleted_hearing_tests: ['user_id', 'id', 'deleted_at'],
} as const satisfies { [T in keyof Schema]?: readonly (keyof Schema[T])[] };

const tables = Object.entries(TABLES).map(([name, columns]) => ({
  table: sql.id(name),
  copy: sql.id(`emulator_snapshot_${name}`),
  columns: sql.join(columns.map((column) => sql.id(column))),
}));

/** Makes the tables that snapshots lie in. */
export const prepareSnapshots = (alone: AloneWrite): Promise<void> =>
  alone(async (trx) => {
    await sql`CREATE TABLE IF NOT EXISTS emulator_snapshots
      (name text PRIMARY KEY, made_at bigint NOT NULL, accounts bigint NOT NULL, pepper text NOT NULL)`.execute(
      trx,
    );
    for (const { table, copy, columns } of tables) {
      await sql`CREATE TABLE IF NOT EXISTS ${copy} AS
        SELECT CAST('' AS text) AS snapshot, ${columns} FROM ${table} WHERE 1 = 0`.execute(trx);
    }
  });

interface SnapshotRow extends Snapshot {
  readonly pepper: string;
}

const withoutPepper = ({ name, madeAt, accounts }: SnapshotRow): Snapshot => ({
  name,
  madeAt,
  accounts,
});

const find = async (trx: Db, name: string): Promise<SnapshotRow> => {
  const found = await sql<SnapshotRow>`SELECT name, made_at AS "madeAt", accounts, pepper
    FROM emulator_snapshots WHERE name = ${name}`.execute(trx);
  const [row] = found.rows;
  if (row === undefined) throw new Refusal('not_found');
  return row;
};

const drop = async (trx: Db, name: string): Promise<void> => {
  for (const { copy } of tables) {
    await sql`DELETE FROM ${copy} WHERE snapshot = ${name}`.execute(trx);
  }
  await sql`DELETE FROM emulator_snapshots WHERE name = ${name}`.execute(trx);
};

/** Snapshots of all accounts by name. Unknown names throw `not_found`. */
export interface Snapshots {
  list(): Promise<Snapshot[]>;
  /** Replaces one of the same name. Throws `invalid_request` beyond 20. */
  make(name: string): Promise<Snapshot>;
  /** Puts all accounts back as they were; all sessions end. */
  restore(name: string): Promise<Snapshot>;
  remove(name: string): Promise<void>;
}

/** Creates the snapshots of a sandbox whose tables are prepared. */
export const createSnapshots = (live: LiveStore, alone: AloneWrite): Snapshots => {
  const list = async (db: Db): Promise<Snapshot[]> => {
    const found = await sql<Snapshot>`SELECT name, made_at AS "madeAt", accounts
      FROM emulator_snapshots ORDER BY made_at, name`.execute(db);
    return found.rows.map((row) => ({ ...row }));
  };
  return {
    list: async () => list((await live.current()).db),
    make: (name) =>
      alone(async (trx, { now }) => {
        await drop(trx, name);
        if ((await list(trx)).length >= MAX_SNAPSHOTS) throw new Refusal('invalid_request');
        await sql`INSERT INTO emulator_snapshots (name, made_at, accounts, pepper)
          SELECT ${name}, ${now()}, (SELECT count(*) FROM users), value
          FROM meta WHERE key = 'pepper'`.execute(trx);
        for (const { table, copy, columns } of tables) {
          await sql`INSERT INTO ${copy} (snapshot, ${columns})
            SELECT ${name}, ${columns} FROM ${table}`.execute(trx);
        }
        return withoutPepper(await find(trx, name));
      }),
    restore: (name) =>
      alone(async (trx) => {
        const found = await find(trx, name);
        await removeEverything(trx, live.dialect);
        await replacePepper(trx, found.pepper);
        for (const { table, copy, columns } of tables) {
          await sql`INSERT INTO ${table} (${columns})
            SELECT ${columns} FROM ${copy} WHERE snapshot = ${name}`.execute(trx);
        }
        return withoutPepper(found);
      }),
    remove: (name) =>
      alone(async (trx) => {
        await find(trx, name);
        await drop(trx, name);
      }),
  };
};
