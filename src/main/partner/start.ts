import type { CallbackRequest } from './callback';

/** `redirect`: on to the partner. `taken`: somebody came before. */
export type StartVerdict =
  { readonly type: 'redirect'; readonly to: string } | { readonly type: 'taken' };

/** The addresses of a sign-in that a browser is sent to first. */
export interface Starts {
  /** An address that leads to the partner once. */
  next(): string;
  /** Null: not about one of them. */
  judge(request: CallbackRequest): StartVerdict | null;
}

interface StartsDeps {
  /** `127.0.0.1:<port>` of the listener. */
  readonly host: string;
  /** The partner's page. */
  readonly to: string;
  /** A word that nobody guesses. */
  readonly random: () => string;
}

/**
 * What a browser is opened with, every user of a computer may read in the list of programs. So it is not the partner's
 * address, with which another one could sign in as themselves here, but one that leads there a single time: whoever
 * comes second learns nothing, and that they came at all tells that one of the two is a stranger.
 */
export const createStarts = ({ host, to, random }: StartsDeps): Starts => {
  const isUsed = new Map<string, boolean>();
  return {
    next: () => {
      const path = `/start/${random()}`;
      isUsed.set(path, false);
      return `http://${host}${path}`;
    },
    judge: ({ method, host: asked, target = '' }) => {
      const before = isUsed.get(target);
      if (method !== 'GET' || asked !== host || before === undefined) return null;
      isUsed.set(target, true);
      return before ? { type: 'taken' } : { type: 'redirect', to };
    },
  };
};
