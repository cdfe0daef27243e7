import { join } from 'node:path';
import { z } from 'zod';
import { testIdSchema } from '../../contract/test-id';
import type { PureToneTest } from '../../hearing/hearing-test';
import type { Answer, ThresholdTestConfig } from '../../hearing/threshold-test/types';
import type { SecretStore } from '../secrets/secret-store';
import { createUserFile, type UserFile } from '../secrets/user-file';

const MAX_BYTES = 4 * 1024 * 1024;

const spontaneousPresses = z.int().min(0);

const answerSchema = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('response'),
    reactionTimeMs: z.number().min(0),
    spontaneousPresses,
  }),
  z.strictObject({ type: z.literal('silence'), spontaneousPresses }),
  z.strictObject({ type: z.literal('discarded'), spontaneousPresses }),
]) satisfies z.ZodType<Answer>;

const configSchema = z.strictObject({
  engine: z.enum(['bayesian', 'hughson-westlake']),
  seed: z.int().min(0).max(0xffff_ffff),
  age: z.number().nullable(),
  firstEar: z.enum(['left', 'right']),
  frequenciesHz: z.array(z.number()),
  floorDbHl: z.number(),
  ceilingDbHl: z.record(z.string(), z.number()),
}) satisfies z.ZodType<ThresholdTestConfig>;

const deviceSchema = z.strictObject({
  name: z.string().nullable(),
  headphones: z.string().nullable(),
  volume: z.number().nullable(),
}) satisfies z.ZodType<PureToneTest['device']>;

/** All there is to know of an unfinished test: a test follows from its config and answers alone. */
const checkpointSchema = z.strictObject({
  /** Grows when the engines change so that the same answers would lead elsewhere. */
  v: z.literal(1),
  /** The user it was begun under, and will be stored under. */
  userId: z.string().min(1).max(200),
  /** Chosen when it began: stored twice it is one test. */
  testId: testIdSchema,
  yearOfBirth: z.int(),
  /** Milliseconds since 1970. */
  startedAt: z.int(),
  /** Of the last answer; the time a finished test was taken at. */
  answeredAt: z.int(),
  /** The least of the calibrations it was taken with. */
  tier: z.enum(['A', 'B', 'C']),
  /** Where a tone was asked for that the calibration of the time did not allow: the loudest one played, in dB HL. */
  cappedDbHl: z.record(z.string(), z.number()),
  device: deviceSchema,
  config: configSchema,
  answers: z.array(answerSchema),
});

export type Checkpoint = z.infer<typeof checkpointSchema>;

/** The unfinished test of each user. */
export type Checkpoints = UserFile<Checkpoint>;

/** The unfinished tests kept in a data folder. */
export const createCheckpoints = (folder: string, secrets: SecretStore): Checkpoints =>
  createUserFile({
    path: join(folder, 'unfinished-test.json'),
    maxBytes: MAX_BYTES,
    secrets,
    schema: checkpointSchema,
  });
