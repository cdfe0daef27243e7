import { z } from 'zod';
import { AppError } from '../../contract/errors';
import { createInTurn } from '../files/in-turn';
import type { SecretStore } from './secret-store';

interface UserFileDeps<Entry> {
  readonly path: string;
  /** A larger file counts as unreadable. */
  readonly maxBytes: number;
  readonly secrets: Pick<SecretStore, 'files' | 'seal' | 'open'>;
  readonly schema: z.ZodType<Entry>;
}

/** One entry for each of several users. Whatever changes one throws AppError `secrets/write-failed`; then nothing changed. */
export interface UserFile<Entry> {
  /** Null when the user has none, or it cannot be read. */
  find(userId: string): Promise<Entry | null>;
  /** Replaces the user's; durable when resolved, or in memory where nothing may be on disk. */
  save(entry: Entry): Promise<void>;
  remove(userId: string): Promise<void>;
  /** Removes everybody else's. */
  keepOnly(userIds: readonly string[]): Promise<void>;
}

/**
 * What is kept per user beside the secrets, in one file encrypted with their key. Every change writes it whole: it is
 * small, and a write that is cut off leaves the last state. One that cannot be read is set aside and counts as none.
 */
export const createUserFile = <Entry extends { readonly userId: string }>({
  path,
  maxBytes,
  secrets,
  schema,
}: UserFileDeps<Entry>): UserFile<Entry> => {
  const { files } = secrets;
  const fileSchema = z.array(schema);
  /** Null before the file was read. */
  let known: readonly Entry[] | null = null;
  /** Who was to be kept last. */
  let kept: readonly string[] = [];

  const inTurn = createInTurn();

  const parse = (bytes: Buffer): Entry[] | null => {
    try {
      return fileSchema.parse(JSON.parse(bytes.toString('utf8')));
    } catch {
      return null;
    }
  };

  const load = async (): Promise<readonly Entry[]> => {
    if (known) return known;
    await files.removeOrphans(path);
    const content = await files.read(path, maxBytes);
    if (content.status === 'missing') return (known = []);
    if (content.status === 'read') {
      const opened = secrets.open(content.bytes);
      // It may be opened later.
      if (opened.status === 'no-key') return [];
      const found = opened.status === 'opened' ? parse(opened.bytes) : null;
      if (found) return (known = found);
    }
    await files.setAside(path, 'unreadable', 1).catch(() => undefined);
    return (known = []);
  };

  const write = async (next: readonly Entry[]): Promise<void> => {
    if (next.length === 0) {
      await files.remove(path);
    } else {
      const sealed = secrets.seal(Buffer.from(JSON.stringify(next), 'utf8'));
      // Without a key nothing may be kept on disk.
      if (sealed) await files.write(path, sealed);
    }
    known = next;
  };

  const change = (work: (all: readonly Entry[]) => Promise<void>): Promise<void> =>
    inTurn(async () => {
      try {
        await work(await load());
      } catch {
        throw new AppError('secrets/write-failed');
      }
    });

  return {
    find: (userId) =>
      inTurn(async () => (await load()).find((each) => each.userId === userId) ?? null),
    save: (entry) =>
      change((all) => write([...all.filter(({ userId }) => userId !== entry.userId), entry])),
    remove: (userId) =>
      change(async (all) => {
        const rest = all.filter((each) => each.userId !== userId);
        if (rest.length < all.length) await write(rest);
      }),
    keepOnly: (userIds) =>
      change(async (all) => {
        const rest = all.filter(({ userId }) => userIds.includes(userId));
        const isGone = kept.some((userId) => !userIds.includes(userId));
        if (rest.length < all.length || userIds.length === 0 || isGone) {
          await write(rest);
          // What was set aside might be of the same user.
          await files.removeSetAside(path, 'unreadable');
        }
        kept = userIds;
      }),
  };
};
