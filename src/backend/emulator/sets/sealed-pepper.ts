import { createCipheriv, createDecipheriv, createHmac, scrypt } from 'node:crypto';
import { promisify } from 'node:util';
import { z } from 'zod';

const derive = promisify<string, Buffer, number, Buffer>(scrypt);

const base64 = z.string().regex(/^[\w-]{1,200}$/);

/** Tells peppers apart and nothing more: 16 hexadecimal digits. */
export const pepperIdSchema = z.string().regex(/^[0-9a-f]{16}$/);

/** A pepper under a passphrase: scrypt with Node's own cost, AES-256-GCM. All base64url. */
export const sealedPepperSchema = z.strictObject({ salt: base64, nonce: base64, sealed: base64 });

/** What a passphrase may be: it comes in a header. */
export const setPassphraseSchema = z.string().regex(/^[\x20-\x7e]{8,200}$/);

type SealedPepper = z.infer<typeof sealedPepperSchema>;

/** The name of a pepper. */
export const pepperId = (pepper: string): string =>
  createHmac('sha256', Buffer.from(pepper, 'hex')).update('set').digest('hex').slice(0, 16);

/** Seals a pepper under a passphrase. */
export const sealPepper = async (
  pepper: string,
  passphrase: string,
  randomBytes: (size: number) => Uint8Array,
): Promise<SealedPepper> => {
  const [salt, nonce] = [Buffer.from(randomBytes(16)), Buffer.from(randomBytes(12))];
  const cipher = createCipheriv('aes-256-gcm', await derive(passphrase, salt, 32), nonce);
  const bytes = [cipher.update(pepper, 'hex'), cipher.final(), cipher.getAuthTag()];
  const [saltText, nonceText, sealed] = [salt, nonce, Buffer.concat(bytes)].map((part) =>
    part.toString('base64url'),
  );
  return sealedPepperSchema.parse({ salt: saltText, nonce: nonceText, sealed });
};

/** The pepper; null when it is another passphrase or the bytes are not what was sealed. */
export const openPepper = async (
  { salt, nonce, sealed }: SealedPepper,
  passphrase: string,
): Promise<string | null> => {
  const key = await derive(passphrase, Buffer.from(salt, 'base64url'), 32);
  const bytes = Buffer.from(sealed, 'base64url');
  if (bytes.length !== 48) return null;
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, Buffer.from(nonce, 'base64url'));
    decipher.setAuthTag(bytes.subarray(32));
    return Buffer.concat([decipher.update(bytes.subarray(0, 32)), decipher.final()]).toString(
      'hex',
    );
  } catch {
    return null;
  }
};
