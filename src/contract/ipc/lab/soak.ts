import { z } from 'zod';
import { SOAK_LIMITS } from '../../lab-words';
import { event, invoke } from '../define';

/** One window of time: what was measured in it. */
const sampleSchema = z.strictObject({
  /** Milliseconds since the start of the soak at the window's end. */
  atMs: z.number().nonnegative(),
  swaps: z.int().nonnegative(),
  failed: z.int().nonnegative(),
  /** Milliseconds a swap took: median and 95th percentile; null when none ended in the window. */
  p50Ms: z.number().nullable(),
  p95Ms: z.number().nullable(),
  /** Bytes: the JavaScript heap in use, and all that the process holds in memory. */
  heapBytes: z.number().nonnegative(),
  residentBytes: z.number().nonnegative(),
});

const viewSchema = z.strictObject({
  revision: z.int().nonnegative(),
  status: z.enum(['idle', 'preparing', 'running', 'done', 'stopped', 'failed']),
  source: z.enum(['scratch', 'real']),
  /** Swaps asked for, made so far, and of those failed. */
  wanted: z.int().nonnegative(),
  swaps: z.int().nonnegative(),
  failed: z.int().nonnegative(),
  /** Over the whole soak; null before the first swap. */
  p50Ms: z.number().nullable(),
  p95Ms: z.number().nullable(),
  maxMs: z.number().nullable(),
  /** Swaps a second reached. */
  perSecond: z.number().nonnegative(),
  /** At most 240 windows: they grow longer with the soak. */
  samples: z.array(sampleSchema).max(240),
});

const startSchema = z.strictObject({
  swaps: z.int().min(1).max(SOAK_LIMITS.swaps),
  perSecond: z.number().min(0.1).max(SOAK_LIMITS.perSecond),
  /** `scratch`: that many new ids in a process and on a service of their own. `real`: ids of the Lab, by their entry. */
  ids: z.discriminatedUnion('source', [
    z.strictObject({
      source: z.literal('scratch'),
      count: z.int().min(2).max(SOAK_LIMITS.ids),
    }),
    z.strictObject({
      source: z.literal('real'),
      entries: z.array(z.string().max(64)).min(2).max(SOAK_LIMITS.ids),
    }),
  ]),
});

export type SoakView = z.infer<typeof viewSchema>;
export type SoakSample = z.infer<typeof sampleSchema>;
export type SoakStart = z.infer<typeof startSchema>;

/** Swapping between ids for a long time, with what it costs. */
export const labSoak = {
  view: invoke(z.void(), viewSchema),
  /** Begins; `lab/busy` while one runs. What comes of it is told by `changed`. */
  start: invoke(startSchema, z.void()),
  stop: invoke(z.void(), z.void()),
  /** Asks where, then writes every swap of the last soak as CSV. Errors: app/file-not-written. */
  saveCsv: invoke(z.void(), z.enum(['saved', 'cancelled'])),
  /** At most five a second. */
  changed: event(viewSchema),
};
