import { z } from 'zod';
import { FAULT_CALLS, FAULT_KINDS } from '../../contract/fault-vocabulary';

/** Requests kept; the oldest go first. */
export const KEPT_REQUESTS = 1_000;

/** A request as it is recorded: no body, no header, no id of a person. */
export const recordedSchema = z.strictObject({
  /** Counts up from 1 as long as the instance runs. */
  number: z.int().positive(),
  requestId: z.string(),
  /** Milliseconds since 1970, by the real clock. */
  at: z.int(),
  method: z.string(),
  /** The pattern, never the path. */
  route: z.string(),
  call: z.enum(FAULT_CALLS).nullable(),
  /** Null where a fault broke the connection or never answered. */
  status: z.int().nullable(),
  /** The code of a problem, or why an id or token was refused. */
  code: z.string().nullable(),
  ms: z.number(),
  requestBytes: z.int(),
  /** Faults that it met. */
  faults: z.array(z.enum(FAULT_KINDS)),
});

export type RecordedRequest = z.infer<typeof recordedSchema>;

/** What to show of the recorded requests; `after` is a number, `status` a whole one or its first digit. */
export const recordFilterSchema = z.object({
  call: z.enum(FAULT_CALLS).optional(),
  method: z.enum(['GET', 'POST', 'PUT', 'PATCH', 'DELETE']).optional(),
  status: z.coerce.number().int().min(1).max(599).optional(),
  after: z.coerce.number().int().nonnegative().optional(),
  limit: z.coerce.number().int().min(1).max(KEPT_REQUESTS).default(100),
});

export type RecordFilter = z.infer<typeof recordFilterSchema>;

/** The last requests of this instance. */
export interface Recorder {
  add(request: Omit<RecordedRequest, 'number'>): void;
  /** Oldest first; with a limit the newest of those that fit. */
  list(filter: RecordFilter): RecordedRequest[];
  clear(): void;
}

const fits =
  ({ call, method, status, after = 0 }: RecordFilter) =>
  (request: RecordedRequest): boolean =>
    request.number > after &&
    (call === undefined || request.call === call) &&
    (method === undefined || request.method === method) &&
    (status === undefined ||
      request.status === status ||
      (status < 10 && Math.floor((request.status ?? 0) / 100) === status));

/** Creates an empty recorder. */
export const createRecorder = (): Recorder => {
  let kept: RecordedRequest[] = [];
  let last = 0;
  return {
    add: (request) => {
      kept.push({ number: (last += 1), ...request });
      if (kept.length >= 2 * KEPT_REQUESTS) kept = kept.slice(-KEPT_REQUESTS);
    },
    list: (filter) => kept.slice(-KEPT_REQUESTS).filter(fits(filter)).slice(-filter.limit),
    clear: () => (kept = []),
  };
};
