import { z } from 'zod';
import { FILE_ERRORS } from '../files/file-system';

const file = z.enum(['main', 'copy', 'key']);
const cause = z.enum([...FILE_ERRORS, 'other']);

/** What the secret store tells the journal: names from fixed lists and numbers only. */
export const secretEventSchema = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('secrets/read'),
    status: z.enum(['absent', 'present', 'locked', 'unreadable', 'newer-version']),
  }),
  /** The system's keyring was asked for something. */
  z.strictObject({
    type: z.literal('secrets/keyring'),
    call: z.enum(['availability', 'wrap', 'unwrap']),
    outcome: z.enum(['available', 'unavailable', 'done', 'locked', 'cannot-decrypt']),
    ms: z.number().nonnegative(),
  }),
  z.strictObject({ type: z.literal('secrets/restored-from-copy') }),
  z.strictObject({ type: z.literal('secrets/written'), gen: z.int().positive() }),
  z.strictObject({ type: z.literal('secrets/write-failed'), file, cause }),
  z.strictObject({ type: z.literal('secrets/set-aside'), file }),
  z.strictObject({
    type: z.literal('secrets/protection'),
    protection: z.enum(['keyring', 'key-file', 'memory']),
  }),
]);

export type SecretEvent = z.infer<typeof secretEventSchema>;
