import { scrypt } from 'node:crypto';
import { AppError } from '../../contract/errors';
import {
  MIN_PASSPHRASE_LENGTH,
  normalPassphrase,
  passphraseLength,
} from '../../contract/passphrase';
import { seal, unseal } from '../secrets/sealed-bytes';
import { kitContentSchema, type KitContent } from './kit-content';
import { KDF, MAX_KIT_BYTES, TAG_BYTES, writeHead, type SealedKit } from './kit-header';

/** Makes a key of a passphrase and a salt; slow by design. */
export type DeriveKey = (passphrase: string, salt: Buffer) => Promise<Buffer>;

/** scrypt with the one cost there is, on a thread of its own. */
export const deriveKitKey: DeriveKey = (passphrase, salt) =>
  new Promise((resolve, reject) => {
    const memory = 2 * 128 * KDF.N * KDF.r;
    scrypt(normalPassphrase(passphrase), salt, 32, { ...KDF, maxmem: memory }, (error, key) =>
      error ? reject(error) : resolve(key),
    );
  });

interface SealDeps {
  readonly randomBytes: (size: number) => Buffer;
  /** Milliseconds since 1970. */
  readonly madeAt: number;
  readonly deriveKey: DeriveKey;
}

/** The bytes of a kit. Errors: kit/passphrase-too-short, kit/too-large. */
export const sealKit = async (
  content: KitContent,
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
  const head = writeHead({ madeAt, salt, iv, bodyBytes: plain.length + TAG_BYTES });
  if (head.length + plain.length + TAG_BYTES > MAX_KIT_BYTES) throw new AppError('kit/too-large');
  const sealed = seal(await deriveKey(passphrase, salt), head, plain, () => iv);
  return Buffer.concat([Buffer.from(head, 'latin1'), sealed.ct, sealed.tag]);
};

/**
 * What is in a kit, with its key. Errors: kit/wrong-passphrase, for a key that does not fit and for a changed byte
 * alike: the cipher cannot tell them apart; kit/damaged for a content no app has written.
 */
export const unsealKit = (kit: SealedKit, key: Buffer): KitContent => {
  const plain = unseal(key, kit.head, kit);
  if (plain === null) throw new AppError('kit/wrong-passphrase');
  try {
    return kitContentSchema.parse(JSON.parse(plain.toString('utf8')));
  } catch {
    // Neither error may go on: both quote what they read.
    throw new AppError('kit/damaged');
  }
};

/** Opens a kit. Errors: as `unsealKit`. */
export const openKit = async (
  kit: SealedKit,
  passphrase: string,
  deriveKey: DeriveKey,
): Promise<KitContent> => {
  // No kit has a passphrase this short: it costs nothing to say so.
  if (passphraseLength(passphrase) < MIN_PASSPHRASE_LENGTH) {
    throw new AppError('kit/wrong-passphrase');
  }
  return unsealKit(kit, await deriveKey(passphrase, kit.salt));
};
