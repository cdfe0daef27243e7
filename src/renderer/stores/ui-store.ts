import { create } from 'zustand';
import { tell } from './action-store';

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

/** Where the person is; it belongs to this window alone and is lost with it. */
export const useUi = create<{ readonly place: Place | null }>(() => ({ place: null }));

/** Goes to a place and leaves behind what was said at the last one. */
export const goTo = (place: Place | null): void => {
  useUi.setState({ place });
  tell(null);
};
