import type { AnonymousId } from '../../contract/anonymous-id';
import type { Clock } from '../mimi-core/ports';
import type { Desktop } from './desktop';

/** Seconds an id stays on the clipboard. */
export const CLIPBOARD_SECONDS = 60;

/** Puts an id on the clipboard and takes it off again. */
export interface ClipboardKey {
  copy(id: AnonymousId): Promise<void>;
  /** Leaves it there for good: once the id is removed from this computer, it may be the only copy. */
  release(): void;
  /** Clears it now, if it is still there; for quitting. */
  clear(): Promise<void>;
}

/** Clears only its own text: what the person copied meanwhile stays. */
export const createClipboardKey = (
  desktop: Pick<Desktop, 'readClipboard' | 'writeClipboard'>,
  clock: Pick<Clock, 'after'>,
): ClipboardKey => {
  let held: AnonymousId | null = null;
  let cancel = (): void => undefined;

  const clear = async (): Promise<void> => {
    cancel();
    const copied = held;
    held = null;
    if (copied !== null && (await desktop.readClipboard()) === copied)
      await desktop.writeClipboard('');
  };

  return {
    async copy(id) {
      cancel();
      await desktop.writeClipboard(id);
      held = id;
      cancel = clock.after(CLIPBOARD_SECONDS * 1000, () => void clear().catch(() => undefined));
    },
    release() {
      cancel();
      held = null;
    },
    clear,
  };
};
