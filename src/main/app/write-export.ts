import { randomUUID } from 'node:crypto';
import { open, rename, rm } from 'node:fs/promises';
import { AppError } from '../../contract/errors';

/**
 * Writes a person's own data where they chose, readable by them only. An earlier file there is replaced whole or not at
 * all. Throws AppError `app/file-not-written`.
 */
export const writeExport = async (file: string, content: string | Uint8Array): Promise<void> => {
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
