import { app, nativeTheme, type BrowserWindow } from 'electron';
import { contract } from '../../contract/ipc/contract';
import type { CompanionConfig } from '../config/config';
import { createAppHandlers } from '../handlers/app-handlers';
import { createPreferencesHandlers } from '../handlers/preferences-handlers';
import { createSessionHandlers } from '../handlers/session-handlers';
import { createAnswers, type Answers } from '../ipc/bind-contract';
import { publish } from '../ipc/publish';
import type { TrustedSenders } from '../security/trusted-senders';
import type { WindowBounds } from '../settings/preferences-schema';
import { createClipboardKey } from './clipboard-key';
import { composeForElectron } from './compose-for-electron';
import { guardAgainstCrashes, reloadCrashedPage } from './crash-guard';
import type { Companion } from './create-companion';
import { createElectronDesktop } from './electron-desktop';
import { followLifecycle } from './lifecycle';
import { rememberBounds } from './remember-bounds';
import { followLanguage } from './menu';
import { systemClock } from './system-clock';

interface RunDeps {
  readonly config: CompanionConfig;
  readonly senders: TrustedSenders;
  /** The window that is already there. */
  readonly first: BrowserWindow;
  /** Opens another one when it is gone. */
  readonly open: (bounds: WindowBounds | null) => BrowserWindow;
}

/** Milliseconds after loading in which a page draws its first screen. */
const DRAWING_MS = 150;

/** Resolves once a page is loaded and drawn, or is not going to be. */
const shownPage = ({ webContents }: BrowserWindow): Promise<void> =>
  new Promise((resolve) => {
    webContents.once('did-stop-loading', () => setTimeout(resolve, DRAWING_MS));
  });

/** Keeps track of the listener's window, of which there is at most one. */
const followWindows = ({ first, open }: RunDeps, companion: Companion) => {
  const { preferences } = companion;
  let window: BrowserWindow | null = null;
  const follow = (opened: BrowserWindow): BrowserWindow => {
    window = opened;
    opened.once('closed', () => (window = null));
    rememberBounds(opened, (bounds) => preferences.setWindowBounds(bounds));
    reloadCrashedPage(opened, companion);
    return opened;
  };
  if (!first.isDestroyed()) follow(first);
  return { window: () => window, open: () => follow(open(preferences.windowBounds())) };
};

/** Services, handlers and life-cycle behind the first window. Resolves with what answers its calls. */
export const runCompanion = async (deps: RunDeps): Promise<Answers> => {
  const { config, senders } = deps;
  const companion = await composeForElectron(config, shownPage(deps.first));
  const { journal, preferences } = companion;
  guardAgainstCrashes(companion);
  const windows = followWindows(deps, companion);
  const desktop = createElectronDesktop(windows.window);
  const clipboardKey = createClipboardKey(desktop, systemClock);

  const appHandlers = createAppHandlers(companion, desktop);

  const handlers = {
    app: appHandlers,
    session: createSessionHandlers({ companion, desktop, clipboardKey }),
    preferences: createPreferencesHandlers(companion, ({ theme }) => {
      nativeTheme.themeSource = theme;
    }),
  };
  companion.onSnapshot((snapshot) => publish(contract, senders.list(), 'app', 'changed', snapshot));
  nativeTheme.themeSource = preferences.current().theme;
  // After the page: building a menu is not what a person waits for.
  deps.first.webContents.once('did-finish-load', () => {
    followLanguage(companion, {
      openGuide: () => void appHandlers.openLink({ link: 'guide' }),
      copyReport: () => void appHandlers.copyReport(),
    });
  });
  followLifecycle({
    ...windows,
    beforeQuit: async () => {
      await clipboardKey.clear();
      await companion.dispose();
    },
  });
  journal.append({
    type: 'app/started',
    version: app.getVersion(),
    electron: process.versions.electron,
  });
  companion.start();
  return createAnswers(contract, handlers, (channel, code) =>
    journal.append({ type: 'ipc/refused', channel, code }),
  );
};
