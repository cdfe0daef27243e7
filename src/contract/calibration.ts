import { z } from 'zod';
import {
  COUPLER_IDS,
  FULL_SCALE_DB_SPL,
  HEADPHONES_IDS,
  type Calibration,
} from '../hearing/calibration';

/** dB SPL of a full-scale sine at 1 kHz. */
const splAtFullScaleDb = z.number().min(FULL_SCALE_DB_SPL.least).max(FULL_SCALE_DB_SPL.most);

/** What is known about the headphones in use, as a window tells it. */
export const calibrationSchema = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('measured'),
    coupler: z.enum(COUPLER_IDS),
    splAtFullScaleDb,
  }),
  z.strictObject({
    type: z.literal('model'),
    headphones: z.enum(HEADPHONES_IDS),
    splAtFullScaleDb,
  }),
  z.strictObject({
    type: z.literal('response-file'),
    name: z.string().min(1).max(200),
    fit: z.enum(['in-ear', 'over-ear']),
    points: z
      .array(
        z.strictObject({
          frequencyHz: z.number().min(1).max(96_000),
          responseDb: z.number().min(-200).max(200),
        }),
      )
      .min(2)
      .max(5000)
      .readonly(),
    splAtFullScaleDb,
  }),
  z.strictObject({ type: z.literal('unknown'), splAtFullScaleDb }),
]) satisfies z.ZodType<Calibration>;
