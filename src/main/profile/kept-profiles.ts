import { join } from 'node:path';
import { z } from 'zod';
import type { SecretStore } from '../secrets/secret-store';
import { createUserFile, type UserFile } from '../secrets/user-file';
import { knownTestsSchema } from './known-tests';

const MAX_BYTES = 16 * 1024 * 1024;

const keptProfileSchema = knownTestsSchema.extend({ userId: z.string().min(1).max(200) });

/** The last known hearing tests of each user, to be shown before the service answers. */
export type KeptProfiles = UserFile<z.infer<typeof keptProfileSchema>>;

/** The profiles kept in a data folder. */
export const createKeptProfiles = (folder: string, secrets: SecretStore): KeptProfiles =>
  createUserFile({
    path: join(folder, 'profile.json'),
    maxBytes: MAX_BYTES,
    secrets,
    schema: keptProfileSchema,
  });
