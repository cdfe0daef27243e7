import { create } from 'zustand';
import type { Language } from '../../messages/catalogue';

/** How an action ended, to be said on the screen and aloud. Its words are made when they are shown. */
export interface Said {
  /** Not shown: what is on the screen says it already. */
  readonly isAloudOnly?: true;
  readonly tone: 'done' | 'danger' | 'plain';
  readonly say: (language: Language) => string;
}

interface ActionState {
  /** Keys of the actions that run; each at most once at a time. */
  readonly pending: readonly string[];
  /** How the last one ended. */
  readonly said: Said | null;
}

/** What this window's actions do now, and what is said of the last one. */
export const useActions = create<ActionState>(() => ({ pending: [], said: null }));

/** Says how something ended; null takes it off the screen. */
export const tell = (said: Said | null): void => useActions.setState({ said });

/** True while an action of that key runs. */
export const usePending = (action: { readonly key: string } | undefined): boolean =>
  useActions(({ pending }) => action !== undefined && pending.includes(action.key));
