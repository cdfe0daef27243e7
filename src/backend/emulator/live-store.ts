import { z } from 'zod';
import { Refusal } from '../problem';
import { PEPPER_KEYS } from '../storage/migrations';
import type { Db, OpenedDatabase, Store, Write } from '../storage/store';
import { createKeys } from '../tokens';

const CLOCK = 'emulator-clock-offset';
/** A century in milliseconds: further than any test needs, and far from what a date cannot hold. */
export const MAX_OFFSET_MS = 100 * 366 * 24 * 3_600_000;

/** What the clock of a sandbox shows, in milliseconds; `now` since 1970. */
export const clockSchema = z.strictObject({ now: z.int(), offsetMs: z.int() });

export type ClockView = z.infer<typeof clockSchema>;

/** The storage of a sandbox, whose clock can be moved and whose pepper an import can replace. */
export interface LiveStore {
  readonly dialect: OpenedDatabase['dialect'];
  /**
   * The storage for one request. With PostgreSQL it is told anew what other instances changed. A write is taken back
   * where the pepper was replaced since: what it hashed would be found by nobody.
   */
  current(): Promise<Store>;
  /** Writes for what replaces the pepper itself. */
  readonly write: Write;
  readonly clock: {
    view(): Promise<ClockView>;
    /** Sets the distance from the real time. Throws `invalid_request` beyond a century. */
    setOffset(change: (offsetMs: number) => number): Promise<ClockView>;
    /** The time as of the last request. */
    now(): number;
  };
  /** The pepper of the database as of the last request. */
  readonly pepper: () => string;
  /** Reads clock and pepper again, after they were changed here. */
  reload(): Promise<void>;
}

const isStill = async (trx: Db, pepper: string): Promise<boolean> => {
  const meta = trx.selectFrom('meta').select('value').where('key', '=', 'pepper');
  return (await meta.executeTakeFirst())?.value === pepper;
};

const readMeta = async (db: Db) => {
  const rows = await db
    .selectFrom('meta')
    .selectAll()
    .where('key', 'in', [CLOCK, 'pepper'])
    .execute();
  return new Map(rows.map(({ key, value }) => [key, value]));
};

/** Sets what the whole database is keyed with. All tokens become worthless. */
export const replacePepper = async (db: Db, pepper: string): Promise<void> => {
  await db.updateTable('meta').set({ value: pepper }).where('key', 'in', PEPPER_KEYS).execute();
};

/** Creates the storage of a sandbox on an open database. `now` is the real time in milliseconds. */
export const createLiveStore = async (
  { store, dialect }: OpenedDatabase,
  deps: {
    readonly now: () => number;
    readonly randomBytes: (size: number) => Uint8Array;
  },
): Promise<LiveStore> => {
  const { db } = store;
  let [pepper, keys, offset] = ['', store.keys, 0];
  const now = (): number => deps.now() + offset;

  const reload = async (): Promise<void> => {
    const meta = await readMeta(db);
    const read = meta.get('pepper') ?? '';
    if (read !== pepper) [pepper, keys] = [read, createKeys(read, deps.randomBytes)];
    offset = Number(meta.get(CLOCK) ?? 0);
  };

  const setOffset = async (change: (offsetMs: number) => number): Promise<ClockView> => {
    for (;;) {
      const before = (await readMeta(db)).get(CLOCK);
      const next = Math.round(change(Number(before)));
      if (!(Math.abs(next) <= MAX_OFFSET_MS)) throw new Refusal('invalid_request');
      // Only if nobody was faster: two that advance the clock at once both count.
      const { numUpdatedRows } = await store.write((trx) =>
        trx
          .updateTable('meta')
          .set({ value: String(next) })
          .where('key', '=', CLOCK)
          .where('value', '=', before ?? '')
          .executeTakeFirst(),
      );
      if (numUpdatedRows === 0n) continue;
      await reload();
      return { now: now(), offsetMs: offset };
    }
  };

  await store.write((trx) =>
    trx
      .insertInto('meta')
      .values({ key: CLOCK, value: '0' })
      .onConflict((conflict) => conflict.doNothing())
      .execute(),
  );
  await reload();
  return {
    dialect,
    current: async () => {
      // The only writer of a SQLite file is this process, which knows what it wrote.
      if (dialect === 'postgres') await reload();
      const asked = pepper;
      const write: Write = (task) =>
        store.write(async (trx) => {
          const result = await task(trx);
          // Last: a statement before may have waited until the other was there.
          if (!(await isStill(trx, asked))) throw new Refusal('internal');
          return result;
        });
      return { ...store, write, keys, now };
    },
    write: store.write,
    clock: {
      setOffset,
      now,
      view: async () => {
        await reload();
        return { now: now(), offsetMs: offset };
      },
    },
    pepper: () => pepper,
    reload,
  };
};
