import { z } from 'zod';
import { MAX_LAB_IDS, MAX_LABEL_LENGTH, MAX_NEW_USERS } from '../../lab-words';
import { MAX_PASSPHRASE_LENGTH } from '../../passphrase';
import { event, invoke } from '../define';
import { maskedIdSchema } from '../snapshot';
import { labOutcomeSchema } from './outcome';

/** Names a row; never an id. */
const key = z.string().min(1).max(64);
const label = z.string().max(MAX_LABEL_LENGTH);
const count = z.int().nonnegative();

const labIdSchema = z.strictObject({
  key,
  label,
  maskedId: maskedIdSchema,
  /** Product it was added in. */
  product: z.string().max(200),
  /** It belongs to the service in use; another one's is sent to nobody. */
  isUsable: z.boolean(),
  /** Host of the service it belongs to, `?` where it names none; null for the embedded one. */
  serviceHost: z.string().max(300).nullable(),
  /** It is logged in now. */
  isCurrent: z.boolean(),
  /** Milliseconds since 1970; null: never logged in from here. */
  lastUsedAt: z.number().nonnegative().nullable(),
  lastOutcome: labOutcomeSchema.nullable(),
});

export type LabIdView = z.infer<typeof labIdSchema>;

const idsViewSchema = z.strictObject({
  revision: count,
  /** In the tester's order. */
  ids: z.array(labIdSchema).max(MAX_LAB_IDS),
});

/** One line of what was pasted or read: its number from 1, never its text. */
const lineReportSchema = z.strictObject({
  line: z.int().positive(),
  status: z.enum([
    /** It is new: added, or to be added by `commitImport`. */
    'new',
    /** The id is in the table already. */
    'known',
    /** An earlier line of the same text has it. */
    'repeated',
    /** No id of the exact form on it. */
    'malformed',
    /** More than the table can hold. */
    'over-limit',
  ]),
  label,
});

/** What became of every line that was not blank. */
const linesReportSchema = z.strictObject({ lines: z.array(lineReportSchema) });

export type LinesReport = z.infer<typeof linesReportSchema>;

/** A file read for import. Nothing is added before `commitImport` names it. */
const previewSchema = z.strictObject({ importKey: key, report: linesReportSchema });

export type ImportPreview = z.infer<typeof previewSchema>;

/** `locked`: encrypted, to be opened by `openImport` first. */
const chosenImportSchema = z.discriminatedUnion('status', [
  z.strictObject({ status: z.literal('cancelled') }),
  z.strictObject({ status: z.literal('locked'), fileName: z.string().max(255) }),
  z.strictObject({
    status: z.literal('read'),
    fileName: z.string().max(255),
    preview: previewSchema,
  }),
]);

export type ChosenImport = z.infer<typeof chosenImportSchema>;

/** What is wanted of new users. */
const newUsersWishSchema = z.strictObject({
  count: z.int().min(1).max(MAX_NEW_USERS),
  /** Gets a number behind it where there are several. */
  label,
  /** Of all of them; none: each begins with onboarding. */
  yearOfBirth: z.int().min(1800).max(2200).optional(),
});

export type NewUsersWish = z.infer<typeof newUsersWishSchema>;

/** What came of it: an outcome other than Success says why it stopped before all were there. */
const newUsersSchema = z.strictObject({ created: count, outcome: labOutcomeSchema });

export type NewUsers = z.infer<typeof newUsersSchema>;

const passphrase = z.string().max(MAX_PASSPHRASE_LENGTH);

const exportWishSchema = z.discriminatedUnion('format', [
  z.strictObject({ format: z.literal('encrypted'), passphrase }),
  z.strictObject({ format: z.enum(['json', 'csv']) }),
]);

export type ExportWish = z.infer<typeof exportWishSchema>;

const byKey = z.strictObject({ key });

/** What may answer `lab/unknown-key`: everything that takes a key. */
export const labIds = {
  /** The whole table. Subscribe to `changed` first. */
  list: invoke(z.void(), idsViewSchema),
  /**
   * The table changed. `rows`: those that did, in no order, where only their content changed; null: ask `list`.
   */
  changed: event(
    z.strictObject({ revision: count, rows: z.array(labIdSchema).max(1000).nullable() }),
  ),
  /**
   * Adds the ids on the clipboard, one a line, alone or beside a label (`label, id`); main reads it. Lines that are
   * new are added, the others are reported. Errors: secrets/*.
   */
  paste: invoke(z.void(), linesReportSchema),
  /** Adds the id that is logged in now. Errors: session/no-user, secrets/*. */
  addCurrent: invoke(z.strictObject({ label }), z.void()),
  /**
   * Registers new users one after the other; who is logged in stays. Progress is `running` of the Lab's snapshot.
   * Errors: input/too-young, input/year-out-of-range, secrets/*.
   */
  createUsers: invoke(newUsersWishSchema, newUsersSchema),
  rename: invoke(z.strictObject({ key, label }), z.void()),
  /** Moves a row to the place `to`, counted from 0 without it. */
  move: invoke(z.strictObject({ key, to: count }), z.void()),
  /** Takes rows out of the table. Profiles stay on the service, and who is logged in or kept stays too. */
  remove: invoke(z.strictObject({ keys: z.array(key).min(1).max(MAX_LAB_IDS) }), z.void()),
  /** Shows one id in a small window of its own, which is destroyed after use. */
  reveal: invoke(byKey, z.void()),
  /** Puts one id on the clipboard for 60 seconds. */
  copy: invoke(byKey, z.strictObject({ clearsAfterSeconds: z.int() })),
  /** Logs the id in, as the guide does at start; the listener's window follows. Failures are outcomes. */
  swap: invoke(byKey, labOutcomeSchema),
  /** Logs in whatever is on the clipboard, as it is: blank is Skipped, any other form a Failure. */
  swapClipboard: invoke(z.void(), labOutcomeSchema),
  /**
   * Asks where, then writes the whole table: encrypted with a passphrase, or plain after a warning that has to be
   * confirmed. Errors: kit/passphrase-too-short, lab/too-large, app/file-not-written.
   */
  exportSet: invoke(exportWishSchema, z.enum(['saved', 'cancelled'])),
  /** Asks for a file and reads it. Errors: lab/not-a-set, lab/damaged, lab/newer-version, lab/too-large, lab/file-not-read. */
  chooseImport: invoke(z.void(), chosenImportSchema),
  /** Opens the encrypted file chosen last. Errors: lab/wrong-passphrase, lab/damaged, lab/none-chosen. */
  openImport: invoke(z.strictObject({ passphrase }), previewSchema),
  /** Adds what the preview called new and still is; answers what became of every line. Errors: lab/none-chosen, secrets/*. */
  commitImport: invoke(z.strictObject({ importKey: key }), linesReportSchema),
  /** Forgets the file chosen. */
  dropImport: invoke(z.void(), z.void()),
};
