import {
  isSameAccount,
  NO_PARTNER,
  type PartnerAccount,
  type PartnerIdentity,
  type PartnerLink,
  type PartnerRecords,
  type PartnerTokens,
} from './partner-records';
import type { RecordsChange } from './record-changes';
import { isSameOwner, type OutboxEntry, type Owner, type SessionRecords } from './records';

type Association = Extract<OutboxEntry, { type: 'association' }>;

const partnerOf = ({ partner = NO_PARTNER }: SessionRecords): PartnerRecords => partner;

const withPartner = (records: SessionRecords, change: Partial<PartnerRecords>): SessionRecords => ({
  ...records,
  partner: { ...partnerOf(records), ...change },
});

/** The entries that take `user`'s id to an account. */
export const associationsOf = (records: SessionRecords, user: Owner): Association[] =>
  records.outbox.filter((e) => e.type === 'association').filter((e) => isSameOwner(e, user));

/** The accounts `user`'s id is stored with, or will be. */
export const accountsOf = (records: SessionRecords, user: Owner): PartnerIdentity[] => [
  ...partnerOf(records).links.filter((link) => isSameOwner(link, user)),
  ...associationsOf(records, user),
];

const queue =
  ({ service, userId }: Owner, { issuer, sub }: PartnerIdentity, entryId: string): RecordsChange =>
  (records) => {
    const entry = { entryId, service, userId, type: 'association' as const, issuer, sub };
    return { ...records, outbox: [...records.outbox, entry] };
  };

/**
 * Takes note of a user who just became current: their id goes to the account that is signed in at this moment, in the
 * same durable step. One that belongs to any account already stays where it is.
 */
export const associateNew =
  (user: Owner, newId: () => string): RecordsChange =>
  (records) => {
    const { account } = partnerOf(records);
    if (account?.service !== user.service) return records;
    const opened = account.isOpening
      ? withPartner(records, { account: { ...account, isOpening: false } })
      : records;
    return accountsOf(records, user).length > 0 ? opened : queue(user, account, newId())(opened);
  };

/** Tokens of `account` that nobody needs any more. */
const tokensLeft = (account: PartnerAccount | null): PartnerRecords['leaving'] => {
  const token = account?.tokens && (account.tokens.refreshToken ?? account.tokens.accessToken);
  return account && token ? [{ issuer: account.issuer, token }] : [];
};

/** The changes about partner accounts, as pure functions for one durable step each. */
export const createPartnerChanges = (newId: () => string) => {
  /** Asked for by the person: stores `user`'s id with the account signed in, whoever it belonged to before. */
  const associate =
    (user: Owner): RecordsChange =>
    (records) => {
      const { account } = partnerOf(records);
      if (account?.service !== user.service) return records;
      const waits = associationsOf(records, user).some((entry) => isSameAccount(entry, account));
      return waits ? records : queue(user, account, newId())(records);
    };

  /**
   * `account` is signed in from now on, and whoever was before is left. The id of the user logged in goes to it in the
   * same step; where nobody is, its profile is to be opened.
   */
  const signIn =
    (account: Omit<PartnerAccount, 'isOpening'>): RecordsChange =>
    (records) => {
      const { current } = records;
      const isActive = current?.signedOut === null && current.service === account.service;
      const user = isActive ? current : null;
      const before = partnerOf(records);
      const leaving = [...before.leaving, ...tokensLeft(before.account)];
      const signedIn = withPartner(records, {
        account: { ...account, isOpening: user === null },
        leaving,
      });
      return user === null ? signedIn : associateNew(user, newId)(signedIn);
    };

  /** Nobody is signed in any more; profiles and what waits for that account stay. */
  const signOut: RecordsChange = (records) => {
    const { account, leaving } = partnerOf(records);
    return withPartner(records, {
      account: null,
      leaving: [...leaving, ...tokensLeft(account)],
    });
  };

  /** New tokens of the account, or null when the partner refuses the old ones; nothing if another is signed in. */
  const renewTokens =
    (identity: PartnerIdentity, tokens: PartnerTokens | null): RecordsChange =>
    (records) => {
      const { account } = partnerOf(records);
      if (account === null || !isSameAccount(account, identity)) return records;
      return withPartner(records, { account: { ...account, tokens } });
    };

  /** The partner confirmed that the account has the user's id: nothing waits for that any more. */
  const link =
    (confirmed: PartnerLink): RecordsChange =>
    (records) => {
      const others = partnerOf(records).links.filter((other) => !isSameAccount(other, confirmed));
      const linked = withPartner(records, { links: [...others, confirmed] });
      const waiting = associationsOf(records, confirmed).filter((e) => isSameAccount(e, confirmed));
      return { ...linked, outbox: linked.outbox.filter((e) => !waiting.some((w) => w === e)) };
    };

  /** The account has no id, or not one of ours. */
  const unlink =
    (identity: PartnerIdentity): RecordsChange =>
    (records) => {
      const { links } = partnerOf(records);
      const others = links.filter((other) => !isSameAccount(other, identity));
      return others.length === links.length ? records : withPartner(records, { links: others });
    };

  /** There was nothing to open. */
  const endOpening: RecordsChange = (records) => {
    const { account } = partnerOf(records);
    return account?.isOpening
      ? withPartner(records, { account: { ...account, isOpening: false } })
      : records;
  };

  /** The partner knows that these tokens are given up. */
  const left =
    (token: string): RecordsChange =>
    (records) =>
      withPartner(records, {
        leaving: partnerOf(records).leaving.filter((each) => each.token !== token),
      });

  return { associate, signIn, signOut, renewTokens, link, unlink, endOpening, left };
};

/** `records` without the links of a user whose id is not kept here any more. */
export const forgetLinks =
  (user: Owner): RecordsChange =>
  (records) =>
    records.partner?.links.some((link) => isSameOwner(link, user))
      ? withPartner(records, {
          links: records.partner.links.filter((link) => !isSameOwner(link, user)),
        })
      : records;
