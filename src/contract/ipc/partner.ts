import { z } from 'zod';
import { invoke } from './define';

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
