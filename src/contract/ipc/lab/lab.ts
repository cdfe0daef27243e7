import { z } from 'zod';
import { event, invoke } from '../define';
import { loadingSchema, maskedIdSchema, serviceSchema, storageSchema } from '../snapshot';

/** What the Lab itself runs and what can be cancelled; `swap` includes a login by the clipboard. */
const RUNNING_OPERATIONS = ['swap', 'create-users', 'logout', 'reload', 'delete-user'] as const;

/** Types of entries of the outbox, in the order they are shown: work the service has not confirmed. */
export const OUTBOX_KINDS = [
  'revoke',
  'year-of-birth',
  'hearing-test',
  'delete-hearing-test',
  'association',
  'dissociation',
] as const;

/** Where the session engine stands: names and numbers, no secret. */
const engineSchema = z.strictObject({
  /** A state of the session table, such as `Active`. */
  state: z.string().max(32),
  /** The last row of the session table taken, with what led to it; null before the first. */
  row: z
    .strictObject({
      name: z.string().max(16),
      event: z.string().max(32),
      guard: z.string().max(32),
      /** The states it starts from, joined by `|`, or `any`; and where it leads. */
      from: z.string().max(160),
      to: z.string().max(32),
    })
    .nullable(),
  /** As published with the user: independent of the state. */
  loading: loadingSchema,
  /** Grows whenever another person may be current. */
  epoch: z.int().nonnegative(),
  /** Publications of the user so far. */
  version: z.int().nonnegative(),
  /** A creation begun and not confirmed. */
  hasPending: z.boolean(),
  /** Earlier profiles kept on this computer. */
  kept: z.int().nonnegative(),
  outbox: z.record(z.enum(OUTBOX_KINDS), z.int().nonnegative()),
});

/** Everything the Lab's frame and state inspector show, with a growing revision. Carries no id and no token. */
export const labSnapshotSchema = z.strictObject({
  revision: z.int().nonnegative(),
  language: z.enum(['en', 'de']),
  theme: z.enum(['system', 'light', 'dark']),
  product: z.string().max(64),
  versions: z.strictObject({ app: z.string(), electron: z.string(), chromium: z.string() }),
  engine: engineSchema,
  /** Who is logged in. */
  user: z
    .strictObject({ userId: z.string(), maskedId: maskedIdSchema, createdAt: z.number() })
    .nullable(),
  storage: storageSchema,
  service: serviceSchema.extend({
    /** Where a remote service is; null for the embedded one. */
    baseUrl: z.string().nullable(),
    clientId: z.string().nullable(),
    /** COMPANION_SERVICE_URL is set: the choice here would have no effect and is refused. */
    isFixed: z.boolean(),
  }),
  /** What runs now; null: nothing to cancel. */
  running: z
    .strictObject({
      operation: z.enum(RUNNING_OPERATIONS),
      /** Steps done of `total`; both null where there are no steps. */
      done: z.int().nonnegative().nullable(),
      total: z.int().nonnegative().nullable(),
    })
    .nullable(),
  /** Faults of the network that are on. */
  activeFaults: z.int().nonnegative(),
});

export type LabSnapshot = z.infer<typeof labSnapshotSchema>;
export type LabRunning = NonNullable<LabSnapshot['running']>;

export const lab = {
  /** Brings the listener's window to the front; opens it where it was closed. */
  showListener: invoke(z.void(), z.void()),
  /** The current snapshot. Subscribe to `changed` first and drop older revisions. */
  snapshot: invoke(z.void(), labSnapshotSchema),
  /** A new snapshot was made. Several changes in a row may arrive as one. */
  changed: event(labSnapshotSchema),
  /**
   * Uses a sandbox: proves that it can be reached with these credentials, writes them to the configuration and
   * starts the app again. Errors: secrets/no-keyring (the only copy of ids is in memory, which starting again loses),
   * lab/service-fixed, config/invalid (an address that cannot be used), service/*, app/file-not-written; then nothing
   * changed. The secret is never sent back.
   */
  useSandbox: invoke(
    z.strictObject({
      baseUrl: z.string().max(2048),
      clientId: z.string().min(1).max(128),
      clientSecret: z.string().min(1).max(512),
    }),
    z.void(),
  ),
  /**
   * Uses the service inside the app, and starts the app again. Errors: secrets/no-keyring (as for `useSandbox`),
   * lab/service-fixed, app/file-not-written; then nothing changed.
   */
  useEmbedded: invoke(z.void(), z.void()),
};
