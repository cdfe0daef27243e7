import { createHash } from 'node:crypto';
import { z } from 'zod';
import { ESTIMATE_FREQUENCIES_HZ, medianThreshold } from '../../hearing/age-estimate';
import type { EarThreshold, HearingTest } from '../../hearing/hearing-test';
import type { Store } from '../storage/store';

/** Accounts made in one write. */
const CHUNK = 200;
/** The first seeded account was made here; each further one a minute later. Not now, or a seed would not be the same twice. */
const BEGIN = Date.UTC(2025, 0, 1);
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

export const seedSchema = z.strictObject({
  /** The same seed gives the same accounts with the same ids, everywhere. */
  seed: z.string().min(1).max(64),
  count: z.int().min(1).max(1_000_000),
  product: z.string().min(1).max(64).default('seed'),
  testsPerAccount: z.int().min(0).max(20).default(0),
  /** Tells the anonymousIds of what was made now, of the first thousand at most. */
  reveal: z.boolean().default(false),
});

export type SeedRequest = z.infer<typeof seedSchema>;

const digest = (...parts: (string | number)[]): Buffer =>
  createHash('sha256').update(parts.join('\0')).digest();

/** A UUID in the form of version 4, made of a digest. */
const uuidOf = (bytes: Buffer): string => {
  const hex = bytes.toString('hex');
  const variant = ((bytes.readUInt8(8) & 0x3f) | 0x80).toString(16);
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `4${hex.slice(13, 16)}`,
    `${variant}${hex.slice(18, 20)}`,
    hex.slice(20, 32),
  ].join('-');
};

const seededTest = (noise: Buffer, takenAt: number, yearOfBirth: number): HearingTest => {
  const age = 2025 - yearOfBirth;
  const ear = (at: number): EarThreshold[] =>
    ESTIMATE_FREQUENCIES_HZ.map((frequencyHz, i) => ({
      frequencyHz,
      // Around the median of the age, with a difference per ear and a smaller one per frequency.
      theta50DbHl: Math.round(
        medianThreshold('unknown', age, frequencyHz) +
          (noise.readUInt8(at) / 255) * 20 -
          5 +
          (noise.readUInt8((at + i + 2) % 32) / 255) * 4,
      ),
      sdDb: null,
      presentations: 0,
      flag: 'ok',
    }));
  const ears = { left: ear(0), right: ear(1) };
  return { source: 'import', id: uuidOf(noise), takenAt, yearOfBirth, levels: 'known', ears };
};

/** The n-th account of a seed. */
const seededAccount = ({ seed, testsPerAccount }: SeedRequest, n: number) => {
  const createdAt = BEGIN + n * MINUTE;
  const yearOfBirth = 1935 + (digest(seed, 'year', n).readUInt8(0) % 70);
  return {
    anonymousId: uuidOf(digest(seed, 'id', n)),
    userId: uuidOf(digest(seed, 'user', n)),
    createdAt,
    yearOfBirth,
    tests: Array.from({ length: testsPerAccount }, (_, k) =>
      seededTest(digest(seed, 'test', n, k), createdAt + (k + 1) * DAY, yearOfBirth),
    ),
  };
};

type SeededAccount = ReturnType<typeof seededAccount>;

/** Stores those that are neither there nor were deleted; returns them. */
const storeChunk = (
  { write, keys }: Store,
  product: string,
  accounts: readonly SeededAccount[],
): Promise<SeededAccount[]> =>
  write(async (trx) => {
    const hashed = accounts.map((account) => {
      return { account, idHash: keys.hash('anonymous-id', account.anonymousId) };
    });
    const hashes = hashed.map(({ idHash }) => idHash);
    const dead = await trx
      .selectFrom('tombstones')
      .selectAll()
      .where('id_hash', 'in', hashes)
      .execute();
    const isDead = new Set(dead.map((row) => row.id_hash));
    const rows = hashed.flatMap(({ account: { userId, createdAt, yearOfBirth }, idHash }) => {
      if (isDead.has(idHash)) return [];
      const born = { created_at: createdAt, year_of_birth: yearOfBirth };
      return [{ user_id: userId, id_hash: idHash, product, settings: '{}', ...born }];
    });
    if (rows.length === 0) return [];
    const added = await trx
      .insertInto('users')
      .values(rows)
      .onConflict((conflict) => conflict.doNothing())
      .returning('user_id')
      .execute();
    const isNew = new Set(added.map((row) => row.user_id));
    const made = accounts.filter(({ userId }) => isNew.has(userId));
    const tests = made.flatMap(({ userId, tests }) =>
      tests.map((test) => ({
        user_id: userId,
        id: test.id,
        taken_at: test.takenAt,
        body: JSON.stringify(test),
      })),
    );
    // In parts: a statement has so many parameters at most.
    for (let at = 0; at < tests.length; at += 1_000) {
      await trx
        .insertInto('hearing_tests')
        .values(tests.slice(at, at + 1_000))
        .execute();
    }
    return made;
  });

/** Makes the accounts of a seed that are not there yet. Others are served meanwhile. */
export const seedAccounts = async (store: Store, request: SeedRequest) => {
  const anonymousIds: string[] = [];
  let created = 0;
  for (let at = 0; at < request.count; at += CHUNK) {
    const length = Math.min(CHUNK, request.count - at);
    const chunk = Array.from({ length }, (_, i) => seededAccount(request, at + i));
    const made = await storeChunk(store, request.product, chunk);
    created += made.length;
    if (request.reveal && anonymousIds.length < 1_000) {
      anonymousIds.push(...made.map((account) => account.anonymousId));
    }
  }
  const skipped = request.count - created;
  return { created, skipped, anonymousIds: anonymousIds.slice(0, 1_000) };
};
