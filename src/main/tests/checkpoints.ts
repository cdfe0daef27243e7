import { join } from 'node:path';
import { z } from 'zod';
import { AppError } from '../../contract/errors';
import { createInTurn } from '../files/in-turn';
import type { SecretStore } from '../secrets/secret-store';
import { checkpointSchema, type Checkpoint } from './checkpoint';

const MAX_BYTES = 4 * 1024 * 1024;

const fileSchema = z.array(checkpointSchema);

interface CheckpointsDeps {
  readonly folder: string;
  readonly secrets: Pick<SecretStore, 'files' | 'seal' | 'open'>;
}

/** The unfinished test of each user. Whatever changes one throws AppError `secrets/write-failed`; then nothing changed. */
export interface Checkpoints {
  /** Null when the user has none, or it cannot be read. */
  find(userId: string): Promise<Checkpoint | null>;
  /** Replaces the user's; durable when resolved, or in memory where nothing may be on disk. */
  save(checkpoint: Checkpoint): Promise<void>;
  remove(userId: string): Promise<void>;
  /** Removes everybody else's. */
  keepOnly(userIds: readonly string[]): Promise<void>;
}

const parse = (bytes: Buffer): Checkpoint[] | null => {
  try {
    return fileSchema.parse(JSON.parse(bytes.toString('utf8')));
  } catch {
    return null;
  }
};

/**
 * Unfinished tests in one file, encrypted with the secret store's key. One answer more is the whole file again:
 * a few kilobytes, and a write that is cut off leaves the last state.
 */
export const createCheckpoints = ({ folder, secrets }: CheckpointsDeps): Checkpoints => {
  const { files } = secrets;
  const path = join(folder, 'unfinished-test.json');
  /** Null before the file was read. */
  let known: readonly Checkpoint[] | null = null;

  const inTurn = createInTurn();

  const load = async (): Promise<readonly Checkpoint[]> => {
    if (known) return known;
    await files.removeOrphans(path);
    const content = await files.read(path, MAX_BYTES);
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

  const write = async (next: readonly Checkpoint[]): Promise<void> => {
    if (next.length === 0) {
      await files.remove(path);
    } else {
      const sealed = secrets.seal(Buffer.from(JSON.stringify(next), 'utf8'));
      // Without a key nothing may be kept on disk.
      if (sealed) await files.write(path, sealed);
    }
    known = next;
  };

  const change = (work: (all: readonly Checkpoint[]) => Promise<void>): Promise<void> =>
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
    save: (checkpoint) =>
      change((all) =>
        write([...all.filter(({ userId }) => userId !== checkpoint.userId), checkpoint]),
      ),
    remove: (userId) =>
      change(async (all) => {
        const rest = all.filter((each) => each.userId !== userId);
        if (rest.length < all.length) await write(rest);
      }),
    keepOnly: (userIds) =>
      change(async (all) => {
        const rest = all.filter(({ userId }) => userIds.includes(userId));
        if (rest.length === all.length && userIds.length > 0) return;
        await write(rest);
        // What was set aside might be of the same user.
        await files.removeSetAside(path, 'unreadable');
      }),
  };
};
