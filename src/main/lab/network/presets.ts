import type { Fault } from '../../../contract/faults';
import type { FaultPreset } from '../../../contract/lab-words';

const always = { call: 'all', once: false, share: 100 } as const;

/** What each preset switches on. */
export const PRESETS: Readonly<Record<FaultPreset, readonly Fault[]>> = {
  'train-tunnel': [
    { kind: 'latency', ...always, ms: 800, jitterMs: 700 },
    { kind: 'offline', ...always, share: 60 },
  ],
  'hotel-wifi': [
    { kind: 'latency', ...always, ms: 400, jitterMs: 300 },
    { kind: 'captive-portal', ...always },
  ],
  'service-down': [{ kind: 'server-error', ...always }],
  // Both together: 20 of 100 requests.
  flaky: [
    { kind: 'reply-lost', ...always, share: 10 },
    { kind: 'server-error', ...always, share: 11 },
  ],
};
