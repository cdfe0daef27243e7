/** What a key pressed in the table asks for. */
export type TableCommand =
  | { readonly type: 'go'; readonly by: number | 'page-up' | 'page-down' | 'home' | 'end' }
  | { readonly type: 'extend'; readonly by: number | 'page-up' | 'page-down' | 'home' | 'end' }
  | { readonly type: 'shift'; readonly by: -1 | 1 }
  | { readonly type: 'swap' | 'rename' | 'remove' | 'copy' | 'paste' | 'all' | 'menu' };

type Pressed = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>;

const STEPS = {
  ArrowUp: -1,
  ArrowDown: 1,
  PageUp: 'page-up',
  PageDown: 'page-down',
  Home: 'home',
  End: 'end',
} as const;

const PLAIN = { Enter: 'swap', F2: 'rename', Delete: 'remove', ContextMenu: 'menu' } as const;
const WITH_CTRL = { c: 'copy', v: 'paste', a: 'all' } as const;

const isIn = <T extends object>(table: T, key: string): key is Extract<keyof T, string> =>
  Object.hasOwn(table, key);

/** What a key pressed in the table asks for, or null. */
export const tableCommandOf = ({
  key,
  ctrlKey,
  metaKey,
  altKey,
  shiftKey,
}: Pressed): TableCommand | null => {
  const isCtrl = ctrlKey || metaKey;
  const letter = key.toLowerCase();
  if (isCtrl && !altKey && !shiftKey && isIn(WITH_CTRL, letter)) return { type: WITH_CTRL[letter] };
  if (isCtrl) return null;
  if (altKey) {
    if (key === 'ArrowUp') return { type: 'shift', by: -1 };
    return key === 'ArrowDown' ? { type: 'shift', by: 1 } : null;
  }
  if (shiftKey && key === 'F10') return { type: 'menu' };
  if (isIn(STEPS, key)) return { type: shiftKey ? 'extend' : 'go', by: STEPS[key] };
  return !shiftKey && isIn(PLAIN, key) ? { type: PLAIN[key] } : null;
};

/** The row a step leads to from `index` (-1: none yet), within `count` rows. */
export const stepFrom = (
  index: number,
  by: number | 'page-up' | 'page-down' | 'home' | 'end',
  count: number,
  page: number,
): number => {
  const last = count - 1;
  if (by === 'home') return 0;
  if (by === 'end') return last;
  if (index < 0) return 0;
  const step = by === 'page-up' ? -page : by === 'page-down' ? page : by;
  return Math.max(0, Math.min(last, index + step));
};
