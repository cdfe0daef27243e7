import { AppError } from '../../contract/errors';
import type { PartnerView } from '../../contract/ipc/partner-view';
import type { Language } from '../../messages/catalogue';
import type { Associate, Dissociate } from '../mimi-core/ports';
import type { ProfileKeeper } from '../profile/profile-keeper';
import type { Partner, PartnerDeps } from './partner';
import { unknownPartner } from './partner-view';

/** The partner account as the app holds it: loaded after the first picture, if one is configured at all. */
export interface PartnerSide {
  /** Null where no partner is configured. */
  view(): PartnerView | null;
  /** Errors: partner/not-configured. */
  loaded(): Promise<Partner>;
  /** The person is back at a window: what another product of the account may have changed is read again. */
  focused(): void;
  readonly associate: Associate;
  readonly dissociate: Dissociate;
  dispose(): void;
}

interface LazyPartnerDeps extends Omit<PartnerDeps, 'config' | 'isOwnPeer' | 'page' | 'profile'> {
  readonly config: PartnerDeps['config'] | undefined;
  readonly profile: Pick<ProfileKeeper, 'view' | 'refresh'>;
  readonly language: () => Language;
  /** Resolves once the page is drawn: until then nothing is loaded that nobody asked for. */
  readonly shown: Promise<void> | undefined;
}

/** Milliseconds after which a partner that could not be asked is asked again. */
const RETRY_MS = 20_000;

/** Loads the partner account of one run, and looks at it at start and whenever the person comes back. */
export const createLazyPartner = ({
  config,
  language,
  shown,
  ...deps
}: LazyPartnerDeps): PartnerSide => {
  if (config === undefined) {
    const loaded = (): Promise<never> => Promise.reject(new AppError('partner/not-configured'));
    const nothing = (): void => undefined;
    return {
      ...{ view: () => null, loaded, associate: loaded, dissociate: loaded },
      ...{ focused: nothing, dispose: nothing },
    };
  }
  let partner: Partner | null = null;
  let loading: Promise<Partner> | null = null;
  let isLooking = false;
  let stopRetry: (() => void) | null = null;
  let isOver = false;
  const isRunning = (): boolean => !isOver;

  const load = async (): Promise<Partner> => {
    const { createPartner } = await import('./partner');
    const { createMessages } = await import('../../messages/catalogue');
    const { callbackPage } = await import('./callback-page');
    const { createOwnPeerCheck, readSocketTable } = await import('./own-peer');
    const isOwnPeer = createOwnPeerCheck({
      uid: process.geteuid?.(),
      readTable: readSocketTable,
    });
    const page = (accepted: boolean): string =>
      callbackPage(createMessages(language()), language(), accepted);
    partner = createPartner({ ...deps, profile: deps.profile.view, config, isOwnPeer, page });
    deps.changed();
    return partner;
  };
  const loaded = (): Promise<Partner> => (loading ??= load());

  const look = async (): Promise<void> => {
    if (!isRunning() || isLooking) return;
    isLooking = true;
    stopRetry?.();
    stopRetry = null;
    const side = await loaded();
    // How it ended stands in the view.
    await side.look().catch(() => undefined);
    isLooking = false;
    if (side.view().trouble !== null && isRunning()) {
      stopRetry = deps.clock.after(RETRY_MS, () => void look());
    }
  };
  void Promise.all([deps.core.ready, shown]).then(look);

  return {
    view: () => partner?.view() ?? unknownPartner(config.name),
    loaded,
    focused: () => {
      if (partner?.view().status === 'linked') void deps.profile.refresh();
      void look();
    },
    associate: async (entry, anonymousId) => (await loaded()).associate(entry, anonymousId),
    dissociate: async (entry) => (await loaded()).dissociate(entry),
    dispose: () => {
      isOver = true;
      stopRetry?.();
      partner?.dispose();
    },
  };
};
