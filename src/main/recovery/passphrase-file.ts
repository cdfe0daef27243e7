import { scrypt } from 'node:crypto';
import type { z } from 'zod';
import { AppError } from '../../contract/errors';
import {
  MIN_PASSPHRASE_LENGTH,
  normalPassphrase,
  passphraseLength,
} from '../../contract/passphrase';
import { seal, unseal } from '../secrets/sealed-bytes';
import {
  KDF,
  TAG_BYTES,
  writeHead,
  type PassphraseFormat,
  type SealedFile,
} from './passphrase-file-head';

/** Makes a key of a passphrase and a salt; slow by design. */
export type DeriveKey = (passphrase: string, salt: Buffer) => Promise<Buffer>;

/** scrypt with the one cost there is, on a thread of its own. */
export const derivePassphraseKey: DeriveKey = (passphrase, salt) =>
  new Promise((resolve, reject) => {
    const memory = 2 * 128 * KDF.N * KDF.r;
    scrypt(normalPassphrase(passphrase), salt, 32, { ...KDF, maxmem: memory }, (error, key) =>
      error ? reject(error) : resolve(key),
    );
  });

export interface SealDeps {
  readonly randomBytes: (size: number) => Buffer;
  /** Milliseconds since 1970. */
  readonly madeAt: number;
  readonly deriveKey: DeriveKey;
}

/** The bytes of a file that holds `content` as JSON. Errors: kit/passphrase-too-short, the format's `tooLarge`. */
export const sealFile = async (
  format: PassphraseFormat,
  content: unknown,
  passphrase: string,
  { randomBytes, madeAt, deriveKey }: SealDeps,
): Promise<Buffer> => {
  if (passphraseLength(passphrase) < MIN_PASSPHRASE_LENGTH) {
    throw new AppError('kit/passphrase-too-short');
  }
  const plain = Buffer.from(JSON.stringify(content), 'utf8');
  const iv = randomBytes(12);
  const salt = randomBytes(16);
  // The cipher makes as many bytes as it is given.
  const head = writeHead(format, { madeAt, salt, iv, bodyBytes: plain.length + TAG_BYTES });
  if (head.length + plain.length + TAG_BYTES > format.maxBytes) {
    throw new AppError(format.codes.tooLarge);
  }
  const sealed = seal(await deriveKey(passphrase, salt), head, plain, () => iv);
  return Buffer.concat([Buffer.from(head, 'latin1'), sealed.ct, sealed.tag]);
};

/**
 * What is in a file, with its key. Errors: `wrongPassphrase`, for a key that does not fit and for a changed byte
 * alike: the cipher cannot tell them apart; `damaged` for a content no app has written.
 */
export const unsealFile = <S extends z.ZodType>(
  { codes }: PassphraseFormat,
  schema: S,
  file: SealedFile,
  key: Buffer,
): z.output<S> => {
  const plain = unseal(key, file.head, file);
  if (plain === null) throw new AppError(codes.wrongPassphrase);
  try {
    return schema.parse(JSON.parse(plain.toString('utf8')));
  } catch {
    // Neither error may go on: both quote what they read.
    throw new AppError(codes.damaged);
  }
};

/** The key of a file. Errors: `wrongPassphrase`, for one too short to be any file's: it costs nothing to say so. */
export const keyOfFile = async (
  { codes }: PassphraseFormat,
  { salt }: SealedFile,
  passphrase: string,
  deriveKey: DeriveKey,
): Promise<Buffer> => {
  if (passphraseLength(passphrase) < MIN_PASSPHRASE_LENGTH) {
    throw new AppError(codes.wrongPassphrase);
  }
  return deriveKey(passphrase, salt);
};
