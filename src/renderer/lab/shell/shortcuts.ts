import { LAB_VIEWS, type LabViewName } from '../stores/lab-ui-store';

/** What a key press asks of the frame. */
export type Shortcut =
  | { readonly type: 'view'; readonly view: LabViewName }
  | { readonly type: 'help' }
  | { readonly type: 'listener' }
  | { readonly type: 'cancel' };

type Pressed = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>;

/** What a key press asks for, or null. Ctrl, on a Mac Command. */
export const shortcutOf = ({
  key,
  ctrlKey,
  metaKey,
  altKey,
  shiftKey,
}: Pressed): Shortcut | null => {
  if (key === 'F1') return { type: 'help' };
  if (!(ctrlKey || metaKey) || altKey) return null;
  if (shiftKey) return key.toLowerCase() === 'l' ? { type: 'listener' } : null;
  if (key === '.') return { type: 'cancel' };
  const view = /^[1-9]$/.test(key) ? LAB_VIEWS[Number(key) - 1] : undefined;
  return view ? { type: 'view', view } : null;
};

/** The keys that lead from either window to the other. */
export const LISTENER_KEYS = 'Ctrl+Shift+L';

/** Every shortcut of the Lab as the help lists it: what to press, and the key of its words. */
export const SHORTCUTS = [
  ['Ctrl+1 … 6', 'views'],
  ['F1', 'help'],
  [LISTENER_KEYS, 'listener'],
  ['Ctrl+.', 'cancel'],
  ['Ctrl+F', 'search'],
  ['Enter', 'swap'],
  ['F2', 'rename'],
  ['Ctrl+C', 'copy'],
  ['Ctrl+V', 'paste'],
  ['Delete', 'remove'],
  ['Alt+↑ ↓', 'move'],
  ['Shift+↑ ↓', 'extend'],
  ['Ctrl+A', 'all'],
  ['Shift+F10', 'menu'],
] as const;
