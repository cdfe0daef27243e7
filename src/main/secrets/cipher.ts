/**
 * Why a wrapped key could not be opened: `locked` when the key to it is not to be had now, `cannot-decrypt`
 * when there is one but it does not fit.
 */
export class CipherError extends Error {
  override readonly name = 'CipherError';
  constructor(readonly reason: 'locked' | 'cannot-decrypt') {
    super(reason);
  }
}

/** Wraps the one key everything else is encrypted with. */
export interface KeyCipher {
  /** Whether keys can be wrapped safely now. Never throws. */
  availability(): Promise<'available' | 'unavailable'>;
  /** Throws `CipherError`. */
  wrap(key: Buffer): Promise<Buffer>;
  /** `rewrap`: the system asks for the key to be wrapped again. Throws `CipherError`. */
  unwrap(wrapped: Buffer): Promise<{ readonly key: Buffer; readonly rewrap: boolean }>;
}

/** Bytes of the key that encrypts the records: AES-256. */
export const KEY_BYTES = 32;
