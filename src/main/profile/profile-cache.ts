import { join } from 'node:path';
import { z } from 'zod';
import { AppError } from '../../contract/errors';
import { hearingTestSchema } from '../../contract/hearing-test';
import { createInTurn } from '../files/in-turn';
import type { SecretStore } from '../secrets/secret-store';
import { KEPT_TESTS } from './known-tests';
import type { ProfileCachePort } from './profile-keeper';

const MAX_BYTES = 16 * 1024 * 1024;

const profilesSchema = z.array(
  z.strictObject({
    userId: z.string().min(1).max(200),
    tests: z.array(hearingTestSchema).max(KEPT_TESTS).readonly(),
    count: z.int().nonnegative(),
    applied: z.array(z.string()).readonly(),
  }),
);
type Profiles = z.infer<typeof profilesSchema>;

interface ProfileCacheDeps {
  readonly folder: string;
  readonly secrets: Pick<SecretStore, 'files' | 'seal' | 'open'>;
}

/** None where the content is of an earlier version: it was sealed, so it is not damaged. */
const parseProfiles = (bytes: Buffer): Profiles => {
  try {
    return profilesSchema.parse(JSON.parse(bytes.toString('utf8')));
  } catch {
    return [];
  }
};

/**
 * The last known tests of each user, encrypted with the secret store's key, in one file. It can be fetched
 * again: what cannot be read counts as none, and failing to keep one is not a failure.
 */
export const createProfileCache = ({ folder, secrets }: ProfileCacheDeps): ProfileCachePort => {
  const { files } = secrets;
  const path = join(folder, 'profile.json');
  let tidied: Promise<void> | null = null;

  const inTurn = createInTurn();

  const load = async (): Promise<Profiles> => {
    await (tidied ??= files.removeOrphans(path));
    const content = await files.read(path, MAX_BYTES);
    if (content.status === 'missing') return [];
    if (content.status === 'read') {
      const opened = secrets.open(content.bytes);
      if (opened.status === 'no-key') return [];
      if (opened.status === 'opened') return parseProfiles(opened.bytes);
    }
    await files.setAside(path, 'unreadable', 1).catch(() => undefined);
    return [];
  };

  const save = async (profiles: Profiles): Promise<void> => {
    const sealed = secrets.seal(Buffer.from(JSON.stringify(profiles), 'utf8'));
    // Without a key nothing may be kept on disk.
    if (sealed) await files.write(path, sealed);
  };

  return {
    read: (userId) =>
      inTurn(async () => {
        const found = (await load()).find((entry) => entry.userId === userId);
        if (!found) return null;
        const { tests, count, applied } = found;
        return { tests, count, applied };
      }),
    write: (userId, known) =>
      inTurn(async () => {
        const rest = (await load()).filter((entry) => entry.userId !== userId);
        await save([...rest, { userId, ...known }]).catch(() => undefined);
      }),
    /** Throws AppError `secrets/write-failed` when another's profile may still be on disk. */
    keepOnly: (userIds) =>
      inTurn(async () => {
        try {
          const profiles = await load();
          const rest = profiles.filter((entry) => userIds.includes(entry.userId));
          if (rest.length === profiles.length && userIds.length > 0) return;
          await (rest.length > 0 ? save(rest) : files.remove(path));
          // What was set aside might hold the same user.
          await files.removeSetAside(path, 'unreadable');
        } catch {
          throw new AppError('secrets/write-failed');
        }
      }),
  };
};
