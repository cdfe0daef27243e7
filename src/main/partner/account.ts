import type { AnonymousId } from '../../contract/anonymous-id';
import { AppError, toAppError } from '../../contract/errors';
import type { AccountLink } from '../mimi-core/account-link';
import {
  isSameAccount,
  type PartnerIdentity,
  type PartnerTokens,
} from '../mimi-core/partner-records';
import type { Clock } from '../mimi-core/ports';
import type { RecordsChange } from '../mimi-core/record-changes';
import type { Owner } from '../mimi-core/records';
import { TokenRefused, type Association, type AssociationClient } from './association-client';
import type { OpenId } from './openid';

/** The account signed in, with tokens that are kept usable. Errors of all: partner/*, secrets/*. */
export interface Account {
  /** Runs `call` as `identity`, who must be signed in; a token the partner refuses is renewed once. */
  as<T>(identity: PartnerIdentity, call: (access: string) => Promise<T>): Promise<T>;
  /** What the account has now. */
  read(identity: PartnerIdentity, known: Association | null): Promise<Association | null>;
  /** Stores an id with an account that has none yet; the link to be noted, or null if it has another one. */
  store(owner: Owner, identity: PartnerIdentity, id: AnonymousId): Promise<RecordsChange | null>;
  /** Takes what it was seen to have off the account; false: it has something else by now. */
  takeOff(identity: PartnerIdentity, has: Association): Promise<boolean>;
  /** Tells the partner of tokens that are not needed any more. Never throws. */
  leave(): Promise<void>;
}

interface AccountDeps {
  readonly link: AccountLink;
  readonly openId: () => Promise<OpenId>;
  readonly associations: AssociationClient;
  readonly clock: Pick<Clock, 'now'>;
  readonly issuer: string;
  /** Told what the account has whenever that is certain. */
  readonly found: (identity: PartnerIdentity, association: Association | null) => void;
}

/** Milliseconds before its end at which an access token is renewed. */
const MARGIN_MS = 30_000;

/** Creates it. */
export const createAccount = ({
  link,
  openId,
  associations,
  clock,
  issuer,
  found,
}: AccountDeps): Account => {
  const { partner: changes } = link.changes;
  let renewal: { readonly of: string; readonly result: Promise<string> } | null = null;

  const tokensOf = (identity: PartnerIdentity): PartnerTokens => {
    const { account } = link.state.partner;
    const isSignedIn = account !== null && account.issuer === issuer;
    if (!isSignedIn || !isSameAccount(account, identity) || account.tokens === null) {
      throw new AppError('partner/sign-in-again');
    }
    return account.tokens;
  };

  /** What came of the tokens with `tried`, on disk; the access token then, which is that of a newer sign-in if there is one. */
  const replace = async (
    identity: PartnerIdentity,
    tried: string,
    tokens: PartnerTokens | null,
  ): Promise<string> => {
    await link.update(changes.renewTokens(identity, tried, tokens));
    void leave();
    return tokensOf(identity).accessToken;
  };

  const refresh = async (
    identity: PartnerIdentity,
    { accessToken, refreshToken }: PartnerTokens,
  ): Promise<string> => {
    if (refreshToken === null) return replace(identity, accessToken, null);
    const tokens = await (await openId()).refresh(refreshToken).catch((thrown: unknown) => {
      if (toAppError(thrown).code !== 'partner/sign-in-again') throw thrown;
      return null;
    });
    return replace(identity, accessToken, tokens);
  };

  /** One renewal for all who need it: a refresh token can often be used only once. */
  const renew = (identity: PartnerIdentity, tokens: PartnerTokens) => {
    const { accessToken } = tokens;
    if (renewal?.of === accessToken) return renewal.result;
    const result = refresh(identity, tokens).finally(() => (renewal = null));
    renewal = { of: accessToken, result };
    return result;
  };

  const as: Account['as'] = async (identity, call) => {
    const tokens = tokensOf(identity);
    const isFresh = tokens.accessExpiresAt - clock.now() > MARGIN_MS;
    const access = isFresh ? tokens.accessToken : await renew(identity, tokens);
    return call(access).catch(async (thrown: unknown) => {
      if (!(thrown instanceof TokenRefused)) throw thrown;
      const now = tokensOf(identity);
      const next = now.accessToken === access ? await renew(identity, now) : now.accessToken;
      return call(next).catch(async (again: unknown) => {
        if (!(again instanceof TokenRefused)) throw again;
        return call(await replace(identity, next, null));
      });
    });
  };

  const read: Account['read'] = async (identity, known) => {
    const association = await as(identity, (access) => associations.get(access, known));
    found(identity, association);
    return association;
  };

  const leave = async (): Promise<void> => {
    for (const { issuer: of, token } of link.state.partner.leaving) {
      try {
        if (of === issuer) await (await openId()).revoke(token);
        await link.update(changes.left(token));
      } catch {
        // It stays on the list; the next look tries again.
        return;
      }
    }
  };

  return {
    as,
    read,
    leave,
    async store({ service, userId }, identity, id) {
      const { issuer: iss, sub } = identity;
      const put = await as(identity, (access) => associations.put(access, id, null));
      // Taken: by this very id if only the reply was lost, else by another, which stays.
      const has = put ?? (await read(identity, null));
      // Gone again in between: as long as it waits, it is tried again.
      if (has === null) throw new AppError('partner/unreachable');
      if (put !== null) found(identity, put);
      if (has.anonymousId !== id) return null;
      return changes.link({ issuer: iss, sub, service, userId, etag: has.etag });
    },
    async takeOff(identity, { etag }) {
      const isGone = await as(identity, (access) => associations.remove(access, etag));
      if (isGone) found(identity, null);
      return isGone;
    },
  };
};
