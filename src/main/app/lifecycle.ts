import { app, type BrowserWindow } from 'electron';

interface LifecycleDeps {
  readonly window: () => BrowserWindow | null;
  readonly open: () => BrowserWindow;
  /** Clears and closes what must not outlive the app. */
  readonly beforeQuit: () => Promise<void>;
}

/** Milliseconds the app waits for its own tidying up before it ends all the same. */
const QUIT_DEADLINE_MS = 3000;

/**
 * A second start shows the window of the first and is otherwise ignored, its arguments included. Closing the
 * last window quits, but for macOS. Quitting waits for `beforeQuit`, never for the network.
 */
export const followLifecycle = ({ window, open, beforeQuit }: LifecycleDeps): void => {
  const show = (): void => {
    const shown = window() ?? open();
    if (shown.isMinimized()) shown.restore();
    shown.focus();
  };
  app.on('second-instance', show);
  app.on('activate', show);
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit();
  });
  let isTidy = false;
  app.on('before-quit', (event) => {
    if (isTidy) return;
    event.preventDefault();
    const deadline = new Promise((resolve) => setTimeout(resolve, QUIT_DEADLINE_MS));
    void Promise.race([beforeQuit(), deadline])
      .catch(() => undefined)
      .finally(() => {
        isTidy = true;
        app.quit();
      });
  });
};
