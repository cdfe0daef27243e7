import { createCipheriv, createDecipheriv } from 'node:crypto';

const ALGORITHM = 'aes-256-gcm';
const IV_BYTES = 12;
const TAG_BYTES = 16;

/** AES-256-GCM output; all three parts are needed to open it. */
export interface Sealed {
  readonly iv: Buffer;
  readonly tag: Buffer;
  readonly ct: Buffer;
}

/** Encrypts with integrity; `label` must be the same when opening. */
export const seal = (
  key: Buffer,
  label: string,
  plain: Uint8Array,
  randomBytes: (size: number) => Buffer,
): Sealed => {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv(ALGORITHM, key, iv, { authTagLength: TAG_BYTES });
  cipher.setAAD(Buffer.from(label, 'utf8'));
  const ct = Buffer.concat([cipher.update(plain), cipher.final()]);
  return { iv, tag: cipher.getAuthTag(), ct };
};

/** The plain bytes, or null if key, label or a single bit of the content does not fit. */
export const unseal = (key: Buffer, label: string, sealed: Sealed): Buffer | null => {
  if (sealed.iv.length !== IV_BYTES || sealed.tag.length !== TAG_BYTES) return null;
  try {
    const decipher = createDecipheriv(ALGORITHM, key, sealed.iv, { authTagLength: TAG_BYTES });
    decipher.setAAD(Buffer.from(label, 'utf8'));
    decipher.setAuthTag(sealed.tag);
    return Buffer.concat([decipher.update(sealed.ct), decipher.final()]);
  } catch {
    return null;
  }
};

/** One run of bytes: iv, tag, ciphertext. */
export const packSealed = (sealed: Sealed): Buffer =>
  Buffer.concat([sealed.iv, sealed.tag, sealed.ct]);

/** The parts of `packSealed`; too short a run gives parts that do not open. */
export const unpackSealed = (bytes: Buffer): Sealed => ({
  iv: bytes.subarray(0, IV_BYTES),
  tag: bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES),
  ct: bytes.subarray(IV_BYTES + TAG_BYTES),
});
