import type { z } from 'zod';
import type { RecordsRead } from '../mimi-core/ports';
import type { SessionRecords } from '../mimi-core/records';
import type { labSchema } from './records-schema';

/** What testers keep, in their order. */
type LabRecords = z.infer<typeof labSchema>;

/** An id a tester keeps under a name. */
export type LabId = LabRecords['ids'][number];

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
