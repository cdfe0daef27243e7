/** Fewest characters of a passphrase: below it even a slow derivation can be tried through. */
export const MIN_PASSPHRASE_LENGTH = 10;
/** Most characters of a passphrase: beyond it nobody types. */
export const MAX_PASSPHRASE_LENGTH = 1000;

/** One form for what looks the same, however a keyboard makes it. */
export const normalPassphrase = (typed: string): string => typed.normalize('NFKC');

/** Characters of a passphrase as a person counts them: after normalising, by code point. */
export const passphraseLength = (typed: string): number =>
  Array.from(normalPassphrase(typed)).length;
