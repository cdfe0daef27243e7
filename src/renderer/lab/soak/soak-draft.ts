import { create } from 'zustand';
import type { SoakStart } from '../../../contract/ipc/lab/soak';
import { SOAK_LIMITS } from '../../../contract/lab-words';

/** What a tester has entered for a soak: text until it is begun. */
export interface SoakDraft {
  readonly source: 'scratch' | 'real';
  readonly swaps: string;
  readonly perSecond: string;
  readonly count: string;
  /** Keys of the Lab's ids, for `real`. */
  readonly entries: readonly string[];
}

export const NEW_SOAK: SoakDraft = {
  ...{ source: 'scratch', swaps: '200', perSecond: '10', count: '5', entries: [] },
};

/** What is entered; kept while other views are shown. */
export const useSoakDraft = create<SoakDraft>(() => NEW_SOAK);

const between = (text: string, least: number, most: number): number | null => {
  const value = Number(text.trim().replace(',', '.') || Number.NaN);
  return value >= least && value <= most ? value : null;
};

const whole = (text: string, least: number, most: number): number | null => {
  const value = between(text, least, most);
  return Number.isInteger(value) ? value : null;
};

/** The numbers entered; null for one that cannot be used. */
export const numbersOf = ({ swaps, perSecond, count }: SoakDraft) => ({
  swaps: whole(swaps, 1, SOAK_LIMITS.swaps),
  perSecond: between(perSecond, 0.1, SOAK_LIMITS.perSecond),
  count: whole(count, 2, SOAK_LIMITS.ids),
});

/** The soak a draft asks for; null while something of it cannot be used. */
export const soakOf = (draft: SoakDraft): SoakStart | null => {
  const { swaps, perSecond, count } = numbersOf(draft);
  if (swaps === null || perSecond === null) return null;
  const { source, entries } = draft;
  if (source === 'scratch')
    return count === null ? null : { swaps, perSecond, ids: { source, count } };
  const isEnough = entries.length >= 2 && entries.length <= SOAK_LIMITS.ids;
  return isEnough ? { swaps, perSecond, ids: { source, entries: [...entries] } } : null;
};
