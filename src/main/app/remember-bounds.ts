import type { BrowserWindow, Rectangle } from 'electron';

/** Saves where a window was when it closes. */
export const rememberBounds = (
  window: BrowserWindow,
  save: (bounds: Rectangle) => Promise<void>,
): void => {
  window.on('close', () => {
    if (window.isMinimized() || window.isFullScreen()) return;
    void save(window.getNormalBounds()).catch(() => undefined);
  });
};
