import type { AnonymousId } from '../../contract/anonymous-id';
import type { HearingProfile } from '../../contract/hearing-profile';
import type { ServiceUser } from '../../contract/http/users';
import { AppError } from '../../contract/errors';
import type { Outbox } from '../outbox/outbox';
import type { CallOptions } from './api/transport';
import type { Engine } from './engine';
import { isSameAccount, NO_PARTNER, type PartnerRecords } from './partner-records';
import { accountsOf, associationsOf } from './partner-changes';
import type { RecordChanges, RecordsChange } from './record-changes';
import type { CurrentUser } from './records';
import type { Session } from './session';

/** How the user logged in and the partner's account stand to each other, as far as this computer knows. */
export interface LinkState {
  readonly partner: PartnerRecords;
  /** Who is logged in. */
  readonly user: CurrentUser | null;
  /** The user's id waits to be stored with the account signed in. */
  readonly isWaiting: boolean;
  /** Any account but the one signed in has the user's id, or is to get it. */
  readonly belongsToOther: boolean;
}

/** What a service tells of a user whose session was opened for that question alone. */
export interface Probe {
  readonly user: ServiceUser & { readonly lastUsedAt: number | null };
  readonly profile: HearingProfile | null;
}

/** The engine's side of a partner account. */
export interface AccountLink {
  readonly state: LinkState;
  readonly changes: RecordChanges;
  /** Called after every change of the session or its records. */
  onChanged(listener: () => void): void;
  /** Makes a change durable. Errors: secrets/*, session/disposed. */
  update(change: RecordsChange): Promise<void>;
  /** Sends what waits for the account now, whatever it waits for. Errors: partner/*. */
  send(): Promise<void>;
  /** Runs `work` while nothing is under way to a service or an account, behind what is now. */
  inTurn<T>(work: () => Promise<T>): Promise<T>;
  /**
   * Asks about the user of an id without logging them in here; the session that takes is revoked. Errors: service/*,
   * session/unknown-id, session/user-deleted, session/user-disabled.
   */
  probe(anonymousId: AnonymousId, options?: CallOptions): Promise<Probe>;
}

const read = ({ records, user, service, own: { current } }: Session): LinkState => {
  const partner = records.partner ?? NO_PARTNER;
  const account = partner.account?.service === service ? partner.account : null;
  const known = { ...partner, account };
  if (user === null || current === null || current.userId !== user.userId || account === null) {
    return { partner: known, user: user && current, isWaiting: false, belongsToOther: false };
  }
  return {
    partner: known,
    user: current,
    isWaiting: associationsOf(records, current).some((entry) => isSameAccount(entry, account)),
    belongsToOther: accountsOf(records, current).some((other) => !isSameAccount(other, account)),
  };
};

/** Creates it for one engine; `follow` is called after every change of the session. */
export const createAccountLink = (
  { session, api, keeper }: Pick<Engine, 'session' | 'api' | 'keeper'>,
  outbox: Outbox,
) => {
  let listener: () => void = () => undefined;

  const probe: AccountLink['probe'] = async (anonymousId, options) => {
    const reply = await api.login(anonymousId, options);
    try {
      const { anonymousId: told, lastUsedAt = null, ...user } = reply.user;
      if (told !== anonymousId) throw new AppError('session/invariant-violation');
      const profile = await api.profile(reply.tokens.access_token);
      return { user: { ...user, lastUsedAt }, profile };
    } finally {
      await keeper.discard(reply);
    }
  };

  const link: AccountLink = {
    get state() {
      return read(session);
    },
    changes: session.changes,
    onChanged: (each) => {
      listener = each;
    },
    update: async (change) => {
      await session.update(change);
    },
    send: async () => {
      const { user, isWaiting } = read(session);
      const waiting = user && isWaiting ? associationsOf(session.records, user) : [];
      for (const { entryId } of waiting) await outbox.attempt(entryId);
    },
    inTurn: (work) => outbox.inTurn(work),
    probe,
  };
  return { link, follow: () => listener() };
};
