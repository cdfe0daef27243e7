import { z } from 'zod';
import { isAnonymousId, type AnonymousId } from '../../contract/anonymous-id';
import { hearingTestSchema } from '../../contract/hearing-test';
import { userSettingsSchema } from '../../contract/http/users';

/** What a kit holds, encrypted. */
export const kitContentSchema = z.strictObject({
  /** The service the id belongs to: it is sent to no other. */
  service: z.string().min(1).max(2048),
  /** For a person who asks for help; another one after the profile was registered again. */
  userId: z.string().min(1).max(200),
  anonymousId: z.custom<AnonymousId>(isAnonymousId),
  createdAt: z.number().nonnegative(),
  yearOfBirth: z.int().min(1800).max(2200).nullable(),
  product: z.string().max(64),
  /** What the service inside the app held, which nobody else has; null when a remote service keeps it. */
  data: z
    .strictObject({ tests: z.array(hearingTestSchema).max(10_000), settings: userSettingsSchema })
    .nullable(),
});

export type KitContent = z.infer<typeof kitContentSchema>;
