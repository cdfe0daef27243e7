import { maskAnonymousId } from '../../contract/anonymous-id';
import { AppError, toAppError } from '../../contract/errors';
import type { HearingProfile } from '../../contract/hearing-profile';
import type { Comparison, ProfileSide } from '../../contract/ipc/partner';
import type { ProfileView } from '../../contract/ipc/snapshot';
import type { AccountLink, Probe } from '../mimi-core/account-link';
import type { PartnerAccount } from '../mimi-core/partner-records';
import type { CurrentUser } from '../mimi-core/records';
import type { Account } from './account';
import type { Association, AssociationClient } from './association-client';
import { GONE } from './open-association';

/** Two profiles for one account: looking at both, and deciding. */
export interface Conflict {
  compare(): Promise<Comparison>;
  choose(side: 'here' | 'account'): Promise<void>;
}

interface ConflictDeps {
  readonly link: AccountLink;
  readonly account: Account;
  readonly associations: AssociationClient;
  readonly clock: { now(): number };
  readonly profile: () => ProfileView;
  readonly requireAccount: () => PartnerAccount;
  readonly open: (identity: PartnerAccount, association: Association) => Promise<void>;
}

/** What the person saw when they decided; anything else by then is not decided about. */
interface Compared {
  readonly sub: string;
  readonly userId: string;
  readonly has: Association;
  /** Null: the service knows that user no more. */
  readonly probe: Probe | null;
}

const factsOf = (
  profile: HearingProfile | null,
): Pick<ProfileSide, 'basis' | 'tests' | 'testedAt'> => ({
  basis: profile?.test.source ?? null,
  tests: profile?.count ?? 0,
  testedAt: profile?.test.takenAt ?? null,
});

/** Creates it. Nothing is merged, and the id that is not chosen is kept on this computer. */
export const createConflict = (deps: ConflictDeps): Conflict => {
  const { link, account, associations, clock, requireAccount } = deps;
  const { partner: changes, keep } = link.changes;
  let compared: Compared | null = null;

  const changedMeanwhile = (): AppError => new AppError('partner/changed-meanwhile');

  const userHere = (): CurrentUser => {
    const { user } = link.state;
    if (user === null) throw changedMeanwhile();
    return user;
  };

  const probe = (has: Association): Promise<Probe | null> =>
    link.probe(has.anonymousId).catch((thrown: unknown) => {
      if (GONE.includes(toAppError(thrown).code)) return null;
      throw thrown;
    });

  /** The account gets the profile open here; the one it had is kept first, so that nobody loses it. */
  const takeHere = async (identity: PartnerAccount, { has, probe: seen }: Compared) => {
    const { service, userId, anonymousId } = userHere();
    if (seen !== null) {
      const { user } = seen;
      const replaced = { ...user, service, anonymousId: has.anonymousId };
      await link.update(keep(replaced));
    }
    const put = await account.as(identity, (access) =>
      associations.put(access, anonymousId, has.etag),
    );
    if (put === null) {
      await account.read(identity, null);
      throw changedMeanwhile();
    }
    const { issuer, sub } = identity;
    await link.update(changes.link({ issuer, sub, service, userId, etag: put.etag }));
    await account.read(identity, put);
  };

  return {
    async compare() {
      const identity = requireAccount();
      const has = await account.read(identity, null);
      const user = userHere();
      if (has === null || has.anonymousId === user.anonymousId) throw changedMeanwhile();
      const seen = await probe(has);
      compared = { sub: identity.sub, userId: user.userId, has, probe: seen };
      const profile = deps.profile();
      const here: ProfileSide = {
        maskedId: maskAnonymousId(user.anonymousId),
        madeAt: user.createdAt,
        ...factsOf(profile.status === 'ready' ? profile.profile : null),
        usedAt: clock.now(),
      };
      if (seen === null) return { here, account: 'gone' };
      return {
        here,
        account: {
          maskedId: maskAnonymousId(has.anonymousId),
          madeAt: seen.user.createdAt,
          ...factsOf(seen.profile),
          usedAt: seen.user.lastUsedAt,
        },
      };
    },
    async choose(side) {
      const identity = requireAccount();
      const isSame = compared?.sub === identity.sub && compared.userId === userHere().userId;
      if (compared === null || !isSame) throw changedMeanwhile();
      const decided = compared;
      compared = null;
      if (side === 'here') return takeHere(identity, decided);
      const has = await account.read(identity, decided.has);
      if (has?.anonymousId !== decided.has.anonymousId) throw changedMeanwhile();
      await deps.open(identity, has);
    },
  };
};
