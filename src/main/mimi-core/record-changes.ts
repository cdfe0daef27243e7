import type { LogoutReason, MimiUser } from '../../contract/mimi-user';
import type { AnonymousId } from '../../contract/anonymous-id';
import type {
  CurrentUser,
  KeptUser,
  OutboxEntry,
  PendingUser,
  ServiceId,
  SessionRecords,
  StoredTokens,
} from './records';
import { withSecret } from './secret-field';

/** `userId` of a kept id whose registration was never confirmed: kept so that it is not lost, not offered. */
export const UNCONFIRMED_USER_ID = 'unconfirmed';

type MakeId = () => string;

/** The record's user as observers see it: the id readable by name only. */
export const publishedUser = (user: KeptUser): MimiUser =>
  withSecret(
    {
      userId: user.userId,
      isAnonymous: true as const,
      createdAt: user.createdAt,
      yearOfBirth: user.yearOfBirth,
    },
    'anonymousId',
    user.anonymousId,
  );

/** The current user if it belongs to `service`; an id is sent to no other. */
export const currentFor = (records: SessionRecords, service: ServiceId): CurrentUser | null =>
  records.current?.service === service ? records.current : null;

/** The creation begun on `service` and not confirmed. */
export const pendingFor = (records: SessionRecords, service: ServiceId): PendingUser | null =>
  records.pending?.service === service ? records.pending : null;

/** The profile to offer while nobody is logged in: the current one, else the one kept last. */
export const offeredUser = (records: SessionRecords, service: ServiceId): KeptUser | null =>
  currentFor(records, service) ??
  records.kept.findLast((k) => k.service === service && k.userId !== UNCONFIRMED_USER_ID) ??
  null;

/** The year of birth of `userId` that the service has not confirmed yet. */
export const queuedYearOfBirth = (records: SessionRecords, service: ServiceId, userId: string) => {
  const entry = records.outbox.find((e) => isYearOf(e, service, userId));
  return entry?.type === 'year-of-birth' ? entry.yearOfBirth : null;
};

const isYearOf = (entry: OutboxEntry, service: ServiceId, userId: string): boolean =>
  entry.type === 'year-of-birth' && entry.service === service && entry.userId === userId;

const sameId = (a: KeptUser, service: ServiceId, id: AnonymousId): boolean =>
  a.service === service && a.anonymousId === id;

const withoutKept = (kept: readonly KeptUser[], service: ServiceId, id: AnonymousId): KeptUser[] =>
  kept.filter((k) => !sameId(k, service, id));

const keep = (records: SessionRecords, user: KeptUser): SessionRecords => {
  const { service, userId, anonymousId, createdAt, yearOfBirth } = user;
  const facts: KeptUser = { service, userId, anonymousId, createdAt, yearOfBirth };
  return { ...records, kept: [...withoutKept(records.kept, service, anonymousId), facts] };
};

/** Queues the revocation of one refresh token. */
export const withRevoke = (
  records: SessionRecords,
  user: { readonly service: ServiceId; readonly userId: string },
  refreshToken: string,
  newId: MakeId,
): SessionRecords => {
  const { service, userId } = user;
  const entry: OutboxEntry = { entryId: newId(), service, userId, type: 'revoke', refreshToken };
  return { ...records, outbox: [...records.outbox, entry] };
};

const revokeSession = (records: SessionRecords, user: CurrentUser, newId: MakeId) =>
  user.tokens === null ? records : withRevoke(records, user, user.tokens.refreshToken, newId);

/** Queues a year of birth in place of an older one of the same user. */
export const withYearOfBirth = (
  records: SessionRecords,
  user: { readonly service: ServiceId; readonly userId: string },
  yearOfBirth: number,
  newId: MakeId,
): SessionRecords => {
  const { service, userId } = user;
  const entry: OutboxEntry = {
    entryId: newId(),
    service,
    userId,
    type: 'year-of-birth',
    yearOfBirth,
  };
  const others = records.outbox.filter((e) => !isYearOf(e, service, userId));
  return { ...records, outbox: [...others, entry] };
};

/** Gives up a creation without losing its id: the service may already know it. */
export const parkPending = (records: SessionRecords): SessionRecords => {
  if (records.pending === null) return records;
  const parked = { ...records.pending, userId: UNCONFIRMED_USER_ID, createdAt: 0 };
  return keep({ ...records, pending: null }, parked);
};

/**
 * Begins a creation, or goes on with one begun: the id of the pending creation, else a parked one, else
 * a new one. A newer year of birth replaces the older.
 */
export const beginCreation = (
  records: SessionRecords,
  service: ServiceId,
  yearOfBirth: number | null,
  newId: MakeId,
): SessionRecords => {
  const begun = pendingFor(records, service);
  if (begun !== null) {
    return { ...records, pending: { ...begun, yearOfBirth: yearOfBirth ?? begun.yearOfBirth } };
  }
  const free = parkPending(records);
  const parked = free.kept.find((k) => k.service === service && k.userId === UNCONFIRMED_USER_ID);
  const anonymousId = parked?.anonymousId ?? (newId() as AnonymousId);
  return {
    ...free,
    kept: withoutKept(free.kept, service, anonymousId),
    pending: { service, anonymousId, yearOfBirth },
  };
};

/** One step from whoever was current to `user`: the old one moves to kept, its tokens to the revoke queue. */
export const becomeCurrent = (
  records: SessionRecords,
  user: CurrentUser,
  newId: MakeId,
): SessionRecords => {
  const old = records.current;
  const replaced =
    old === null || sameId(old, user.service, user.anonymousId)
      ? records
      : keep(revokeSession(records, old, newId), old);
  const kept = withoutKept(replaced.kept, user.service, user.anonymousId);
  return { ...replaced, kept, current: user };
};

/** Ends the session and keeps the id, with the reason. */
export const signOut = (
  records: SessionRecords,
  user: CurrentUser,
  reason: LogoutReason,
  newId: MakeId,
): SessionRecords => {
  const ended: SessionRecords = {
    ...records,
    current: { ...user, tokens: null, signedOut: reason },
  };
  // A session the service refused has nothing to revoke, and a creation that runs beside it goes on.
  return reason === 'by-person' ? parkPending(revokeSession(ended, user, newId)) : ended;
};

/** Removes every trace of `user`; `revoke` queues its session for revocation (a deleted user has none). */
export const erase = (
  records: SessionRecords,
  user: KeptUser,
  revoke: boolean,
  newId: MakeId,
): SessionRecords => {
  const current = records.current;
  const isCurrent = current !== null && sameId(current, user.service, user.anonymousId);
  const cleaned: SessionRecords = {
    ...records,
    current: isCurrent ? null : current,
    kept: withoutKept(records.kept, user.service, user.anonymousId),
    outbox: records.outbox.filter(
      (e) =>
        e.service !== user.service || e.userId !== user.userId || (revoke && e.type === 'revoke'),
    ),
  };
  return revoke && isCurrent ? revokeSession(cleaned, current, newId) : cleaned;
};

/** True while `records` still hold the very session that `user` was read from. */
export const isSameSession = (records: SessionRecords, user: CurrentUser): boolean =>
  records.current !== null &&
  records.current.signedOut === null &&
  sameId(records.current, user.service, user.anonymousId) &&
  records.current.tokens?.refreshToken === user.tokens?.refreshToken;

/** The current user with facts the service confirmed; untouched if somebody else is current by now. */
export const withConfirmed = (
  records: SessionRecords,
  service: ServiceId,
  facts: {
    readonly userId: string;
    readonly createdAt: number;
    readonly yearOfBirth: number | null;
  },
): SessionRecords => {
  const current = currentFor(records, service);
  if (current?.userId !== facts.userId) return records;
  const { createdAt, yearOfBirth } = facts;
  return { ...records, current: { ...current, createdAt, yearOfBirth } };
};

/** The current user with a new token pair. */
export const withTokens = (records: SessionRecords, tokens: StoredTokens): SessionRecords =>
  records.current === null ? records : { ...records, current: { ...records.current, tokens } };
