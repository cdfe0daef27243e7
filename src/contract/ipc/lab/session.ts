import { z } from 'zod';
import { invoke } from '../define';
import { labOutcomeSchema } from './outcome';

/** Every call answers how it ended: a failure is an outcome, not an error of the call. */
export const labSession = {
  /** Ends the session on this computer; the id is kept. Skipped: nobody is logged in. */
  logout: invoke(z.void(), labOutcomeSchema),
  /** Makes the access token an expired one: the next request renews it first. Skipped: there is none. */
  expireToken: invoke(z.void(), labOutcomeSchema),
  /** The service refuses the next renewal, once: the engine then logs in by the id. */
  refuseNextRefresh: invoke(z.void(), labOutcomeSchema),
  /** Reads user and profile again. Skipped: nobody is logged in. */
  reload: invoke(z.void(), labOutcomeSchema),
  /** Deletes the user who is logged in, on the service and here. Needs the typed word, else input/confirmation-mismatch. */
  deleteUser: invoke(z.strictObject({ confirmation: z.string().max(32) }), labOutcomeSchema),
  /** Withdraws what the Lab runs (`running` of the snapshot). Skipped: nothing runs. */
  cancel: invoke(z.void(), labOutcomeSchema),
};
