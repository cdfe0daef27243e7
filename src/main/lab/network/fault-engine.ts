import { faultCallOf, type FaultCall } from '../../../contract/fault-vocabulary';
import type { LabFault, NetworkView } from '../../../contract/ipc/lab/network';
import type { JournalEvent } from '../../journal/journal-events';
import type { Clock, ServiceFetch } from '../../mimi-core/ports';
import { meetTrouble, type Trouble } from './fault-effects';

/** The faults that are on, and what they do to requests. */
export interface FaultEngine {
  isOn(): boolean;
  /** Milliseconds by which the wall clock is to be off. */
  skewMs(): number;
  faults(): NetworkView['faults'];
  add(fault: LabFault): void;
  remove(id: number): void;
  clear(): void;
  /** Sends a request through the faults that are meant for it. */
  send(request: Request, fetch: ServiceFetch): Promise<Response>;
}

export interface FaultEngineDeps {
  readonly clock: Clock;
  /** A number in [0, 1). */
  readonly random: () => number;
  readonly randomUUID: () => string;
  readonly journal: (event: JournalEvent) => void;
  /** Told after every change; at most ten times a second of requests that met a fault. */
  readonly changed: () => void;
}

interface Active {
  readonly id: number;
  readonly fault: LabFault;
  met: number;
  readonly off: AbortController;
}

/** Milliseconds in which what requests met is told once. */
const TELLING_MS = 100;
/** Calls whose reply names the user. */
const WITH_ID: readonly FaultCall[] = ['register', 'login', 'me', 'year-of-birth', 'export'];

const scopeOf = (fault: LabFault): FaultCall | 'all' =>
  fault.kind === 'clock-jump' ? 'all' : fault.call;

/** Which call of the service a request is; null for none that is known. */
const callOf = async (request: Request): Promise<FaultCall | null> => {
  const [path] = /\/(?:v1|oauth)\/.*/.exec(new URL(request.url).pathname) ?? [];
  if (path === undefined) return null;
  const form = path === '/oauth/token' ? await request.clone().text() : '';
  return faultCallOf(request.method, path, new URLSearchParams(form).get('grant_type'));
};

/** Creates an engine with every fault off. */
export const createFaultEngine = (deps: FaultEngineDeps): FaultEngine => {
  const { clock, random, randomUUID, journal, changed } = deps;
  let active: readonly Active[] = [];
  let nextId = 0;
  let stopTelling: (() => void) | null = null;

  const tell = (): void => {
    stopTelling?.();
    stopTelling = null;
    changed();
  };

  const note = (change: 'on' | 'off' | 'met', { fault }: Active, call = scopeOf(fault)): void =>
    journal({ type: 'lab/fault', change, kind: fault.kind, call });

  const switchOff = (gone: readonly Active[]): void => {
    active = active.filter((one) => !gone.includes(one));
    for (const one of gone) {
      note('off', one);
      one.off.abort();
    }
  };

  const isMeant = ({ fault }: Active, call: FaultCall): boolean => {
    if (fault.kind === 'clock-jump') return false;
    if (fault.kind === 'wrong-id' && !WITH_ID.includes(call)) return false;
    return (fault.call === 'all' || fault.call === call) && random() * 100 < fault.share;
  };

  /** Counts a request; a fault meant for one is off from here on, before anything else can happen. */
  const meet = (one: Active, call: FaultCall): void => {
    one.met += 1;
    note('met', one, call);
    const { fault } = one;
    if ('once' in fault && fault.once) {
      active = active.filter((other) => other !== one);
      note('off', one);
      tell();
    } else stopTelling ??= clock.after(TELLING_MS, tell);
  };

  /** Every delay meant for a call, and the first other fault. Decided at once, so that nobody takes one twice. */
  const take = (call: FaultCall) => {
    let delayMs = 0;
    let trouble: { readonly fault: Trouble; readonly off: AbortSignal } | null = null;
    for (const one of active) {
      const { fault, off } = one;
      if (fault.kind === 'clock-jump' || (fault.kind !== 'latency' && trouble)) continue;
      if (!isMeant(one, call)) continue;
      meet(one, call);
      if (fault.kind !== 'latency') trouble = { fault, off: off.signal };
      else delayMs += Math.max(0, fault.ms + (random() * 2 - 1) * fault.jitterMs);
    }
    return { delayMs, trouble };
  };

  return {
    isOn: () => active.length > 0,
    skewMs: () =>
      active.reduce(
        (sum, { fault }) => sum + (fault.kind === 'clock-jump' ? fault.byMinutes * 60_000 : 0),
        0,
      ),
    faults: () => active.map(({ id, fault, met }) => ({ id, fault, met })),
    add(fault) {
      const isSame = (one: Active): boolean =>
        one.fault.kind === fault.kind && scopeOf(one.fault) === scopeOf(fault);
      switchOff(active.filter(isSame));
      const one: Active = { id: nextId, fault, met: 0, off: new AbortController() };
      nextId += 1;
      active = [...active, one];
      note('on', one);
      tell();
    },
    remove(id) {
      switchOff(active.filter((one) => one.id === id));
      tell();
    },
    clear() {
      switchOff(active);
      tell();
    },
    async send(request, fetch) {
      const call = await callOf(request);
      if (call === null) return fetch(request);
      const { delayMs, trouble } = take(call);
      if (delayMs > 0) await new Promise<void>((resolve) => void clock.after(delayMs, resolve));
      return trouble
        ? meetTrouble(trouble.fault, { request, fetch, off: trouble.off, randomUUID })
        : fetch(request);
    },
  };
};
