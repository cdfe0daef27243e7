import { z } from 'zod';
import { AppError } from '../../contract/errors';

/** Version of the format this app writes. Every version ever written stays readable. */
const VERSION = 1;
/** First line of every kit, of all versions. */
const MAGIC = 'MIMI RECOVERY KIT\n';
/** Bytes of the header's line at most; read before anything is known of the file. */
const MAX_HEADER_BYTES = 1024;
/** Bytes of a whole kit at most: every hearing test the service keeps of one user fits. */
export const MAX_KIT_BYTES = 32 * 1024 * 1024;
export const TAG_BYTES = 16;

/** Cost of version 1's key derivation: 128 MiB, about half a second. There is no other, so no kit can ask for more. */
export const KDF = { N: 131_072, r: 8, p: 1 } as const;

const bytes = (size: number) =>
  z
    .base64()
    .transform((text) => Buffer.from(text, 'base64'))
    .refine((decoded) => decoded.length === size);

const headerSchema = z.strictObject({
  v: z.literal(VERSION),
  /** Milliseconds since 1970. */
  madeAt: z.int().nonnegative().max(8.64e15),
  kdf: z.strictObject({
    name: z.literal('scrypt'),
    N: z.literal(KDF.N),
    r: z.literal(KDF.r),
    p: z.literal(KDF.p),
    salt: bytes(16),
  }),
  cipher: z.strictObject({ name: z.literal('aes-256-gcm'), iv: bytes(12) }),
  /** Bytes that follow the header: ciphertext, then tag. */
  bodyBytes: z
    .int()
    .min(TAG_BYTES + 2)
    .max(MAX_KIT_BYTES),
});

const newerSchema = z.looseObject({ v: z.int().gt(VERSION) });

/** A kit as far as it can be read without its passphrase. Nothing of it is proven yet. */
export interface SealedKit {
  readonly madeAt: number;
  readonly salt: Buffer;
  readonly iv: Buffer;
  /** First line and header as they lie in the file: authenticated with the body. */
  readonly head: string;
  readonly ct: Buffer;
  readonly tag: Buffer;
}

/** The first two lines of a kit. */
export const writeHead = (
  head: Pick<SealedKit, 'madeAt' | 'salt' | 'iv'> & { readonly bodyBytes: number },
): string =>
  `${MAGIC}${JSON.stringify({
    v: VERSION,
    madeAt: head.madeAt,
    kdf: { name: 'scrypt', ...KDF, salt: head.salt.toString('base64') },
    cipher: { name: 'aes-256-gcm', iv: head.iv.toString('base64') },
    bodyBytes: head.bodyBytes,
  })}\n`;

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/**
 * Reads the outer form of a kit: cheap, whatever the bytes are, and nothing is derived or decrypted for a form that
 * is not right. Errors: kit/not-a-kit, kit/newer-version, kit/damaged (the header, or a length that does not fit),
 * kit/too-large.
 */
export const parseKit = (file: Buffer): SealedKit => {
  if (!file.subarray(0, MAGIC.length).equals(Buffer.from(MAGIC))) {
    throw new AppError('kit/not-a-kit');
  }
  if (file.length > MAX_KIT_BYTES) throw new AppError('kit/too-large');
  const start = MAGIC.length;
  const end = file.subarray(start, start + MAX_HEADER_BYTES).indexOf('\n');
  if (end < 0) throw new AppError('kit/damaged');
  const value = parseJson(file.toString('latin1', start, start + end));
  const header = headerSchema.safeParse(value);
  if (!header.success) {
    throw new AppError(newerSchema.safeParse(value).success ? 'kit/newer-version' : 'kit/damaged');
  }
  const bodyAt = start + end + 1;
  const { madeAt, kdf, cipher, bodyBytes } = header.data;
  if (file.length - bodyAt !== bodyBytes) throw new AppError('kit/damaged');
  return {
    madeAt,
    salt: kdf.salt,
    iv: cipher.iv,
    head: file.toString('latin1', 0, bodyAt),
    ct: file.subarray(bodyAt, -TAG_BYTES),
    tag: file.subarray(-TAG_BYTES),
  };
};
