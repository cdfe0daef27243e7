import { z } from 'zod';
import { ERROR_CODES } from '../errors';
import { invoke } from './define';

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

/** One of two profiles to choose from. Times in milliseconds since 1970. */
const sideSchema = z.strictObject({
  /** Four dots, a thin space and the last four characters. */
  maskedId: z.string().max(9),
  madeAt: z.number(),
  /** Where its newest hearing test came from; null when it has none. */
  basis: z.enum(['ptt', 'import', 'age']).nullable(),
  /** Hearing tests it has. */
  tests: z.int().nonnegative(),
  /** When it was last measured or brought; null without a test. */
  testedAt: z.number().nullable(),
  /** When a product last used it; null when that is not known. */
  usedAt: z.number().nullable(),
});

/** Both profiles of a conflict. `gone`: the service knows the account's one no more. */
const comparisonSchema = z.strictObject({
  here: sideSchema,
  account: z.union([sideSchema, z.literal('gone')]),
});

export type ProfileSide = z.infer<typeof sideSchema>;
export type Comparison = z.infer<typeof comparisonSchema>;

/**
 * The account at a partner that keeps the profile's id; its sign-in happens in the browser alone. Errors of all:
 * partner/not-configured, partner/unreachable, partner/refused, partner/sign-in-again, partner/clock, secrets/*.
 */
export const partner = {
  /** Opens the browser and waits, at most 10 minutes, for the person to come back from there. */
  signIn: invoke(z.void(), z.enum(['signed-in', 'cancelled'])),
  /** Opens the browser again for the sign-in that waits. Errors: partner/no-browser. */
  openAgain: invoke(z.void(), z.void()),
  /** Puts an address to open instead on the clipboard; false: no sign-in waits for the person. No window sees it. */
  copyAddress: invoke(z.void(), z.boolean()),
  /** Gives up the sign-in that waits: nothing has changed. */
  cancelSignIn: invoke(z.void(), z.void()),
  /** Asks the partner again what the account has. */
  look: invoke(z.void(), z.void()),
  /** Opens the account's profile; the one open here, if any, is kept. Errors: session/*, service/*. */
  openAccountProfile: invoke(z.void(), z.void()),
  /** Stores the profile open here with the account, which has none. */
  store: invoke(z.void(), z.void()),
  /** Looks at both profiles of a conflict without changing either. Errors: service/*, partner/changed-meanwhile. */
  compare: invoke(z.void(), comparisonSchema),
  /**
   * Decides a conflict as it was compared. `here`: the account gets the profile open here; `account`: its own is
   * opened. The other id is kept on this computer. Errors: partner/changed-meanwhile, service/*, session/*.
   */
  choose: invoke(z.strictObject({ profile: z.enum(['here', 'account']) }), z.void()),
  /** Takes the profile off the account; it stays here. Errors: partner/changed-meanwhile. */
  unlink: invoke(z.void(), z.void()),
  /** Signs out and keeps the profile here or removes it. Errors: partner/not-stored. */
  signOut: invoke(z.strictObject({ profile: z.enum(['keep', 'remove']) }), z.void()),
};
