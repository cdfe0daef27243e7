import { z } from 'zod';
import { AppError, type ErrorCode } from '../../contract/errors';

/** Version of the format this app writes. Every version ever written stays readable. */
const VERSION = 1;
/** Bytes of the header's line at most; read before anything is known of the file. */
const MAX_HEADER_BYTES = 1024;
export const TAG_BYTES = 16;

/** Cost of version 1's key derivation: 128 MiB, about half a second. There is no other, so no file can ask for more. */
export const KDF = { N: 131_072, r: 8, p: 1 } as const;

/** One kind of file that is encrypted with a passphrase. */
export interface PassphraseFormat {
  /** First line of every such file, of all versions. */
  readonly magic: string;
  /** Bytes of a whole file at most. */
  readonly maxBytes: number;
  /** What is said of one that is none, or cannot be opened. */
  readonly codes: {
    readonly foreign: ErrorCode;
    readonly damaged: ErrorCode;
    readonly newer: ErrorCode;
    readonly tooLarge: ErrorCode;
    readonly wrongPassphrase: ErrorCode;
  };
}

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
  bodyBytes: z.int().min(TAG_BYTES + 2),
});

const newerSchema = z.looseObject({ v: z.int().gt(VERSION) });

/** A file as far as it can be read without its passphrase. Nothing of it is proven yet. */
export interface SealedFile {
  readonly madeAt: number;
  readonly salt: Buffer;
  readonly iv: Buffer;
  /** First line and header as they lie in the file: authenticated with the body. */
  readonly head: string;
  readonly ct: Buffer;
  readonly tag: Buffer;
}

/** The first two lines of a file. */
export const writeHead = (
  { magic }: PassphraseFormat,
  head: Pick<SealedFile, 'madeAt' | 'salt' | 'iv'> & { readonly bodyBytes: number },
): string =>
  `${magic}${JSON.stringify({
    v: VERSION,
    madeAt: head.madeAt,
    kdf: { name: 'scrypt', ...KDF, salt: head.salt.toString('base64') },
    cipher: { name: 'aes-256-gcm', iv: head.iv.toString('base64') },
    bodyBytes: head.bodyBytes,
  })}\n`;

/** True for what says of itself that it is of this format, of any version. */
export const isOfFormat = ({ magic }: PassphraseFormat, file: Buffer): boolean =>
  file.subarray(0, magic.length).equals(Buffer.from(magic));

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/**
 * Reads the outer form of a file: cheap, whatever the bytes are, and nothing is derived or decrypted for a form that
 * is not right. Errors: the format's codes; `damaged` for the header, or a length that does not fit.
 */
export const parseSealedFile = (format: PassphraseFormat, file: Buffer): SealedFile => {
  const { magic, maxBytes, codes } = format;
  if (!isOfFormat(format, file)) throw new AppError(codes.foreign);
  if (file.length > maxBytes) throw new AppError(codes.tooLarge);
  const start = magic.length;
  const end = file.subarray(start, start + MAX_HEADER_BYTES).indexOf('\n');
  if (end < 0) throw new AppError(codes.damaged);
  const value = parseJson(file.toString('latin1', start, start + end));
  const header = headerSchema.safeParse(value);
  if (!header.success) {
    throw new AppError(newerSchema.safeParse(value).success ? codes.newer : codes.damaged);
  }
  const bodyAt = start + end + 1;
  const { madeAt, kdf, cipher, bodyBytes } = header.data;
  if (file.length - bodyAt !== bodyBytes) throw new AppError(codes.damaged);
  return {
    madeAt,
    salt: kdf.salt,
    iv: cipher.iv,
    head: file.toString('latin1', 0, bodyAt),
    ct: file.subarray(bodyAt, -TAG_BYTES),
    tag: file.subarray(-TAG_BYTES),
  };
};
