import { AppError, toAppError, type ErrorCode } from '../../contract/errors';
import type { HearingTest } from '../../hearing/hearing-test';
import type { Engine } from '../mimi-core/engine';
import { createOperationQueue } from '../mimi-core/operation-queue';
import { isSameAccount } from '../mimi-core/partner-records';
import type { AssociationEntry, DissociationEntry, MimiCorePorts } from '../mimi-core/ports';
import { publishedUser } from '../mimi-core/own-records';
import type { RecordsChange } from '../mimi-core/record-changes';
import {
  isSameOwner,
  type KeptUser,
  type OutboxEntry,
  type SessionRecords,
} from '../mimi-core/records';

/** Work that waits in the session records until the service has confirmed it. */
export interface Outbox {
  /** Sends what can be sent, unless it waits after a failure. Never throws. */
  wake(): void;
  /** Sends one entry now. Resolves when it is done, or gone; rejects with the reason if it stays or is refused. */
  attempt(entryId: string): Promise<void>;
  /** Runs `work` after what is being sent, and before anything else is. */
  inTurn<T>(work: () => Promise<T>): Promise<T>;
  /** Stops the timers; entries stay where they are. */
  dispose(): void;
}

type OutboxDeps = Pick<Engine, 'session' | 'api' | 'keeper'> &
  Pick<MimiCorePorts, 'clock' | 'random' | 'journal' | 'associate' | 'dissociate'>;

/** Waits between attempts, in milliseconds: full jitter below a bound that doubles up to the cap. */
const FIRST_WAIT_MS = 2_000;
const LONGEST_WAIT_MS = 300_000;
const SHORTEST_WAIT_MS = 1_000;

/** Sending again cannot end otherwise: the service has understood and refused, or the user is gone. */
const DEFINITIVE: readonly ErrorCode[] = ['service/invalid-request', 'session/user-deleted'];
const isDefinitive = ({ code }: AppError): boolean => DEFINITIVE.includes(code);
/** A hearing test is a person's minutes: refused for good it is kept, shown, and tried at the next start again. */
const isHeld = ({ code }: AppError, { type }: OutboxEntry): boolean =>
  type === 'hearing-test' && (code === 'service/invalid-request' || code === 'service/conflict');

const without =
  ({ entryId }: OutboxEntry): RecordsChange =>
  (records) => ({ ...records, outbox: records.outbox.filter((e) => e.entryId !== entryId) });

/** Whose entry it is; undefined where nothing is known of them any more, or the service has deleted them. */
const ownerOf = (entry: OutboxEntry, { current, kept }: SessionRecords): KeptUser | undefined =>
  [...(current?.signedOut === 'user-deleted' ? [] : [current]), ...kept]
    .filter((each) => each !== null)
    .find((each) => isSameOwner(each, entry));

type PartnersEntry = AssociationEntry | DissociationEntry;
const isPartners = (entry: OutboxEntry): entry is PartnersEntry =>
  entry.type === 'association' || entry.type === 'dissociation';

/** Entries have retries of their own. */
const ONCE = { once: true } as const;

/** How entries are sent: once, as their own user, and off the disk with what the service confirmed. */
const createSending = ({ session, api, keeper, associate, dissociate }: OutboxDeps) => {
  const isCurrent = (userId: string): boolean =>
    session.user?.userId === userId && session.own.current?.userId === userId;

  const sendYear = async (entry: Extract<OutboxEntry, { type: 'year-of-birth' }>) => {
    const { yearOfBirth, userId } = entry;
    const me = await keeper.withAccess((access) =>
      api.submitYearOfBirth(access, yearOfBirth, ONCE),
    );
    if (me.userId !== userId) throw new AppError('session/invariant-violation');
    await session.update((records) => without(entry)(session.changes.confirm(me)(records)));
    const { current } = session.own;
    if (current !== null && isCurrent(userId)) {
      session.take('user-changed', 'confirmed', { user: publishedUser(current) });
    }
  };

  /** One that was deleted meanwhile, perhaps on another computer, does not come back: then nothing is left to send. */
  const storeTest = async (access: string, test: HearingTest): Promise<void> => {
    try {
      await api.storeTest(access, test, ONCE);
    } catch (thrown) {
      const isTaken = toAppError(thrown).code === 'service/conflict';
      if (!isTaken || (await api.test(access, test.id)) !== null) throw thrown;
    }
  };

  /** What is for an account is sent only while that account is signed in. */
  const isSignedIn = (entry: PartnersEntry): boolean => {
    const account = session.records.partner?.account;
    const hasTokens = !!account?.tokens && account.service === entry.service;
    return associate !== undefined && hasTokens && isSameAccount(account, entry);
  };

  const sendAssociation = async (entry: AssociationEntry): Promise<void> => {
    const user = ownerOf(entry, session.records);
    const link = user && (await associate?.(entry, user.anonymousId));
    await session.update((records) => {
      // Removed from here, or deleted, while it was under way: then nobody is left to be linked.
      const isWaiting = records.outbox.some(({ entryId }) => entryId === entry.entryId);
      return without(entry)(link && isWaiting ? link(records) : records);
    });
  };

  type Request = Exclude<OutboxEntry, { type: 'year-of-birth' | 'association' }>;
  const request = (entry: Request): Promise<void> => {
    switch (entry.type) {
      case 'revoke':
        return api.revoke(entry.refreshToken, ONCE);
      case 'hearing-test':
        return keeper.withAccess((access) => storeTest(access, entry.test));
      case 'delete-hearing-test':
        return keeper.withAccess((access) => api.deleteTest(access, entry.testId, ONCE));
      case 'dissociation':
        return dissociate?.(entry) ?? Promise.resolve();
      default:
        return entry satisfies never;
    }
  };

  const send = async (entry: OutboxEntry): Promise<void> => {
    if (entry.type === 'year-of-birth') return sendYear(entry);
    if (entry.type === 'association') return sendAssociation(entry);
    await request(entry);
    await session.update(without(entry));
  };

  return {
    /** What is done as a user only while they are current. */
    canSend: (entry: OutboxEntry): boolean => {
      if (isPartners(entry)) return isSignedIn(entry);
      return entry.type === 'revoke' || isCurrent(entry.userId);
    },
    send,
  };
};

/** Creates the worker. Entries go out one at a time, in their order, each user's own and to one service only. */
export const createOutbox = (deps: OutboxDeps): Outbox => {
  const { session, clock, random, journal } = deps;
  const { canSend, send } = createSending(deps);
  const turns = createOperationQueue();
  const deliveries = new Map<string, Promise<void>>();
  /** Entries refused in this run that stay nevertheless. */
  const held = new Set<string>();
  let failures = 0;
  let stopTimer: (() => void) | null = null;
  let pumping = false;
  let disposed = false;

  const findReady = (wanted: (entry: OutboxEntry) => boolean): OutboxEntry | undefined =>
    disposed
      ? undefined
      : session.own.outbox.find((e) => wanted(e) && canSend(e) && !held.has(e.entryId));

  const deliver = async (entryId: string): Promise<void> => {
    const entry = findReady((e) => e.entryId === entryId);
    if (entry === undefined) return;
    const note = (outcome: string): void =>
      journal({ type: 'outbox/delivery', entry: entry.type, outcome });
    try {
      await send(entry);
      failures = 0;
      note('sent');
    } catch (thrown) {
      const error = toAppError(thrown);
      note(error.code);
      if (isHeld(error, entry)) held.add(entryId);
      else if (isDefinitive(error)) await session.update(without(entry));
      throw thrown;
    }
  };

  /** Delivers in its turn, once for all who ask; an entry that is gone by then is nothing to do. */
  const deliverInTurn = (entryId: string): Promise<void> => {
    const known = deliveries.get(entryId);
    if (known !== undefined) return known;
    const delivery = turns.run(() => deliver(entryId)).finally(() => deliveries.delete(entryId));
    deliveries.set(entryId, delivery);
    return delivery;
  };

  const waitThenPump = ({ facts }: AppError): void => {
    if (disposed || stopTimer !== null) return;
    const spread = random() * Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** failures);
    const ms = Math.max(SHORTEST_WAIT_MS, spread, facts.retryAfterMs ?? 0);
    failures += 1;
    stopTimer = clock.after(ms, () => {
      stopTimer = null;
      void pump();
    });
  };

  /** The failure that leaves an entry to be sent later in this run; null: sent, gone or refused for good. */
  const tryOnce = (entryId: string): Promise<AppError | null> =>
    deliverInTurn(entryId).then(
      () => null,
      (thrown: unknown) => {
        const error = toAppError(thrown);
        return held.has(entryId) || isDefinitive(error) ? null : error;
      },
    );

  /**
   * Sends each entry once. Where the service cannot be reached or asks to wait, only what goes to the partner is still
   * tried; the partner's failures are never `retryable`, so they hold up nothing else.
   */
  const pump = async (): Promise<void> => {
    if (pumping || stopTimer !== null) return;
    pumping = true;
    const tried = new Set<string>();
    let failure = null as AppError | null;
    for (;;) {
      const isDown: boolean = failure?.facts.retryable === true;
      const next = findReady((e) => !tried.has(e.entryId) && (!isDown || isPartners(e)));
      if (next === undefined) break;
      tried.add(next.entryId);
      const ended = await tryOnce(next.entryId);
      failure = isDown ? failure : (ended ?? failure);
    }
    pumping = false;
    if (failure !== null) waitThenPump(failure);
  };

  return {
    wake: () => void pump(),
    attempt: async (entryId) => {
      try {
        await deliverInTurn(entryId);
      } catch (thrown) {
        const error = toAppError(thrown);
        if (!isDefinitive(error)) waitThenPump(error);
        throw error;
      }
    },
    inTurn: (work) => turns.run(work),
    dispose: () => {
      disposed = true;
      stopTimer?.();
      stopTimer = null;
    },
  };
};
