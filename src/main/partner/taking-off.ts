import { AppError } from '../../contract/errors';
import type { AccountLink } from '../mimi-core/account-link';
import { digestOf, type PartnerAccount } from '../mimi-core/partner-records';
import type { Dissociate } from '../mimi-core/ports';
import type { Account } from './account';

interface TakingOffDeps {
  readonly link: AccountLink;
  readonly account: Account;
  /** The account signed in. Errors: partner/sign-in-again. */
  readonly requireAccount: () => PartnerAccount;
}

/** The two ways in which an account loses an id. Errors of both: partner/*. */
interface TakingOff {
  /** Asked for by the person: whatever it has, and whatever is on its way to it. */
  readonly unlink: () => Promise<void>;
  /** Its user was deleted: that very id, and no other. */
  readonly dissociate: Dissociate;
}

/** Creates them. What an account has is always deleted by the ETag it was seen with. */
export const createTakingOff = ({ link, account, requireAccount }: TakingOffDeps): TakingOff => {
  const { partner: changes } = link.changes;

  const unlinkNow = async (): Promise<void> => {
    const identity = requireAccount();
    // Before the account is empty: then it gets none that waits.
    await link.update(changes.callOff(identity));
    const has = await account.read(identity, null);
    if (has !== null && !(await account.takeOff(identity, has))) {
      throw new AppError('partner/changed-meanwhile');
    }
    await link.update(changes.unlink(identity));
  };

  return {
    // Behind an id that is under way: what became of it, its reply lost or not, is seen then.
    unlink: () => link.inTurn(unlinkNow),
    async dissociate(entry) {
      const has = await account.read(entry, null);
      if (has === null || digestOf(has.anonymousId) !== entry.idDigest) return;
      // Stored anew at this moment: as long as it waits, it is looked at again.
      if (!(await account.takeOff(entry, has))) throw new AppError('partner/unreachable');
    },
  };
};
