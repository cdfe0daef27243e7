import {
  digestOf,
  isSameAccount,
  NO_PARTNER,
  type PartnerAccount,
  type PartnerIdentity,
  type PartnerLink,
  type PartnerRecords,
  type PartnerTokens,
} from './partner-records';
import type { RecordsChange } from './record-changes';
import {
  isSameOwner,
  type KeptUser,
  type OutboxEntry,
  type Owner,
  type SessionRecords,
} from './records';

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
 * The id of a user created here, or logged in when the account signed in, goes to that account in the same durable
 * step. One that belongs to any account already stays where it is.
 */
export const associateNew =
  (user: Owner, newId: () => string): RecordsChange =>
  (records) => {
    const { account } = partnerOf(records);
    const isFree = accountsOf(records, user).length === 0;
    return account?.service === user.service && isFree
      ? queue(user, account, newId())(records)
      : records;
  };

/** Nothing is to be opened by itself any more: there was nothing, or somebody is logged in. */
export const endOpening =
  ({ service }: Pick<Owner, 'service'>): RecordsChange =>
  (records) => {
    const { account } = partnerOf(records);
    return account?.isOpening && account.service === service
      ? withPartner(records, { account: { ...account, isOpening: false } })
      : records;
  };

/** Tokens that nobody needs any more; null: there are none. */
const tokensLeft = (
  { issuer }: PartnerIdentity,
  tokens: PartnerTokens | null,
): PartnerRecords['leaving'] =>
  tokens === null ? [] : [{ issuer, token: tokens.refreshToken ?? tokens.accessToken }];

const accountLeft = (account: PartnerAccount | null): PartnerRecords['leaving'] =>
  account === null ? [] : tokensLeft(account, account.tokens);

/** The changes about partner accounts, as pure functions for one durable step each. */
export const createPartnerChanges = (newId: () => string) => {
  /**
   * Asked for by the person: stores `user`'s id with the account they see, whoever it belonged to before; nothing if
   * another is signed in by now.
   */
  const associate =
    (user: Owner, seen: PartnerIdentity): RecordsChange =>
    (records) => {
      const { account } = partnerOf(records);
      if (account?.service !== user.service || !isSameAccount(account, seen)) return records;
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
      const leaving = [...before.leaving, ...accountLeft(before.account)];
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
      leaving: [...leaving, ...accountLeft(account)],
    });
  };

  /**
   * New tokens of the account in place of those with `tried`, or null when the partner refuses these. Signed out or
   * signed in anew meanwhile, the new ones are nobody's and must not stay valid.
   */
  const renewTokens =
    (identity: PartnerIdentity, tried: string, tokens: PartnerTokens | null): RecordsChange =>
    (records) => {
      const { account, leaving } = partnerOf(records);
      const isSame = account !== null && isSameAccount(account, identity);
      return isSame && account.tokens?.accessToken === tried
        ? withPartner(records, { account: { ...account, tokens } })
        : withPartner(records, { leaving: [...leaving, ...tokensLeft(identity, tokens)] });
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

  /** Asked for by the person: no id goes to the account any more, whoever's waits for that. */
  const callOff =
    (identity: PartnerIdentity): RecordsChange =>
    (records) => ({
      ...records,
      outbox: records.outbox.filter((e) => e.type !== 'association' || !isSameAccount(e, identity)),
    });

  /** The partner knows that these tokens are given up. */
  const left =
    (token: string): RecordsChange =>
    (records) =>
      withPartner(records, {
        leaving: partnerOf(records).leaving.filter((each) => each.token !== token),
      });

  return { associate, signIn, signOut, renewTokens, link, unlink, callOff, endOpening, left };
};

/**
 * The service has deleted `user`: every account that has their id, or may have it, is to lose that very one. No other
 * is touched, and nothing of the id stays here but its digest.
 */
export const dissociate =
  ({ service, userId, anonymousId }: KeptUser, newId: () => string): RecordsChange =>
  (records) => {
    const owner = { service, userId };
    const { account } = partnerOf(records);
    const signedIn = account?.service === service ? [account] : [];
    const accounts = [...signedIn, ...accountsOf(records, owner)];
    const entries = accounts
      .filter((one, at) => accounts.findIndex((other) => isSameAccount(one, other)) === at)
      .map(({ issuer, sub }) => ({
        ...{ entryId: newId(), ...owner, type: 'dissociation' as const },
        ...{ issuer, sub, idDigest: digestOf(anonymousId) },
      }));
    const outbox = records.outbox.filter((e) => e.type !== 'association' || !isSameOwner(e, owner));
    return forgetLinks(owner)({ ...records, outbox: [...outbox, ...entries] });
  };

/** An id in use again stays with its accounts. */
export const endDissociation =
  ({ anonymousId }: Pick<KeptUser, 'anonymousId'>): RecordsChange =>
  (records) => {
    const isIts = (e: OutboxEntry): boolean =>
      e.type === 'dissociation' && e.idDigest === digestOf(anonymousId);
    return records.outbox.some(isIts)
      ? { ...records, outbox: records.outbox.filter((e) => !isIts(e)) }
      : records;
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
