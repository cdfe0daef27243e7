import { createHmac, timingSafeEqual } from 'node:crypto';

type Purpose = 'anonymous-id' | 'session' | 'access-token' | 'refresh-token';

/** One refresh token taken apart. */
export interface RefreshToken {
  readonly sessionSecret: string;
  /** 0 for the first token of a session, one more with each rotation. */
  readonly counter: number;
}

/** Everything that is keyed with the database's pepper. */
export interface Keys {
  /** What is stored in place of a secret: HMAC-SHA256(pepper, purpose and secret) in hex. */
  hash(purpose: Purpose, secret: string): string;
  /** 256 random bits, base64url. */
  newSecret(): string;
  /** The token is computed, not stored: after a lost reply its parent yields the very same successor. */
  refreshToken(token: RefreshToken): string;
  /** Null unless this service made the token. */
  readRefreshToken(token: string): RefreshToken | null;
}

/** Compares two strings of equal length in constant time. */
export const sameText = (a: string, b: string): boolean => {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
};

/** Creates the keyed functions of one database. `pepper` is 64 hexadecimal digits. */
export const createKeys = (pepper: string, randomBytes: (size: number) => Uint8Array): Keys => {
  const key = Buffer.from(pepper, 'hex');
  const hash = (purpose: Purpose, secret: string): string =>
    createHmac('sha256', key).update(`${purpose}\0${secret}`).digest('hex');
  const refreshToken = ({ sessionSecret, counter }: RefreshToken): string => {
    const head = `${sessionSecret}.${String(counter)}`;
    return `${head}.${hash('refresh-token', head)}`;
  };
  return {
    hash,
    newSecret: () => Buffer.from(randomBytes(32)).toString('base64url'),
    refreshToken,
    readRefreshToken: (token) => {
      const [sessionSecret = '', digits = ''] = token.split('.');
      const read = { sessionSecret, counter: Number(digits) };
      return sameText(refreshToken(read), token) ? read : null;
    },
  };
};
