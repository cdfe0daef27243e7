import { app, dialog, type BrowserWindow } from 'electron';
import { createMessages } from '../../messages/create-messages';
import type { Journal } from '../journal/journal';
import type { Companion } from './create-companion';

/** A page that crashes again within this time is not loaded again by itself. */
const RELOAD_PAUSE_MS = 60_000;

/** Something of ours went wrong in main: say so, and offer to start again. Nothing on disk is touched. */
export const guardAgainstCrashes = (journal: Journal, companion: Companion): void => {
  let isTold = false;
  const tell = (): void => {
    journal.append({ type: 'app/crashed', process: 'main' });
    if (isTold) return;
    isTold = true;
    const messages = createMessages(companion.snapshot().language);
    void dialog
      .showMessageBox({
        type: 'error',
        message: messages('dialogs.crash.title'),
        detail: messages('dialogs.crash.detail'),
        buttons: [messages('dialogs.crash.restart'), messages('dialogs.crash.quit')],
      })
      .then(({ response }) => {
        if (response === 0) app.relaunch();
        app.exit(1);
      });
  };
  process.on('uncaughtException', tell);
  process.on('unhandledRejection', tell);
};

/** A crashed page is loaded once more; main holds the state, so it comes back as it was. */
export const reloadCrashedPage = (window: BrowserWindow, companion: Companion): void => {
  let reloadedAt = -Infinity;
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason === 'clean-exit') return;
    companion.journal.append({ type: 'app/crashed', process: 'page' });
    const now = performance.now();
    if (now - reloadedAt < RELOAD_PAUSE_MS) return;
    reloadedAt = now;
    companion.notices.add('page-reloaded');
    window.webContents.reload();
  });
};
