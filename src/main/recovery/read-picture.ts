import { z } from 'zod';
import { isAnonymousId, type AnonymousId } from '../../contract/anonymous-id';
import { AppError } from '../../contract/errors';

/** Bytes of a picture at most: a photo of a large camera. */
export const MAX_PICTURE_BYTES = 30 * 1024 * 1024;

/** A picture by its first bytes; its name says nothing. */
type PictureType = 'image/png' | 'image/jpeg' | 'image/webp';

/** Finds the texts of the codes in a picture, whatever its bytes are. */
export type FindCodes = (
  picture: { readonly type: PictureType; readonly bytes: Buffer },
  signal: AbortSignal,
) => Promise<unknown>;

/** What the window that decodes may answer: it has seen bytes of a stranger's making, so it is not believed. */
const readingSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('read'), texts: z.array(z.string().max(10_000)).max(2) }),
  z.strictObject({ type: z.enum(['too-large', 'not-read']) }),
]);

const startsWith = (bytes: Buffer, text: string, at = 0): boolean =>
  bytes.toString('latin1', at, at + text.length) === text;

/** The kind of picture a file holds. Errors: picture/is-pdf, picture/wrong-type. */
export const pictureType = (bytes: Buffer): PictureType => {
  if (startsWith(bytes, '\x89PNG\r\n\x1a\n')) return 'image/png';
  if (startsWith(bytes, '\xff\xd8\xff')) return 'image/jpeg';
  if (startsWith(bytes, 'RIFF') && startsWith(bytes, 'WEBP', 8)) return 'image/webp';
  throw new AppError(startsWith(bytes, '%PDF') ? 'picture/is-pdf' : 'picture/wrong-type');
};

/**
 * The id in a picture of a printed code: exactly one code, and an id exactly in it.
 * Errors: picture/*, session/cancelled.
 */
export const readPicture = async (
  bytes: Buffer,
  findCodes: FindCodes,
  signal: AbortSignal,
): Promise<AnonymousId> => {
  const type = pictureType(bytes);
  if (bytes.length > MAX_PICTURE_BYTES) throw new AppError('picture/too-large');
  const answer = await findCodes({ type, bytes }, signal);
  const reading = readingSchema.safeParse(answer);
  if (!reading.success) throw new AppError('picture/not-read');
  if (reading.data.type !== 'read') throw new AppError(`picture/${reading.data.type}`);
  const [text, ...others] = reading.data.texts;
  if (text === undefined) throw new AppError('picture/no-code');
  if (others.length > 0) throw new AppError('picture/several-codes');
  if (!isAnonymousId(text)) throw new AppError('picture/not-a-key');
  return text;
};
