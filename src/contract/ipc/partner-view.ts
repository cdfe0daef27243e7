import { z } from 'zod';
import { ERROR_CODES } from '../errors';

/** Where the profile of this computer and the one of the account stand to each other. */
export const PARTNER_STATUSES = [
  /** Nobody is signed in. */
  'signed-out',
  /** The partner's sign-in has ended by itself: sign in again. */
  'expired',
  /** Signed in; what the account has is not known yet. */
  'checking',
  /** No profile, neither here nor with the account: one made now is stored with the account. */
  'ready',
  /** No profile is open here; the account has one, and it is being opened. */
  'opening',
  /** No profile is open here; the account has one that could be opened. */
  'available',
  /** The profile here waits to be stored with the account. */
  'waiting',
  /** The account has the profile that is open here. */
  'linked',
  /** The account has none, and the one here is not to be stored by itself. */
  'unlinked',
  /** The account has another one than is open here: the person chooses. */
  'conflict',
] as const;

/** The partner account in the snapshot; null there where no partner is configured. */
export const partnerSchema = z.strictObject({
  /** The partner's name, as configured. */
  name: z.string().max(60),
  status: z.enum(PARTNER_STATUSES),
  /** What the partner calls the account; null when it does not say. */
  account: z.string().max(200).nullable(),
  /** A sign-in that runs: waiting for the person in the browser, or where none opened, or for the partner after that. */
  signIn: z.enum(['browser', 'no-browser', 'finishing']).nullable(),
  /** The profile open here is stored with another account of the same partner. */
  belongsToOther: z.boolean(),
  /** Why the partner could not be asked last time; null when it could. */
  trouble: z.enum(ERROR_CODES).nullable(),
});

export type PartnerView = z.infer<typeof partnerSchema>;
