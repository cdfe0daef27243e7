import type { FaultCall, FaultKind } from '../../contract/fault-vocabulary';

/** Requests kept; the oldest go first. */
export const KEPT_REQUESTS = 1_000;

/** A request as it is recorded: no body, no header, no id of a person. */
export interface RecordedRequest {
  /** Counts up from 1 as long as the instance runs. */
  readonly number: number;
  readonly requestId: string;
  /** Milliseconds since 1970, by the real clock. */
  readonly at: number;
  readonly method: string;
  /** The pattern, never the path. */
  readonly route: string;
  readonly call: FaultCall | null;
  /** Null where a fault broke the connection or never answered. */
  readonly status: number | null;
  /** The code of a problem, or why an id or token was refused. */
  readonly code: string | null;
  readonly ms: number;
  readonly requestBytes: number;
  /** Faults that it met. */
  readonly faults: readonly FaultKind[];
}

/** What to show of the recorded requests; `after` is a number, `status` a whole one or its first digit. */
export interface RecordFilter {
  readonly call?: FaultCall | undefined;
  readonly method?: string | undefined;
  readonly status?: number | undefined;
  readonly after?: number | undefined;
  readonly limit: number;
}

/** The last requests of this instance. */
export interface Recorder {
  add(request: Omit<RecordedRequest, 'number'>): void;
  /** Oldest first; with a limit the newest of those that fit. */
  list(filter: RecordFilter): readonly RecordedRequest[];
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
