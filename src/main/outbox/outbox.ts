import { AppError, toAppError, type ErrorCode } from '../../contract/errors';
import { createOperationQueue } from '../mimi-core/operation-queue';
import type { Clock } from '../mimi-core/ports';
import type { OutboxEntry, ServiceId, SessionRecords } from '../mimi-core/records';

type RecordsChange = (records: SessionRecords) => SessionRecords;

/** Work that waits in the session records until the service has confirmed it. */
export interface Outbox {
  /** Sends what can be sent, unless it waits after a failure. Never throws. */
  wake(): void;
  /** Sends one entry now. Resolves when it is done, or gone; rejects with the reason if it stays or is refused. */
  attempt(entryId: string): Promise<void>;
  /** Stops the timers; entries stay where they are. */
  dispose(): void;
}

export interface OutboxDeps {
  readonly service: ServiceId;
  readonly clock: Clock;
  readonly random: () => number;
  records(): SessionRecords;
  update(change: RecordsChange): Promise<SessionRecords>;
  /** Whether an entry can be sent at all now: a year only while its user is current. */
  canSend(entry: OutboxEntry): boolean;
  /** Sends an entry once; answers what its confirmation changes beside removing it. */
  send(entry: OutboxEntry): Promise<RecordsChange>;
  /** An entry was confirmed and is off the disk. */
  confirmed(entry: OutboxEntry): void;
}

/** Waits between attempts, in milliseconds: full jitter below a bound that doubles up to the cap. */
const FIRST_WAIT_MS = 2_000;
const LONGEST_WAIT_MS = 300_000;
const SHORTEST_WAIT_MS = 1_000;

/** Sending again cannot end otherwise: the service has understood and refused, or the user is gone. */
const DEFINITIVE: readonly ErrorCode[] = ['service/invalid-request', 'session/user-deleted'];

const withoutEntry = (records: SessionRecords, entryId: string): SessionRecords => ({
  ...records,
  outbox: records.outbox.filter((e) => e.entryId !== entryId),
});

/** Creates the worker. Entries go out one at a time, in their order, each user's own and to one service only. */
export const createOutbox = (deps: OutboxDeps): Outbox => {
  const { clock, service } = deps;
  const turns = createOperationQueue();
  const deliveries = new Map<string, Promise<void>>();
  let failures = 0;
  let stopTimer: (() => void) | null = null;
  let pumping = false;
  let disposed = false;

  const isReady = (entry: OutboxEntry): boolean =>
    !disposed && entry.service === service && deps.canSend(entry);

  const waitThenPump = (error: AppError): void => {
    if (disposed || stopTimer !== null) return;
    const spread = deps.random() * Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** failures);
    const ms = Math.max(SHORTEST_WAIT_MS, spread, error.facts.retryAfterMs ?? 0);
    failures += 1;
    stopTimer = clock.after(ms, () => {
      stopTimer = null;
      void pump();
    });
  };

  const deliver = async (entry: OutboxEntry): Promise<void> => {
    try {
      const change = await deps.send(entry);
      await deps.update((records) => withoutEntry(change(records), entry.entryId));
      failures = 0;
      deps.confirmed(entry);
    } catch (thrown) {
      const error = toAppError(thrown);
      if (!DEFINITIVE.includes(error.code)) throw error;
      await deps.update((records) => withoutEntry(records, entry.entryId));
      throw new AppError(error.code, { ...error.facts, retryable: false });
    }
  };

  const deliverIfStillThere = async (entryId: string): Promise<void> => {
    const entry = deps.records().outbox.find((e) => e.entryId === entryId);
    if (entry !== undefined && isReady(entry)) await deliver(entry);
  };

  /** Delivers in its turn, once for all who ask; an entry that is gone by then is nothing to do. */
  const inTurn = (entryId: string): Promise<void> => {
    const known = deliveries.get(entryId);
    if (known !== undefined) return known;
    const delivery = turns
      .run(() => deliverIfStillThere(entryId))
      .finally(() => deliveries.delete(entryId));
    deliveries.set(entryId, delivery);
    return delivery;
  };

  const pump = async (): Promise<void> => {
    if (pumping || disposed || stopTimer !== null) return;
    pumping = true;
    try {
      for (let next = deps.records().outbox.find(isReady); next !== undefined;) {
        const { entryId } = next;
        await inTurn(entryId).catch((thrown: unknown) => {
          const error = toAppError(thrown);
          if (!DEFINITIVE.includes(error.code)) throw error;
        });
        next = deps.records().outbox.find((e) => isReady(e) && e.entryId !== entryId);
      }
    } catch (thrown) {
      waitThenPump(toAppError(thrown));
    } finally {
      pumping = false;
    }
  };

  return {
    wake: () => void pump(),
    attempt: async (entryId) => {
      try {
        await inTurn(entryId);
      } catch (thrown) {
        const error = toAppError(thrown);
        if (!DEFINITIVE.includes(error.code)) waitThenPump(error);
        throw error;
      }
    },
    dispose: () => {
      disposed = true;
      stopTimer?.();
      stopTimer = null;
    },
  };
};
