import type { MimiUser } from '../../contract/mimi-user';
import type {
  CurrentUser,
  KeptUser,
  OutboxEntry,
  PendingUser,
  ServiceId,
  SessionRecords,
} from './records';
import { withSecret } from './secret-field';

/** `userId` of a kept id whose registration was never confirmed: kept so that it is not lost, not offered. */
export const UNCONFIRMED_USER_ID = 'unconfirmed';

/** The record's user as observers see it: the id readable by name only. */
export const publishedUser = ({
  userId,
  createdAt,
  yearOfBirth,
  anonymousId,
}: KeptUser): MimiUser =>
  withSecret(
    { userId, isAnonymous: true as const, createdAt, yearOfBirth },
    'anonymousId',
    anonymousId,
  );

/** What of the records belongs to one service; an id is sent to no other. */
export interface OwnRecords {
  readonly current: CurrentUser | null;
  /** The creation begun and not confirmed. */
  readonly pending: PendingUser | null;
  /** The profile to offer while nobody is logged in: the current one unless it was deleted, else the one kept last. */
  readonly offered: KeptUser | null;
  readonly outbox: readonly OutboxEntry[];
}

/** Picks out of `records` what belongs to `service`. */
export const ownRecords = (records: SessionRecords, service: ServiceId): OwnRecords => {
  const isOwn = (record: { readonly service: ServiceId }): boolean => record.service === service;
  const { current, pending, kept, outbox } = records;
  const own = current !== null && isOwn(current) ? current : null;
  const lastKept = kept.findLast((k) => isOwn(k) && k.userId !== UNCONFIRMED_USER_ID);
  return {
    current: own,
    pending: pending !== null && isOwn(pending) ? pending : null,
    offered: (own?.signedOut === 'user-deleted' ? null : own) ?? lastKept ?? null,
    outbox: outbox.filter(isOwn),
  };
};

/** The entry with the year of birth of `userId` that the service has not confirmed yet. */
export const queuedYear = (outbox: readonly OutboxEntry[], userId: string) =>
  outbox.filter((e) => e.type === 'year-of-birth').find((e) => e.userId === userId);
