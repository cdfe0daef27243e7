import { randomUUID } from 'node:crypto';
import { open, rename, rm } from 'node:fs/promises';
import { AppError } from '../../contract/errors';
import type { Desktop } from './desktop';

/** An earlier file there is replaced whole or not at all. */
const write = async (file: string, content: string | Uint8Array): Promise<void> => {
  const part = `${file}.${randomUUID()}.part`;
  try {
    const handle = await open(part, 'wx', 0o600);
    try {
      await handle.writeFile(content);
      // Called saved only once it is: it may be the last copy there is.
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(part, file);
  } catch {
    await rm(part, { force: true });
    throw new AppError('app/file-not-written');
  }
};

/**
 * Asks where to save a person's own data, then writes what `content` makes, readable by them only. It is made once they
 * have chosen, for that may take long. Errors: app/file-not-written, and what `content` throws.
 */
export const saveAs = async (
  desktop: Pick<Desktop, 'chooseSaveFile'>,
  title: string,
  fileName: string,
  content: () => Promise<string | Uint8Array>,
): Promise<'saved' | 'cancelled'> => {
  const file = await desktop.chooseSaveFile(title, fileName);
  if (file === null) return 'cancelled';
  await write(file, await content());
  return 'saved';
};
