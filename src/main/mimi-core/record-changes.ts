import type { LogoutReason } from '../../contract/mimi-user';
import type { AnonymousId } from '../../contract/anonymous-id';
import {
  isSameOwner,
  type CurrentUser,
  type KeptUser,
  type OutboxEntry,
  type ServiceId,
  type SessionRecords,
  type StoredTokens,
} from './records';
import {
  associateNew,
  createPartnerChanges,
  dissociate,
  endDissociation,
  endOpening,
  forgetLinks,
} from './partner-changes';
import { UNCONFIRMED_USER_ID } from './own-records';
import { createTestChanges } from './test-changes';

export type RecordsChange = (records: SessionRecords) => SessionRecords;

type Key = Pick<KeptUser, 'service' | 'anonymousId'>;

const isSameId = (a: Key, b: Key): boolean =>
  a.service === b.service && a.anonymousId === b.anonymousId;

const withoutId = (kept: readonly KeptUser[], key: Key): KeptUser[] =>
  kept.filter((k) => !isSameId(k, key));

const keep =
  ({ service, userId, anonymousId, createdAt, yearOfBirth }: KeptUser): RecordsChange =>
  (records) => {
    const user = { service, userId, anonymousId, createdAt, yearOfBirth };
    return { ...records, kept: [...withoutId(records.kept, user), user] };
  };

/** Gives up a creation without losing its id: the service may already know it. */
const parkPending: RecordsChange = (records) => {
  const { pending } = records;
  if (pending === null) return records;
  const parked = { ...pending, userId: UNCONFIRMED_USER_ID, createdAt: 0 };
  return keep(parked)({ ...records, pending: null });
};

/** Ends the creation of an id that is in other hands, or nobody's any more. */
const giveUpPending =
  (key: Key): RecordsChange =>
  (records) =>
    records.pending !== null && isSameId(records.pending, key)
      ? { ...records, pending: null }
      : records;

/** True while `records` still hold the very session that `user` was read from. */
const isSameSession = ({ current }: SessionRecords, user: CurrentUser): boolean =>
  current !== null &&
  current.signedOut === null &&
  isSameId(current, user) &&
  current.tokens?.refreshToken === user.tokens?.refreshToken;

export type RecordChanges = ReturnType<typeof createRecordChanges>;

/** Every change the engine makes to the records, as pure functions for one durable step each. */
export const createRecordChanges = (service: ServiceId, newId: () => string) => {
  /** Queues the revocation of one refresh token. */
  const revoke =
    (userId: string, refreshToken: string, issuer = service): RecordsChange =>
    (records) => {
      const type = 'revoke' as const;
      const entry = { entryId: newId(), service: issuer, userId, type, refreshToken };
      return { ...records, outbox: [...records.outbox, entry] };
    };

  const revokeSession = ({ userId, tokens, service }: CurrentUser): RecordsChange =>
    tokens === null ? (records) => records : revoke(userId, tokens.refreshToken, service);

  /** Queues a year of birth in place of an older one of the same user. */
  const submitYear =
    (userId: string, yearOfBirth: number): RecordsChange =>
    (records) => {
      const type = 'year-of-birth' as const;
      const entry = { entryId: newId(), service, userId, type, yearOfBirth };
      const others = records.outbox.filter((e) => e.type !== type || !isSameOwner(e, entry));
      return { ...records, outbox: [...others, entry] };
    };

  /**
   * Begins a creation, or goes on with one begun: the id of the pending creation, else a parked one, else
   * a new one. A newer year of birth replaces the older.
   */
  const beginCreation =
    (yearOfBirth: number | null): RecordsChange =>
    (records) => {
      const begun = records.pending;
      if (begun?.service === service) {
        return { ...records, pending: { ...begun, yearOfBirth: yearOfBirth ?? begun.yearOfBirth } };
      }
      const free = parkPending(records);
      const parked = free.kept.find(
        (k) => k.service === service && k.userId === UNCONFIRMED_USER_ID,
      );
      const anonymousId = parked?.anonymousId ?? (newId() as AnonymousId);
      const pending = { service, anonymousId, yearOfBirth };
      return { ...free, kept: withoutId(free.kept, pending), pending };
    };

  /**
   * One step from whoever was current to `user`: the old one moves to kept (unless the service has deleted it),
   * its tokens to the revoke queue.
   * A creation of `user` is over, with its year of birth to be submitted; any other is given up.
   */
  const becomeCurrent =
    (user: CurrentUser): RecordsChange =>
    (records) => {
      const { pending, current: old } = records;
      const isCreated = pending !== null && isSameId(pending, user);
      const free = isCreated ? { ...records, pending: null } : parkPending(records);
      const isGone = old === null || old.signedOut === 'user-deleted';
      const left = isGone ? free : keep(old)(revokeSession(old)(free));
      const switched = { ...left, kept: withoutId(left.kept, user), current: user };
      const opened = endDissociation(user)(endOpening(user)(switched));
      // Only of one made here is it known that nobody else has the id: any other goes to an account when asked for.
      const next = isCreated ? associateNew(user, newId)(opened) : opened;
      const year = isCreated ? pending.yearOfBirth : null;
      return year === null || year === user.yearOfBirth
        ? next
        : submitYear(user.userId, year)(next);
    };

  /**
   * Ends a creation begun beside the current user: the session made for it is revoked, and `user` is kept, unless they
   * became current meanwhile or are gone again.
   */
  const keepRegistered =
    (user: KeptUser, refreshToken: string): RecordsChange =>
    (records) => {
      const { pending, kept } = records;
      const isHere = [pending, ...kept].some((each) => each !== null && isSameId(each, user));
      const free = giveUpPending(user)(records);
      return revoke(user.userId, refreshToken)(isHere ? keep(user)(free) : free);
    };

  /** Ends the session and keeps the id, with the reason. */
  const signOut =
    (reason: LogoutReason): RecordsChange =>
    (records) => {
      const { current } = records;
      if (current === null) return records;
      const ended = { ...records, current: { ...current, tokens: null, signedOut: reason } };
      if (reason === 'user-deleted') return dissociate(current, newId)(ended);
      // A session the service refused has nothing to revoke, and a creation that runs beside it goes on.
      return reason === 'by-person' ? parkPending(revokeSession(current)(ended)) : ended;
    };

  /** Ends `user`'s session, if it is still the current one. */
  const signOutIfSame =
    (user: CurrentUser, reason: LogoutReason): RecordsChange =>
    (records) =>
      isSameSession(records, user) ? signOut(reason)(records) : records;

  /** New tokens for `user`; when logged out or switched meanwhile they are nobody's and must not stay valid. */
  const renew =
    (user: CurrentUser, tokens: StoredTokens): RecordsChange =>
    (records) =>
      records.current !== null && isSameSession(records, user)
        ? { ...records, current: { ...records.current, tokens } }
        : revoke(user.userId, tokens.refreshToken)(records);

  /** The current user's access token ends now. */
  const expireAccess: RecordsChange = (records) => {
    const { current } = records;
    const tokens = current?.tokens ?? null;
    if (current === null || tokens === null) return records;
    return { ...records, current: { ...current, tokens: { ...tokens, accessExpiresAt: 0 } } };
  };

  /** Facts the service confirmed about the current user; nothing if somebody else is current by now. */
  const confirm =
    (facts: Pick<KeptUser, 'userId' | 'createdAt' | 'yearOfBirth'>): RecordsChange =>
    (records) => {
      const { current } = records;
      const { userId, createdAt, yearOfBirth } = facts;
      if (current === null || !isSameOwner(current, { service, userId })) return records;
      return { ...records, current: { ...current, createdAt, yearOfBirth } };
    };

  /**
   * Removes every trace of `user`. `revokes`: the service keeps it, so its session is queued for revocation; else it has
   * deleted the user, and the accounts that have the id lose it.
   */
  const erase =
    (user: KeptUser, revokes: boolean): RecordsChange =>
    (before) => {
      const records = revokes ? before : dissociate(user, newId)(before);
      const { current, kept, outbox } = records;
      const isLeft = ({ type }: OutboxEntry): boolean =>
        type === 'dissociation' || (revokes && type === 'revoke');
      const isCurrent = current !== null && isSameId(current, user);
      const left = {
        ...records,
        current: isCurrent ? null : current,
        kept: withoutId(kept, user),
        outbox: outbox.filter((e) => !isSameOwner(e, user) || isLeft(e)),
      };
      const forgotten = forgetLinks(user)(left);
      return isCurrent && revokes ? revokeSession(current)(forgotten) : forgotten;
    };

  return {
    keep,
    partner: createPartnerChanges(newId),
    revoke,
    submitYear,
    ...createTestChanges(service, newId),
    beginCreation,
    becomeCurrent,
    keepRegistered,
    giveUpPending,
    signOut,
    signOutIfSame,
    renew,
    expireAccess,
    confirm,
    erase,
  };
};
