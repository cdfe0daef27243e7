import { MIN_PASSPHRASE_LENGTH, passphraseLength } from '../../../contract/passphrase';

/** Characters from which a passphrase counts as good and as strong; length is what helps most. */
const GOOD = 16;
const STRONG = 24;

/** What the length of a passphrase comes to; `missing` is above 0 while it is too short. */
export type Strength =
  | { readonly type: 'none' }
  | { readonly type: 'short'; readonly missing: number }
  | { readonly type: 'fair' | 'good' | 'strong' };

/** Judges what was typed by its length, of which few different characters make little; no list of words is kept here. */
export const strengthOf = (typed: string): Strength => {
  const length = passphraseLength(typed);
  if (length === 0) return { type: 'none' };
  if (length < MIN_PASSPHRASE_LENGTH) {
    return { type: 'short', missing: MIN_PASSPHRASE_LENGTH - length };
  }
  const worth = Math.min(length, 2 * new Set(typed).size);
  if (worth >= STRONG) return { type: 'strong' };
  return { type: worth >= GOOD ? 'good' : 'fair' };
};
