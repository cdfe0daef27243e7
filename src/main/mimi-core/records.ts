import type { AnonymousId } from '../../contract/anonymous-id';
import type { LogoutReason } from '../../contract/mimi-user';
import type { HearingTest } from '../../hearing/hearing-test';
import type { PartnerIdentity, PartnerRecords } from './partner-records';

/** Which service an id belongs to: `embedded`, or origin + client id. An id is sent to no other. */
export type ServiceId = string;

/** Tokens of one session; times in milliseconds since 1970. */
export interface StoredTokens {
  readonly accessToken: string;
  readonly refreshToken: string;
  readonly accessExpiresAt: number;
}

/** A user whose id is kept on this computer. */
export interface KeptUser {
  readonly service: ServiceId;
  /** `unconfirmed` for a creation given up before the service confirmed it: kept, never offered. */
  readonly userId: string;
  readonly anonymousId: AnonymousId;
  readonly createdAt: number;
  /** As confirmed by the service. */
  readonly yearOfBirth: number | null;
}

/** The user the app opens on. `signedOut` set: the id is kept but nobody is logged in. */
export interface CurrentUser extends KeptUser {
  readonly tokens: StoredTokens | null;
  readonly signedOut: LogoutReason | null;
}

/** A creation begun: the id is the client's own, so registering it again is harmless. */
export interface PendingUser {
  readonly service: ServiceId;
  readonly anonymousId: AnonymousId;
  readonly yearOfBirth: number | null;
}

/** Work the service has not confirmed yet; bound to one service and user and sent only as that user. */
export type OutboxEntry = {
  readonly entryId: string;
  readonly service: ServiceId;
  readonly userId: string;
} & (
  | { readonly type: 'revoke'; readonly refreshToken: string }
  | { readonly type: 'year-of-birth'; readonly yearOfBirth: number }
  | { readonly type: 'hearing-test'; readonly test: HearingTest }
  | { readonly type: 'delete-hearing-test'; readonly testId: string }
  /** The user's id goes to this account of the partner and to no other. */
  | ({ readonly type: 'association' } & PartnerIdentity)
  /** The account is to lose the id of a user the service has deleted, if that is what it has. */
  | ({ readonly type: 'dissociation'; readonly idDigest: string } & PartnerIdentity)
);

/** Everything about sessions that must survive a crash; written as one, so a change is all or nothing. */
export interface SessionRecords {
  readonly current: CurrentUser | null;
  readonly kept: readonly KeptUser[];
  readonly pending: PendingUser | null;
  readonly outbox: readonly OutboxEntry[];
  /** Absent where nobody ever signed in to a partner. */
  readonly partner?: PartnerRecords;
}

export const EMPTY_RECORDS: SessionRecords = { current: null, kept: [], pending: null, outbox: [] };

/** Who something belongs to. */
export type Owner = Pick<KeptUser, 'service' | 'userId'>;

/** True for the same user of the same service. */
export const isSameOwner = (a: Owner, b: Owner): boolean =>
  a.service === b.service && a.userId === b.userId;
