import { create } from 'zustand';
import type { WireError } from '../../contract/errors';

/** Where in the window the person went; null is where main's snapshot alone leads. */
export type Place =
  | 'welcome'
  | 'what-is-kept'
  | 'year-of-birth'
  | 'too-young'
  | 'paste-key'
  | 'open-kit'
  | 'save-kit'
  | 'settings'
  /** The account at a partner. */
  | 'partner'
  | 'choose-start'
  /** A new test, and the unfinished one. */
  | 'hearing-test'
  | 'resume-test'
  | 'bring-audiogram'
  | 'audiogram';

/** How the last action ended, to be said on the screen and aloud. */
export type Outcome =
  | { readonly type: 'failed'; readonly error: WireError }
  | { readonly type: 'copied'; readonly seconds: number }
  | {
      readonly type: 'said';
      readonly key:
        | 'app.cancelled'
        | 'audiogram.removed'
        | 'audiogram.saved'
        | 'bring.stored'
        | 'kit.alreadyOpen'
        | 'kit.paperSaved'
        | 'kit.restored'
        | 'kit.saved'
        | 'partner.addressCopied'
        | 'partner.kept'
        | 'paste.skipped'
        | 'settings.exported'
        | 'settings.reported'
        | 'storage.weakerDone';
    };

export interface UiState {
  readonly place: Place | null;
  /** Names of the actions that run; each at most once at a time. */
  readonly pending: readonly string[];
  readonly outcome: Outcome | null;
}

/** What belongs to this window alone and is lost with it. */
export const useUi = create<UiState>(() => ({ place: null, pending: [], outcome: null }));

/** Takes what was said of the last action off the screen. */
export const clearOutcome = (): void => useUi.setState({ outcome: null });

/** Goes to a place and leaves behind what was said at the last one. */
export const goTo = (place: Place | null): void => {
  useUi.setState({ place, outcome: null });
};

/** True while the action of that name runs. */
export const usePending = (name: string): boolean => useUi((ui) => ui.pending.includes(name));
