import type { AnonymousId } from '../../contract/anonymous-id';
import type { ErrorCode } from '../../contract/errors';
import type { RecordsRead } from '../mimi-core/ports';
import type { ServiceId, SessionRecords } from '../mimi-core/records';

/** How logging in by an id ended last time; `ms` from the call to its answer. */
export interface LabOutcome {
  readonly type: 'Success' | 'Failure' | 'Skipped';
  /** Why it failed; null otherwise. */
  readonly code: ErrorCode | null;
  readonly ms: number;
}

/** An id a tester keeps under a name. */
export interface LabId {
  /** Names the row towards a window; never an id. */
  readonly key: string;
  readonly label: string;
  readonly anonymousId: AnonymousId;
  readonly service: ServiceId;
  readonly product: string;
  /** Milliseconds since 1970; null when it was never logged in from here. */
  readonly lastUsedAt: number | null;
  readonly lastOutcome: LabOutcome | null;
}

/** What testers keep, in their order. */
export interface LabRecords {
  readonly ids: readonly LabId[];
}

/**
 * All that one envelope holds. The session engine changes its own part and hands the rest on; a part is absent
 * where nobody ever used it, so that files written before it existed stay readable.
 */
export interface StoredRecords extends SessionRecords {
  readonly lab?: LabRecords;
}

/** What reading all records came to. */
export type StoredRecordsRead =
  | Exclude<RecordsRead, { status: 'present' }>
  | { readonly status: 'present'; readonly records: StoredRecords };
