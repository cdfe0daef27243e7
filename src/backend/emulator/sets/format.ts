import { z } from 'zod';
import { hearingTestSchema } from '../../../contract/hearing-test';
import { shortTextSchema, userSettingsSchema } from '../../../contract/http/users';
import { testIdSchema } from '../../../contract/test-id';
import { pepperIdSchema, sealedPepperSchema } from './sealed-pepper';

/** A line of a set in bytes at most. */
export const MAX_LINE_BYTES = 256 * 1024;

const hash = z.string().regex(/^[0-9a-f]{64}$/);
const time = z.int().nonnegative();
const count = z.int().nonnegative();
const userId = z.string().regex(/^[0-9a-f-]{36}$/);

const headerSchema = z.strictObject({
  type: z.literal('set'),
  version: z.literal(1),
  exportedAt: time,
  /** Which pepper the hashes are made with. */
  pepperId: pepperIdSchema,
  /** The pepper itself, under the passphrase that was given; without it only its own sandbox can use the set. */
  pepper: sealedPepperSchema.optional(),
});

const userSchema = z.strictObject({
  type: z.literal('user'),
  userId,
  idHash: hash,
  product: shortTextSchema,
  createdAt: time,
  disabledAt: time.nullable(),
  yearOfBirth: z.int().min(1800).max(2200).nullable(),
  settings: userSettingsSchema,
});

const testSchema = z.strictObject({ type: z.literal('test'), userId, test: hearingTestSchema });

const deletedTestSchema = z.strictObject({
  type: z.literal('deleted-test'),
  userId,
  id: testIdSchema,
  deletedAt: time,
});

const tombstoneSchema = z.strictObject({ type: z.literal('deleted-user'), idHash: hash });

/** How many lines of each kind there are. */
export const setCountsSchema = z.strictObject({
  users: count,
  tests: count,
  deletedTests: count,
  deletedUsers: count,
});

/** A set that was cut off has none. */
const endSchema = z.strictObject({ type: z.literal('end'), ...setCountsSchema.shape });

/** A line of a set of accounts, one JSON object each: `set` first, `end` last, users before their tests. */
export const setLineSchema = z.discriminatedUnion('type', [
  headerSchema,
  userSchema,
  testSchema,
  deletedTestSchema,
  tombstoneSchema,
  endSchema,
]);

export type SetLine = z.infer<typeof setLineSchema>;
export type SetHeader = z.infer<typeof headerSchema>;
export type SetCounts = z.infer<typeof setCountsSchema>;
/** A line that is stored. */
export type SetRow = Exclude<SetLine, { type: 'set' | 'end' }>;

/** Which count a line adds to. */
export const COUNTED = {
  user: 'users',
  test: 'tests',
  'deleted-test': 'deletedTests',
  'deleted-user': 'deletedUsers',
} as const satisfies Record<SetRow['type'], keyof SetCounts>;

export const NO_LINES: SetCounts = { users: 0, tests: 0, deletedTests: 0, deletedUsers: 0 };
