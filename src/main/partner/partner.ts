import { AppError, toAppError, type ErrorCode } from '../../contract/errors';
import type { PartnerView } from '../../contract/ipc/partner-view';
import type { ProfileView } from '../../contract/ipc/snapshot';
import type { PartnerConfig } from '../config/config';
import { createInTurn } from '../files/in-turn';
import type { MimiCore } from '../mimi-core/mimi-core';
import { isSameAccount, type PartnerAccount } from '../mimi-core/partner-records';
import type { Associate, Clock, Dissociate, ServiceFetch } from '../mimi-core/ports';
import type { ServiceId } from '../mimi-core/records';
import { createAccount } from './account';
import { createAssociationClient, type Association } from './association-client';
import { createConflict, type Conflict } from './conflict';
import type { OpenId } from './openid';
import type { IsOwnPeer } from './own-peer';
import { openAssociation } from './open-association';
import { viewPartner } from './partner-view';
import { createSignIn, type OpenBrowser } from './sign-in';
import { createTakingOff } from './taking-off';

/** What a partner account needs of the app around it. */
export interface PartnerDeps {
  readonly config: PartnerConfig;
  readonly core: MimiCore;
  readonly service: ServiceId;
  readonly clock: Clock;
  readonly fetch: ServiceFetch;
  /** The profile open here, as the snapshot tells it. */
  readonly profile: () => ProfileView;
  readonly isTestRunning: () => boolean;
  /** Who may come back from the browser. */
  readonly isOwnPeer: IsOwnPeer;
  /** The page the browser ends on. */
  readonly page: (accepted: boolean) => string;
  readonly changed: () => void;
  /** Another profile is open now, for another product of the same account has chosen it. */
  readonly followed: () => void;
}

/** The account at a partner that keeps the profile's id. What its calls do is said in the contract. */
export interface Partner extends Conflict {
  view(): PartnerView;
  signIn(open: OpenBrowser): Promise<'signed-in' | 'cancelled'>;
  openAgain(open: OpenBrowser): Promise<void>;
  copyAddress(write: (url: string) => Promise<void>): Promise<boolean>;
  cancelSignIn(): void;
  look(): Promise<void>;
  openAccountProfile(): Promise<void>;
  store(): Promise<void>;
  unlink(): Promise<void>;
  /** `isStored`: only if the account has the profile open here for certain; its userId then. */
  signOut(isStored: boolean): Promise<string | null>;
  readonly associate: Associate;
  readonly dissociate: Dissociate;
  dispose(): void;
}

/** What the person reads at once, or what shows as a status of its own, is no lasting trouble with the partner. */
const PASSING: readonly ErrorCode[] = [
  'partner/changed-meanwhile',
  'partner/not-stored',
  'partner/sign-in-again',
  'partner/test-running',
  'session/no-user',
];

/** Creates it; nothing is sent before it is asked to look. */
export const createPartner = (deps: PartnerDeps): Partner => {
  const { config, core, clock, fetch } = deps;
  const link = core.accountLink;
  const { partner: changes } = link.changes;
  const associations = createAssociationClient({ url: config.associationUrl, fetch, clock });
  const inTurn = createInTurn();
  let found: { readonly sub: string; readonly association: Association | null } | null = null;
  let trouble: ErrorCode | null = null;
  let shown = '';

  let loading: Promise<OpenId> | null = null;
  const openId = (): Promise<OpenId> =>
    (loading ??= import('./openid').then(({ createOpenId }) =>
      createOpenId({ config, fetch, clock }),
    ));

  /** Who is signed in at the configured partner. */
  const signedIn = (): PartnerAccount | null => {
    const { account } = link.state.partner;
    return account?.issuer === config.issuer ? account : null;
  };
  const requireAccount = (): PartnerAccount => {
    const account = signedIn();
    if (account?.tokens) return account;
    throw new AppError('partner/sign-in-again');
  };

  const known = (): Association | null | undefined => {
    const account = signedIn();
    return account !== null && found?.sub === account.sub ? found.association : undefined;
  };

  const view = (): PartnerView => {
    const state = link.state;
    const partner = { ...state.partner, account: signedIn() };
    const signInPhase = signIn.phase();
    return viewPartner({
      name: config.name,
      state: { ...state, partner },
      found: known(),
      signIn: signInPhase,
      trouble,
    });
  };

  const changed = (): void => {
    const next = JSON.stringify(view());
    if (next === shown) return;
    shown = next;
    deps.changed();
  };

  const signIn = createSignIn({
    openId,
    clock,
    issuer: config.issuer,
    isOwnPeer: deps.isOwnPeer,
    page: deps.page,
    changed,
  });
  const account = createAccount({
    ...{ link, openId, associations, clock, issuer: config.issuer },
    found: ({ sub }, association) => {
      found = { sub, association };
      changed();
    },
  });

  /** Notes how asking the partner ended, for the screen. */
  const watched = async <T>(work: Promise<T>): Promise<T> => {
    try {
      const result = await work;
      trouble = null;
      return result;
    } catch (thrown) {
      const { code } = toAppError(thrown);
      trouble = PASSING.includes(code) ? null : code;
      throw thrown;
    } finally {
      changed();
    }
  };

  const open = (identity: PartnerAccount, association: Association): Promise<void> =>
    openAssociation({ core, link, isTestRunning: deps.isTestRunning }, identity, association);

  /** Brings this computer into line with what the account was just seen to have. */
  const settle = async (identity: PartnerAccount, has: Association | null): Promise<void> => {
    const { user, partner } = link.state;
    const own = partner.links.find((each) => isSameAccount(each, identity));
    if (has === null) {
      if (own) await link.update(changes.unlink(identity));
      if (user === null && identity.isOpening) await link.update(changes.endOpening(identity));
    } else if (user?.anonymousId === has.anonymousId) {
      const { service, userId } = user;
      const { issuer, sub } = identity;
      const linked = { issuer, sub, service, userId, etag: has.etag };
      if (own?.etag !== has.etag || own.userId !== userId) await link.update(changes.link(linked));
    } else if (user === null ? identity.isOpening : own?.userId === user.userId) {
      // Signed in to get it here, or another product of the same account has decided for it.
      if (deps.isTestRunning()) return;
      await open(identity, has);
      if (user !== null) deps.followed();
    }
  };

  const lookNow = async (): Promise<void> => {
    await core.ready;
    void account.leave();
    const identity = signedIn();
    if (!identity?.tokens) return;
    const before = known();
    await link.send().catch(() => undefined);
    await settle(identity, await account.read(identity, before ?? null));
  };
  const look = (): Promise<void> => watched(inTurn(lookNow));

  const conflict = createConflict({ ...deps, link, account, associations, requireAccount, open });

  const { unlink, dissociate } = createTakingOff({ link, account, requireAccount });

  link.onChanged(changed);

  return {
    view,
    look,
    async signIn(openBrowser) {
      await core.ready;
      const signed = await signIn.run(openBrowser);
      if (signed === null) return 'cancelled';
      trouble = null;
      const identity = { issuer: config.issuer, service: deps.service };
      await link.update(changes.signIn({ ...signed, ...identity }));
      void account.leave();
      // Signed in is what was asked for: how the look ends stands in the snapshot.
      await look().catch(() => undefined);
      return 'signed-in';
    },
    openAgain: (openBrowser) => signIn.openAgain(openBrowser),
    copyAddress: (write) => signIn.copyAddress(write),
    cancelSignIn: () => signIn.cancel(),
    openAccountProfile: () =>
      watched(
        inTurn(async () => {
          const identity = requireAccount();
          const has = await account.read(identity, null);
          if (has === null) throw new AppError('partner/changed-meanwhile');
          await open(identity, has);
        }),
      ),
    async store() {
      const { user } = link.state;
      const identity = requireAccount();
      if (user === null) throw new AppError('session/no-user');
      await link.update(changes.associate(user, identity));
      if (signedIn()?.sub !== identity.sub) throw new AppError('partner/changed-meanwhile');
      await watched(link.send());
    },
    compare: () => watched(inTurn(() => conflict.compare())),
    choose: (side) => watched(inTurn(() => conflict.choose(side))),
    unlink: () => watched(inTurn(unlink)),
    signOut: (isStored) =>
      inTurn(async () => {
        const { user } = link.state;
        if (isStored) {
          const has = await watched(account.read(requireAccount(), null));
          const isSafe = user !== null && has?.anonymousId === user.anonymousId;
          if (!isSafe) throw new AppError('partner/not-stored');
        }
        await link.update(changes.signOut);
        [found, trouble] = [null, null];
        changed();
        void account.leave();
        return user?.userId ?? null;
      }),
    associate: (entry, anonymousId) => watched(account.store(entry, entry, anonymousId)),
    dissociate: (entry) => watched(dissociate(entry)),
    dispose: () => signIn.cancel(),
  };
};
