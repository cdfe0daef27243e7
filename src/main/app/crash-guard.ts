import { app, dialog, type BrowserWindow } from 'electron';
import type { Companion } from './create-companion';
import { messagesNow } from './messages-now';

/** A page that crashes again within this time is not loaded again by itself. */
const RELOAD_PAUSE_MS = 60_000;

/** Electron's names for the end of a page, as the journal has them. */
const REASONS = {
  'abnormal-exit': 'abnormal-exit',
  killed: 'killed',
  crashed: 'crashed',
  oom: 'oom',
  'launch-failed': 'launch-failed',
  'integrity-failure': 'integrity-failure',
  'memory-eviction': 'other',
} as const;

interface CrashGuardDeps {
  readonly companion: Companion;
  /** Clears and closes what must not outlive the app. */
  readonly tidy: () => Promise<void>;
}

/** Says that something went wrong and offers to start again; nothing on disk is touched. */
const offerRestart = async (
  { companion, tidy }: CrashGuardDeps,
  detail: 'dialogs.crashMessage' | 'dialogs.pageCrashMessage',
): Promise<void> => {
  const messages = await messagesNow(companion);
  const { response } = await dialog.showMessageBox({
    type: 'error',
    message: messages('dialogs.crashTitle'),
    detail: messages(detail),
    buttons: [messages('dialogs.restart'), messages('dialogs.quit')],
  });
  if (response === 0) app.relaunch();
  await tidy();
  app.exit(1);
};

/** What nobody caught in main is told once, to the journal and to the person. */
export const guardAgainstCrashes = (deps: CrashGuardDeps): void => {
  let isTold = false;
  const tell = (reason: 'uncaught-exception' | 'unhandled-rejection'): void => {
    deps.companion.journal.append({ type: 'app/crashed', process: 'main', reason });
    if (isTold) return;
    isTold = true;
    void offerRestart(deps, 'dialogs.crashMessage');
  };
  process.on('uncaughtException', () => tell('uncaught-exception'));
  process.on('unhandledRejection', () => tell('unhandled-rejection'));
};

/** A crashed page is loaded once more; main holds the state, so it comes back as it was. */
export const reloadCrashedPage = (window: BrowserWindow, deps: CrashGuardDeps): void => {
  let reloadedAt = -Infinity;
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason === 'clean-exit') return;
    const { journal, notices } = deps.companion;
    journal.append({ type: 'app/crashed', process: 'renderer', reason: REASONS[reason] });
    const now = performance.now();
    if (now - reloadedAt < RELOAD_PAUSE_MS) {
      void offerRestart(deps, 'dialogs.pageCrashMessage');
      return;
    }
    reloadedAt = now;
    notices.add('page-reloaded');
    window.webContents.reload();
  });
};
