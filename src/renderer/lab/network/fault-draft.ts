import type { FaultCall, FaultKind } from '../../../contract/fault-vocabulary';
import type { Fault } from '../../../contract/faults';

/** The numbers a fault can need, with their range. */
export const NUMBERS = {
  share: { min: 1, max: 100 },
  ms: { min: 0, max: 60_000 },
  jitterMs: { min: 0, max: 60_000 },
  retryAfterSeconds: { min: 0, max: 300 },
  byMinutes: { min: -5_256_000, max: 5_256_000 },
} as const;

export type NumberName = keyof typeof NUMBERS;

/** A fault as it is being entered; numbers as they were typed. */
export interface FaultDraft extends Readonly<Record<NumberName, string>> {
  readonly kind: FaultKind;
  readonly call: 'all' | FaultCall;
  readonly once: boolean;
}

export const NEW_FAULT: FaultDraft = {
  kind: 'offline',
  call: 'all',
  once: false,
  share: '100',
  ms: '1000',
  jitterMs: '500',
  retryAfterSeconds: '30',
  byMinutes: '60',
};

/** The numbers that matter to a kind. */
export const numbersOf = (kind: FaultKind): readonly NumberName[] => {
  switch (kind) {
    case 'clock-jump':
      return ['byMinutes'];
    case 'latency':
      return ['ms', 'jitterMs', 'share'];
    case 'rate-limited':
      return ['retryAfterSeconds', 'share'];
    default:
      return ['share'];
  }
};

/** A number as typed, or null while it is none in its range. */
export const numberOf = (draft: FaultDraft, name: NumberName): number | null => {
  const typed = draft[name].trim();
  const value = Number(typed);
  const { min, max } = NUMBERS[name];
  return /^-?\d+$/.test(typed) && value >= min && value <= max ? value : null;
};

/** The fault entered, or null while a number of it is wrong. */
export const faultOf = (draft: FaultDraft): Fault | null => {
  const { kind, call, once } = draft;
  if (numbersOf(kind).some((name) => numberOf(draft, name) === null)) return null;
  const number = (name: NumberName): number => numberOf(draft, name) ?? 0;
  const meets = { call, once, share: number('share') };
  switch (kind) {
    case 'clock-jump':
      return { kind, byMinutes: number('byMinutes') };
    case 'latency':
      return { kind, ...meets, ms: number('ms'), jitterMs: number('jitterMs') };
    case 'rate-limited':
      return { kind, ...meets, retryAfterSeconds: number('retryAfterSeconds') };
    default:
      return { kind, ...meets };
  }
};
