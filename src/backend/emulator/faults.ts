import { z } from 'zod';
import type { FaultCall } from '../../contract/fault-vocabulary';
import { requestFaultSchema, type RequestFault } from '../../contract/faults';
import { Refusal } from '../problem';

/** More than anybody can keep in mind. */
const MAX_FAULTS = 32;

/** A fault that is on. */
export const activeFaultSchema = z.strictObject({
  id: z.int(),
  fault: requestFaultSchema,
  /** Requests that met it. */
  met: z.int().nonnegative(),
});

export type ActiveFault = z.infer<typeof activeFaultSchema>;

/** What one request meets: a delay first, then at most one other fault. */
export interface Meeting {
  readonly delayMs: number;
  readonly fault: Exclude<RequestFault, { kind: 'latency' }> | null;
}

/** The faults of this instance; a restart forgets them. */
export interface Faults {
  list(): ActiveFault[];
  /** Switches one on beside the others. Throws `invalid_request` beyond 32. */
  add(fault: RequestFault): ActiveFault;
  /** False when there was none of that id. */
  remove(id: number): boolean;
  clear(): void;
  /** What a request for `call` meets; null: none of the calls, which only faults for all meet. */
  meet(call: FaultCall | null): Meeting;
}

/** Creates the faults, all off. `random` is in [0, 1). */
export const createFaults = (random: () => number): Faults => {
  const active = new Map<number, ActiveFault>();
  let lastId = 0;

  const meets = ({ fault }: ActiveFault, call: FaultCall | null): boolean =>
    (fault.call === 'all' || fault.call === call) && random() * 100 < fault.share;

  const count = (one: ActiveFault): void => {
    if (one.fault.once) active.delete(one.id);
    else active.set(one.id, { ...one, met: one.met + 1 });
  };

  return {
    list: () => [...active.values()],
    add: (fault) => {
      if (active.size >= MAX_FAULTS) throw new Refusal('invalid_request');
      const added = { id: (lastId += 1), fault, met: 0 };
      active.set(added.id, added);
      return added;
    },
    remove: (id) => active.delete(id),
    clear: () => active.clear(),
    meet: (call) => {
      let delayMs = 0;
      let other: Meeting['fault'] = null;
      for (const one of [...active.values()]) {
        const { fault } = one;
        // A second one that answers has nothing left to answer, and is not used up.
        if ((other !== null && fault.kind !== 'latency') || !meets(one, call)) continue;
        count(one);
        if (fault.kind === 'latency') {
          delayMs += Math.max(0, fault.ms + (random() * 2 - 1) * fault.jitterMs);
        } else other = fault;
      }
      return { delayMs, fault: other };
    },
  };
};
