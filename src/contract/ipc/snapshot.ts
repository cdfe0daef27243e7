import { z } from 'zod';
import { ERROR_CODES } from '../errors';
import { hearingProfileSchema } from '../hearing-profile';
import { foundThresholdsSchema } from '../hearing-test';
import { LOGOUT_REASONS } from '../mimi-user';
import { PAUSE_REASONS } from '../pause-reasons';
import { partnerSchema } from './partner-view';
import { preferencesSchema } from './preferences';

const errorCodeSchema = z.enum(ERROR_CODES);

/** The SDK's loading state as a window sees it. */
export const loadingSchema = z.discriminatedUnion('status', [
  z.strictObject({ status: z.literal('done') }),
  z.strictObject({ status: z.literal('in-progress') }),
  z.strictObject({
    status: z.literal('failure'),
    code: errorCodeSchema,
    retryAfterMs: z.number().nonnegative().optional(),
  }),
]);

/** Four dots, a thin space and the last four characters. */
export const maskedIdSchema = z.string().max(9);

/** Who is there. `restoring` until the secret store has been read. */
const sessionSchema = z.discriminatedUnion('status', [
  z.strictObject({ status: z.literal('restoring') }),
  /** The stored id cannot be read; only the person's own act leaves this state. */
  z.strictObject({
    status: z.literal('blocked'),
    cause: z.enum(['secrets/locked', 'secrets/unreadable', 'secrets/newer-version']),
    loading: loadingSchema,
  }),
  z.strictObject({
    status: z.literal('signed-out'),
    /** Why the last session ended; null when there was none. */
    reason: z.enum(LOGOUT_REASONS).nullable(),
    /** A profile still kept on this computer, offered first. */
    keptProfile: z.strictObject({ maskedId: maskedIdSchema }).nullable(),
    /** A creation begun and not yet confirmed, with the year it was begun with. */
    pendingYearOfBirth: z.int().nullable(),
    loading: loadingSchema,
  }),
  z.strictObject({
    status: z.literal('active'),
    user: z.strictObject({
      userId: z.string(),
      maskedId: maskedIdSchema,
      createdAt: z.number(),
      yearOfBirth: z.int().nullable(),
    }),
    /** A year the person gave that the service has not confirmed. */
    pendingYearOfBirth: z.int().nullable(),
    /** Hearing tests the service has not confirmed: they are nowhere but here. */
    unsentTests: z.int().nonnegative(),
    loading: loadingSchema,
  }),
]);

/** How the id is kept: encrypted by the system, with a key in a file, or not beyond this run. */
export const storageSchema = z.discriminatedUnion('protection', [
  z.strictObject({ protection: z.literal('keyring') }),
  z.strictObject({ protection: z.literal('key-file') }),
  z.strictObject({
    protection: z.literal('memory'),
    reason: z.literal('secrets/no-keyring'),
  }),
]);

export const serviceSchema = z.strictObject({
  kind: z.enum(['embedded', 'remote']),
  /** Host of a remote service; null for the embedded one. */
  host: z.string().nullable(),
  /** Why the service could not be used last time; null when it could. */
  trouble: errorCodeSchema.nullable(),
});

const profileSchema = z.discriminatedUnion('status', [
  z.strictObject({ status: z.literal('none') }),
  z.strictObject({ status: z.literal('loading') }),
  z.strictObject({
    status: z.literal('ready'),
    profile: hearingProfileSchema,
    /** `stored`: the last known one, shown while the service cannot be reached. */
    source: z.enum(['service', 'stored']),
  }),
  z.strictObject({ status: z.literal('unavailable'), code: errorCodeSchema }),
]);

/** The test that was begun and not finished: running, paused, or left by a closed window. */
const unfinishedTestSchema = z.strictObject({
  engine: z.enum(['bayesian', 'hughson-westlake']),
  /** Milliseconds since 1970. */
  startedAt: z.int().nonnegative(),
  /** Share done, 0..1. */
  progress: z.number().min(0).max(1),
  ear: z.enum(['left', 'right']),
  /** Thresholds found so far; the ribbon grows by them. */
  found: foundThresholdsSchema,
  /** Why it stands still while a window runs it; null while it runs. */
  paused: z.enum(PAUSE_REASONS).nullable(),
});

/** What is known of recovery kits of the current user, made or opened here. */
const recoverySchema = z.strictObject({
  kit: z
    .strictObject({
      /** Milliseconds since 1970. */
      madeAt: z.int().nonnegative(),
      /** It carries the hearing tests, and a newer one was stored since. */
      isOutdated: z.boolean(),
    })
    .nullable(),
  /** There is something to lose, no kit, and the person has not said that they want none. */
  isReminderDue: z.boolean(),
  /** It is due for the first time: as the last step on the way to a profile. */
  isLastStep: z.boolean(),
});

/** Something the person should know once; shown until dismissed. */
export const noticeSchema = z.strictObject({
  id: z.string(),
  type: z.enum([
    'preferences-reset',
    'profile-removed',
    'profile-deleted',
    'profile-followed',
    'page-reloaded',
    'secrets-restored-from-copy',
    'service-data-restored-from-copy',
  ]),
});

/** Everything a listener's window shows, as one value with a growing revision. Carries no id and no token. */
export const snapshotSchema = z.strictObject({
  revision: z.int().nonnegative(),
  session: sessionSchema,
  storage: storageSchema,
  service: serviceSchema,
  profile: profileSchema,
  unfinishedTest: unfinishedTestSchema.nullable(),
  preferences: preferencesSchema,
  /** Language in use after resolving `system`. */
  language: z.enum(['en', 'de']),
  recovery: recoverySchema,
  /** Null where no partner is configured. */
  partner: partnerSchema.nullable(),
  notices: z.array(noticeSchema),
  /** Faults of the network are simulated on purpose: what fails now says nothing of the real one. */
  simulated: z.boolean(),
  versions: z.strictObject({
    app: z.string(),
    electron: z.string(),
    chromium: z.string(),
  }),
});

export type Snapshot = z.infer<typeof snapshotSchema>;
export type SessionView = z.infer<typeof sessionSchema>;
export type StorageView = z.infer<typeof storageSchema>;
export type ServiceView = z.infer<typeof serviceSchema>;
export type ProfileView = z.infer<typeof profileSchema>;
export type UnfinishedTestView = z.infer<typeof unfinishedTestSchema>;
export type RecoveryView = z.infer<typeof recoverySchema>;
export type LoadingView = z.infer<typeof loadingSchema>;
export type Notice = z.infer<typeof noticeSchema>;
