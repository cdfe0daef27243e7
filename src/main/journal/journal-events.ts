import { z } from 'zod';
import { ERROR_CODES } from '../../contract/errors';
import { FAULT_CALLS, FAULT_KINDS } from '../../contract/fault-vocabulary';
import { secretEventSchema } from '../secrets/secret-events';

const UUID = /[0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{12}/i;
/** Words of our own are short or hold no digit; ids, tokens and keys are neither. */
const SECRET_LIKE = /(?=[\w-]{16,})[A-Za-z_-]*\d|[\w-]{40,}|eyJ/;

const isHarmless = (text: string): boolean => !UUID.test(text) && !SECRET_LIKE.test(text);

/** A name out of the program's own text: short, no spaces, nothing that could be an id or a token. */
const name = z
  .string()
  .max(64)
  .regex(/^[A-Za-z0-9'/_.:>-]+$/)
  .refine(isHarmless);
/** The path of a service call, without query. */
const path = z
  .string()
  .max(120)
  .regex(/^\/[A-Za-z0-9/_.:-]*$/)
  .refine(isHarmless);
const milliseconds = z.number().nonnegative();
const version = z.string().regex(/^\d{1,4}\.\d{1,4}\.\d{1,4}(-[a-z]{1,8}\.\d{1,4})?$/);
const errorCode = z.enum(ERROR_CODES);

const sessionEvents = [
  z.strictObject({ type: z.literal('session/transition'), row: name, from: name, to: name }),
  z.strictObject({
    type: z.literal('session/published'),
    version: z.int().nonnegative(),
    loading: name,
    hasUser: z.boolean(),
  }),
  z.strictObject({
    type: z.literal('session/request'),
    method: name,
    path,
    outcome: name,
    ms: milliseconds,
    attempt: z.int().nonnegative(),
  }),
  z.strictObject({ type: z.literal('outbox/delivery'), entry: name, outcome: name }),
] as const;

const appEvents = [
  z.strictObject({ type: z.literal('app/started'), version, electron: version }),
  z.strictObject({ type: z.literal('app/quit') }),
  z.strictObject({
    type: z.literal('app/crashed'),
    process: z.enum(['main', 'renderer', 'gpu', 'utility']),
    reason: z.enum([
      'uncaught-exception',
      'unhandled-rejection',
      'crashed',
      'killed',
      'oom',
      'launch-failed',
      'integrity-failure',
      'abnormal-exit',
      'other',
    ]),
  }),
  z.strictObject({ type: z.literal('ipc/refused'), channel: name, code: errorCode }),
  z.strictObject({ type: z.literal('settings/reset') }),
  z.strictObject({ type: z.literal('settings/write-failed') }),
  /** An event that could have carried something it must not; only this is left of it. */
  z.strictObject({ type: z.literal('journal/refused') }),
] as const;

const labEvents = [
  /** A simulated fault went on or off, or met a request. */
  z.strictObject({
    type: z.literal('lab/fault'),
    change: z.enum(['on', 'off', 'met']),
    kind: z.enum([...FAULT_KINDS, 'refresh-refused']),
    call: z.enum(['all', ...FAULT_CALLS]),
  }),
  /** Something a tester did, `row` the place of an id in their table from 1: never the id. */
  z.strictObject({
    type: z.literal('lab/operation'),
    operation: name,
    row: z.int().positive().nullable(),
    outcome: name,
    ms: milliseconds,
  }),
] as const;

/** Every event the journal takes. Each field is on this list or the event does not get in. */
export const journalEventSchema = z.discriminatedUnion('type', [
  secretEventSchema,
  ...sessionEvents,
  ...appEvents,
  ...labEvents,
]);

export type JournalEvent = z.infer<typeof journalEventSchema>;
