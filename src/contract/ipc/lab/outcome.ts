import { z } from 'zod';
import { ERROR_CODES } from '../../errors';

/** How something a tester did ended, as the guide names results; `ms` from the call to its answer. */
export const labOutcomeSchema = z.strictObject({
  type: z.enum(['Success', 'Failure', 'Skipped', 'Cancelled']),
  /** Why it failed; null otherwise. */
  code: z.enum(ERROR_CODES).nullable(),
  ms: z.number().nonnegative(),
});

export type LabOutcomeView = z.infer<typeof labOutcomeSchema>;
