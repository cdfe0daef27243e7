import type { BrowserWindow, Rectangle } from 'electron';

/** Saves where a window was when it closes. Returns what saves it at once and waits for it, for quitting. */
export const rememberBounds = (
  window: BrowserWindow,
  save: (bounds: Rectangle) => Promise<void>,
): (() => Promise<void>) => {
  let saving = Promise.resolve();
  const keep = (): void => {
    if (window.isDestroyed() || window.isMinimized() || window.isFullScreen()) return;
    saving = save(window.getNormalBounds()).catch(() => undefined);
  };
  window.on('close', keep);
  return () => {
    keep();
    return saving;
  };
};
