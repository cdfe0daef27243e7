import { z } from 'zod';
import type { HearingTest } from '../hearing/hearing-test';
import { testIdSchema } from './test-id';

const thresholdSchema = z.strictObject({
  frequencyHz: z.number().min(125).max(8000),
  theta50DbHl: z.number().min(-40).max(130),
  sdDb: z.number().min(0).max(60).nullable(),
  presentations: z.int().min(0).max(1000),
  flag: z.enum(['ok', 'floor', 'no-response', 'low-confidence']),
});

const earSchema = z
  .array(thresholdSchema)
  .min(1)
  .max(16)
  .refine((ear) => ear.every((at, i) => i === 0 || at.frequencyHz > (ear[i - 1]?.frequencyHz ?? 0)))
  .readonly();

/** Thresholds of both ears. */
export const earThresholdsSchema = z.strictObject({ left: earSchema, right: earSchema });

/** Thresholds found so far; an ear can still be empty. */
export const foundThresholdsSchema = z.strictObject({
  left: z.array(thresholdSchema).max(16).readonly(),
  right: z.array(thresholdSchema).max(16).readonly(),
});

/** Whether the levels of an audiogram are known in dB HL, or only its shape. */
export const levelKnowledgeSchema = z.enum(['known', 'relative']);

const base = {
  id: testIdSchema,
  takenAt: z.int().nonnegative(),
  order: z.int().nonnegative().optional(),
  yearOfBirth: z.int().min(1800).max(2200),
  ears: earThresholdsSchema,
};

/** A hearing test as it is stored, sent and exported. Frequencies ascend within an ear. */
export const hearingTestSchema = z.discriminatedUnion('source', [
  z.strictObject({ source: z.literal('age'), ...base }),
  z.strictObject({ source: z.literal('import'), ...base, levels: levelKnowledgeSchema }),
  z.strictObject({
    source: z.literal('ptt'),
    ...base,
    engine: z.enum(['bayesian', 'hughson-westlake']),
    tier: z.enum(['A', 'B', 'C']),
    device: z.strictObject({
      name: z.string().max(200).nullable(),
      headphones: z.string().max(200).nullable(),
      volume: z.number().min(0).max(1).nullable(),
    }),
    catchTrials: z.strictObject({ count: z.int().min(0).max(100), hits: z.int().min(0).max(100) }),
    retest1k: z.strictObject({ left: z.number().nullable(), right: z.number().nullable() }),
    confidence: z.enum(['ok', 'low']),
  }),
]) satisfies z.ZodType<HearingTest>;
