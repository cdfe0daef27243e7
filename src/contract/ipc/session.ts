import { z } from 'zod';
import { invoke } from './define';

const yearOfBirthInput = z.strictObject({ yearOfBirth: z.int().min(1800).max(2200) });

/** How logging in by an id ended, as the guide has it; a failure is the call's error. */
const loginOutcomeSchema = z.enum(['success', 'skipped', 'cancelled']);

export const session = {
  /**
   * Onboarding's last step: creates a new anonymous user and submits the year of birth. With a creation
   * pending it goes on with the same id. Errors: input/too-young, input/year-out-of-range, service/*, session/*.
   */
  createProfile: invoke(yearOfBirthInput, z.void()),
  /** Logs in the profile kept on this computer. */
  continueKeptProfile: invoke(z.void(), loginOutcomeSchema),
  /**
   * Reads an anonymousId from the clipboard in main, trims it and logs it in: the id never enters a page.
   * Skipped when there is none. Errors: session/invalid-id-format, session/unknown-id, service/*.
   */
  pasteAnonymousId: invoke(z.void(), loginOutcomeSchema),
  /** Submits the year of birth of the current user. */
  submitYearOfBirth: invoke(yearOfBirthInput, z.void()),
  /** Cancels what runs: nothing of the current profile changes. */
  cancel: invoke(z.void(), z.void()),
  /** Re-reads user and profile from the service. */
  refresh: invoke(z.void(), z.void()),
  /** Reads the secret store again after it could not be read. */
  retryStorage: invoke(z.void(), z.void()),
  /** Sets the unreadable store aside (the file is kept) and starts without a profile. Needs the typed word. */
  startOver: invoke(z.strictObject({ confirmation: z.string().max(32) }), z.void()),
  /** Keeps the id in a file with its key beside it (0600), where no keyring can be had. */
  allowKeyFile: invoke(z.void(), z.void()),
  /** Puts the id on the clipboard for 60 seconds. */
  copyAnonymousId: invoke(z.void(), z.strictObject({ clearsAfterSeconds: z.int() })),
  /** Asks where, then writes everything the service holds about the user as JSON. */
  exportData: invoke(z.void(), z.enum(['saved', 'cancelled'])),
  /** Removes id, tokens and profile from this computer; the service keeps the profile. */
  removeFromComputer: invoke(z.void(), z.void()),
  /** Deletes the profile on the service and on this computer. Needs the typed word. */
  deleteProfile: invoke(z.strictObject({ confirmation: z.string().max(32) }), z.void()),
};
