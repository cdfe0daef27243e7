import { createHash } from 'node:crypto';
import type { AnonymousId } from '../../contract/anonymous-id';
import type { Owner, ServiceId } from './records';

/** One account of one partner, by the issuer of its sign-in and the subject there (OpenID Connect `iss`, `sub`). */
export interface PartnerIdentity {
  readonly issuer: string;
  readonly sub: string;
}

/** The partner's tokens; `accessExpiresAt` in milliseconds since 1970. */
export interface PartnerTokens {
  readonly accessToken: string;
  /** Null where the partner gives none: then the person signs in again once the other has ended. */
  readonly refreshToken: string | null;
  readonly accessExpiresAt: number;
}

/** The account that is signed in. */
export interface PartnerAccount extends PartnerIdentity {
  /** Where the ids it keeps belong to; with another service in use nobody is signed in. */
  readonly service: ServiceId;
  readonly name: string | null;
  /** Null once the partner has refused them: the person signs in again. */
  readonly tokens: PartnerTokens | null;
  /** Signed in while nobody was logged in: the account's profile is to be opened, if it has one. */
  readonly isOpening: boolean;
}

/** That an account has a user's id, as the partner confirmed it. */
export interface PartnerLink extends PartnerIdentity, Owner {
  readonly etag: string;
}

/** What must survive a crash about partner accounts. */
export interface PartnerRecords {
  readonly account: PartnerAccount | null;
  readonly links: readonly PartnerLink[];
  /** Tokens given up that the partner has not been told of yet. */
  readonly leaving: readonly { readonly issuer: string; readonly token: string }[];
}

export const NO_PARTNER: PartnerRecords = { account: null, links: [], leaving: [] };

/** True for the same account. */
export const isSameAccount = (a: PartnerIdentity, b: PartnerIdentity): boolean =>
  a.issuer === b.issuer && a.sub === b.sub;

/** Tells an id again without keeping it: SHA-256 in hexadecimal, of 122 random bits nobody guesses. */
export const digestOf = (id: AnonymousId): string => createHash('sha256').update(id).digest('hex');
