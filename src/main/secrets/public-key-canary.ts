import { createDecipheriv, pbkdf2Sync } from 'node:crypto';

const PREFIX = Buffer.from('v10');
const IV = Buffer.alloc(16, ' ');

/**
 * True if `encrypted` opens to `plain` with the key that is printed in Chromium's source. On Linux without a
 * keyring that key is all there is, whatever the backend calls itself, and encrypting with it protects nothing.
 */
export const opensWithPublicKey = (encrypted: Buffer, plain: string): boolean => {
  if (!encrypted.subarray(0, PREFIX.length).equals(PREFIX)) return false;
  const key = pbkdf2Sync('peanuts', 'saltysalt', 1, 16, 'sha1');
  try {
    const decipher = createDecipheriv('aes-128-cbc', key, IV);
    const opened = [decipher.update(encrypted.subarray(PREFIX.length)), decipher.final()];
    return Buffer.concat(opened).toString('utf8') === plain;
  } catch {
    return false;
  }
};
