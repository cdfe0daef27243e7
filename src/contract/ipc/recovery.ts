import { z } from 'zod';
import { MAX_PASSPHRASE_LENGTH } from '../passphrase';
import { file, invoke } from './define';

/** A secret: never logged and not kept longer than the call. */
const passphraseInput = z.strictObject({ passphrase: z.string().max(MAX_PASSPHRASE_LENGTH) });

/** What may be said of a kit before it is opened. */
const chosenKitSchema = z.strictObject({
  fileName: z.string().max(255),
  /** Milliseconds since 1970. */
  madeAt: z.int().nonnegative(),
});

export type ChosenKit = z.infer<typeof chosenKitSchema>;

/** How opening a profile by a picture of its code ended. */
const pictureOutcomeSchema = z.enum(['opened', 'already-open', 'cancelled']);

export type PictureOutcome = z.infer<typeof pictureOutcomeSchema>;

/** Where a file lies that the person dropped. */
const droppedInput = z.strictObject({ path: z.string().min(1).max(4096) });

const droppedSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('kit'), kit: chosenKitSchema }),
  z.strictObject({ type: z.literal('picture'), outcome: pictureOutcomeSchema }),
]);

export const recovery = {
  /**
   * Asks where, then writes the current profile as an encrypted file.
   * Errors: kit/passphrase-too-short, kit/too-large, session/no-user, service/*, app/file-not-written.
   */
  saveKit: invoke(passphraseInput, z.enum(['saved', 'cancelled'])),
  /**
   * Asks where, then writes a page to print as a PDF file. The id can be read on it: say so before.
   * Errors: session/no-user, app/file-not-written.
   */
  savePage: invoke(z.void(), z.enum(['saved', 'cancelled'])),
  /**
   * Asks for the file and reads what stands outside its encryption; main keeps it for `restoreKit`.
   * Errors: kit/not-a-kit, kit/damaged, kit/newer-version, kit/too-large, kit/file-not-read.
   */
  chooseKit: invoke(z.void(), z.union([chosenKitSchema, z.literal('cancelled')])),
  /**
   * Opens the kit chosen last and logs its profile in; nothing changes unless that succeeds. `already-open`: it is
   * the profile that is open now. Errors: kit/*, session/*, service/*, secrets/*.
   */
  restoreKit: invoke(passphraseInput, z.enum(['restored', 'already-open', 'cancelled'])),
  /**
   * Asks for a picture of a printed code and logs its profile in; nothing changes unless that succeeds. The picture
   * is read in a window of its own, and the id never enters this one. Errors: picture/*, kit/file-not-read,
   * session/*, service/*, secrets/*.
   */
  openPicture: invoke(z.void(), pictureOutcomeSchema),
  /** Takes a file that was dropped: as `chooseKit` does for a kit, as `openPicture` for a picture. Errors: of both. */
  openDropped: file(droppedInput, droppedSchema),
  /** Stops a restoring that runs: nothing of the current profile changes. */
  cancel: invoke(z.void(), z.void()),
  /** The last step on the way to a profile was seen: from now on there is the quiet reminder at most. */
  lastStepSeen: invoke(z.void(), z.void()),
  /** Takes the reminder to save a kit off the screen, for good. */
  dismissReminder: invoke(z.void(), z.void()),
};
