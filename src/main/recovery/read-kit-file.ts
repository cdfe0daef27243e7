import { constants } from 'node:fs';
import { open } from 'node:fs/promises';
import { AppError } from '../../contract/errors';
import { MAX_KIT_BYTES } from './kit-header';

/**
 * Reads a file a person chose: a regular one of a bounded size, so that neither a pipe nor a film can hold the app
 * up. Errors: kit/file-not-read, kit/too-large, kit/not-a-kit (no regular file).
 */
export const readKitFile = async (path: string): Promise<Buffer> => {
  const flags = constants.O_RDONLY | constants.O_NONBLOCK;
  const file = await open(path, flags).catch(() => {
    throw new AppError('kit/file-not-read');
  });
  try {
    const facts = await file.stat();
    if (!facts.isFile()) throw new AppError('kit/not-a-kit');
    if (facts.size > MAX_KIT_BYTES) throw new AppError('kit/too-large');
    return await file.readFile();
  } catch (thrown) {
    throw thrown instanceof AppError ? thrown : new AppError('kit/file-not-read');
  } finally {
    await file.close().catch(() => undefined);
  }
};
