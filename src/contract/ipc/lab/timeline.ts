import { z } from 'zod';
import { ROW_OUTCOMES } from '../../lab-words';
import { event, invoke } from '../define';

/** One event of the journal as a flat row. Its fields come through the journal's own list: names and numbers only. */
const timelineRowSchema = z.strictObject({
  /** Place in the one sequence, from 0 at the start of the app. */
  seq: z.int().nonnegative(),
  /** Milliseconds since 1970. */
  at: z.number(),
  /** `area/name`, such as `session/request`. */
  type: z.string().max(40),
  outcome: z.enum(ROW_OUTCOMES),
  /** The fields as one short text. */
  what: z.string().max(400),
  /** How long it took; null where nothing was timed. */
  ms: z.number().nonnegative().nullable(),
});

/** Rows by number, oldest first. */
const timelinePageSchema = z.strictObject({
  rows: z.array(timelineRowSchema),
  /** Number of the oldest event still kept. */
  first: z.int().nonnegative(),
  /** Number the next event will have. */
  next: z.int().nonnegative(),
});

export type TimelineRow = z.infer<typeof timelineRowSchema>;
export type TimelinePage = z.infer<typeof timelinePageSchema>;

const number = z.int().nonnegative();

/** What happened since the app started. */
export const labTimeline = {
  /** Up to `TIMELINE_PAGE` events from number `from` on, or from the oldest kept. */
  page: invoke(z.strictObject({ from: number }), timelinePageSchema),
  /** What came since the last of these, at most ten times a second; beyond one page only its newest rows. */
  appended: event(timelinePageSchema),
  /** Every field of one event, as [name, value]; none when it is not kept any more. */
  fields: invoke(
    z.strictObject({ seq: number }),
    z.array(z.tuple([z.string().max(40), z.string().max(200)])),
  ),
  /**
   * Asks where, and saves events as JSON lines or CSV: the numbers given, which a filter left, or all when null.
   * Errors: app/file-not-written.
   */
  save: invoke(
    z.strictObject({
      format: z.enum(['jsonl', 'csv']),
      seqs: z.array(number).max(100_000).nullable(),
    }),
    z.enum(['saved', 'cancelled']),
  ),
};
