import { app, type BrowserWindow } from 'electron';

interface LifecycleDeps {
  readonly window: () => BrowserWindow | null;
  readonly open: () => BrowserWindow;
  /** Clears and closes what must not outlive the app. */
  readonly tidy: () => Promise<void>;
}

/** Milliseconds the app waits for its own tidying up before it ends all the same. */
const TIDY_DEADLINE_MS = 3000;

/** Runs `work` once however often it is asked for; never fails and never takes longer than its deadline. */
export const tidyOnce = (work: () => Promise<void>): (() => Promise<void>) => {
  let tidying: Promise<void> | null = null;
  return () => {
    const deadline = new Promise<void>((resolve) => setTimeout(resolve, TIDY_DEADLINE_MS));
    tidying ??= Promise.race([work(), deadline]).catch(() => undefined);
    return tidying;
  };
};

/** Brings a window before the others. */
export const toFront = (window: BrowserWindow): void => {
  if (window.isMinimized()) window.restore();
  window.focus();
};

/**
 * A second start shows the window of the first and is otherwise ignored, its arguments included. Closing the
 * last window quits, but for macOS. Quitting waits for `tidy`, never for the network.
 */
export const followLifecycle = ({ window, open, tidy }: LifecycleDeps): void => {
  const show = (): void => toFront(window() ?? open());
  app.on('second-instance', show);
  app.on('activate', show);
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit();
  });
  let isTidy = false;
  app.on('before-quit', (event) => {
    if (isTidy) return;
    event.preventDefault();
    void tidy().finally(() => {
      isTidy = true;
      app.quit();
    });
  });
};
