import { createHash } from 'node:crypto';
import { normalPassphrase } from '../../../contract/passphrase';
import type { DeriveKey } from '../passphrase-file';

/** In place of the slow derivation where its cost is not what is looked at. */
export const quickKey: DeriveKey = async (passphrase, salt) =>
  createHash('sha256').update(normalPassphrase(passphrase)).update(salt).digest();
