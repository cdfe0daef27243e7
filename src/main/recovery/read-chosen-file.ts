import { constants } from 'node:fs';
import { open } from 'node:fs/promises';
import { AppError, type ErrorCode } from '../../contract/errors';

const KIT_CODES = { notRead: 'kit/file-not-read', foreign: 'kit/not-a-kit' } as const;

/**
 * Reads a file a person chose: a regular one of a bounded size, so that neither a pipe nor a film can hold the app
 * up. Errors: `tooLarge`, `notRead`, `foreign` (no regular file); the kit's where no others are given.
 */
export const readChosenFile = async (
  path: string,
  maxBytes: number,
  tooLarge: ErrorCode,
  codes: { readonly notRead: ErrorCode; readonly foreign: ErrorCode } = KIT_CODES,
): Promise<Buffer> => {
  const flags = constants.O_RDONLY | constants.O_NONBLOCK;
  const file = await open(path, flags).catch(() => {
    throw new AppError(codes.notRead);
  });
  try {
    const facts = await file.stat();
    if (!facts.isFile()) throw new AppError(codes.foreign);
    if (facts.size > maxBytes) throw new AppError(tooLarge);
    // Not by what it says of its size alone: it may grow, and some say 0 whatever they hold.
    const stream = file.createReadStream({ end: maxBytes, autoClose: false });
    const chunks = (await stream.toArray()) as Buffer[];
    const bytes = Buffer.concat(chunks);
    if (bytes.length > maxBytes) throw new AppError(tooLarge);
    return bytes;
  } catch (thrown) {
    throw thrown instanceof AppError ? thrown : new AppError(codes.notRead);
  } finally {
    await file.close().catch(() => undefined);
  }
};
