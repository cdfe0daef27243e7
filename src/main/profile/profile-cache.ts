import { join } from 'node:path';
import { z } from 'zod';
import { AppError } from '../../contract/errors';
import { hearingProfileSchema, type HearingProfile } from '../../contract/hearing-profile';
import type { SecretStore } from '../secrets/secret-store';
import type { ProfileCachePort } from './profile-keeper';

const MAX_BYTES = 4 * 1024 * 1024;

const profilesSchema = z.array(
  z.strictObject({ userId: z.string().min(1).max(200), profile: hearingProfileSchema }),
);
type Profiles = z.infer<typeof profilesSchema>;

interface ProfileCacheDeps {
  readonly folder: string;
  readonly secrets: Pick<SecretStore, 'files' | 'seal' | 'open'>;
}

const parseProfiles = (bytes: Buffer): Profiles | null => {
  try {
    return profilesSchema.parse(JSON.parse(bytes.toString('utf8')));
  } catch {
    return null;
  }
};

/**
 * The last known profile of each user, encrypted with the secret store's key, in one file. It can be fetched
 * again: what cannot be read counts as none, and failing to keep one is not a failure.
 */
export const createProfileCache = ({ folder, secrets }: ProfileCacheDeps): ProfileCachePort => {
  const { files } = secrets;
  const path = join(folder, 'profile.json');
  let queue: Promise<unknown> = Promise.resolve();
  let tidied: Promise<void> | null = null;

  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const result = queue.then(work);
    queue = result.catch(() => undefined);
    return result;
  };

  const load = async (): Promise<Profiles> => {
    await (tidied ??= files.removeOrphans(path));
    const content = await files.read(path, MAX_BYTES);
    if (content.status === 'missing') return [];
    if (content.status === 'read') {
      const opened = secrets.open(content.bytes);
      if (opened.status === 'no-key') return [];
      const profiles = opened.status === 'opened' ? parseProfiles(opened.bytes) : null;
      if (profiles) return profiles;
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
    read: (userId): Promise<HearingProfile | null> =>
      inTurn(async () => (await load()).find((entry) => entry.userId === userId)?.profile ?? null),
    write: (userId, profile) =>
      inTurn(async () => {
        const rest = (await load()).filter((entry) => entry.userId !== userId);
        await save([...rest, { userId, profile }]).catch(() => undefined);
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
