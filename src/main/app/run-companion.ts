import { join } from 'node:path';
import { app, nativeTheme, type BrowserWindow } from 'electron';
import { app as appCalls, EXTERNAL_LINKS } from '../../contract/ipc/app';
import type { CompanionConfig } from '../config/config';
import { giveBackSecret } from '../config/default-config';
import { createAreas } from '../handlers/areas';
import { createAnswers, type Answers } from '../ipc/bind-contract';
import { publish } from '../ipc/publish';
import type { TrustedSenders } from '../security/trusted-senders';
import type { WindowBounds } from '../settings/preferences-schema';
import { createClipboardKey } from './clipboard-key';
import { composeForElectron } from './compose-for-electron';
import { guardAgainstCrashes, reloadCrashedPage } from './crash-guard';
import type { Companion } from './create-companion';
import type { Desktop } from './desktop';
import { createElectronDesktop } from './electron-desktop';
import { createLabSwitch } from './lab-switch';
import { followLifecycle, tidyOnce, toFront } from './lifecycle';
import { rememberBounds } from './remember-bounds';
import { reportOf } from './report';
import { systemClock } from './system-clock';

interface RunDeps {
  readonly config: CompanionConfig;
  /** Origin of the app's own pages. */
  readonly origin: string;
  readonly senders: TrustedSenders;
  /** The window that is already there. */
  readonly first: BrowserWindow;
  /** Resolves once its page has its files. */
  readonly delivered: Promise<void>;
  /** Opens another one when it is gone. */
  readonly open: (bounds: WindowBounds | null) => BrowserWindow;
  /** Told who knows whether a page may use the microphone. */
  readonly microphone: (allowed: () => boolean) => void;
}

/** Milliseconds after loading in which a page draws its first screen. */
const DRAWING_MS = 150;

/** Resolves once a page has loaded, or is not going to. */
const loadedPage = (window: BrowserWindow): Promise<void> =>
  new Promise((resolve) => {
    if (window.isDestroyed() || !window.webContents.isLoading()) {
      resolve();
      return;
    }
    window.webContents.once('did-stop-loading', resolve);
    window.webContents.once('destroyed', resolve);
  });

/** Resolves once its first screen should be drawn, too. */
const shownPage = async (loaded: Promise<void>): Promise<void> => {
  await loaded;
  await new Promise((resolve) => setTimeout(resolve, DRAWING_MS));
};

/** A page that is gone or loads again takes no test any more. */
const leaveTestWithPage = ({ webContents }: BrowserWindow, { testRun }: Companion): void => {
  webContents.on('did-start-navigation', ({ isMainFrame, isSameDocument }) => {
    if (isMainFrame && !isSameDocument) testRun.leave();
  });
  webContents.on('render-process-gone', () => testRun.leave());
  webContents.once('destroyed', () => testRun.leave());
};

/** Keeps track of the listener's window, of which there is at most one. */
const followWindows = (
  { first, open }: RunDeps,
  companion: Companion,
  tidy: () => Promise<void>,
) => {
  const { preferences } = companion;
  let window: BrowserWindow | null = null;
  let saveBounds = (): Promise<void> => Promise.resolve();
  const follow = (opened: BrowserWindow): BrowserWindow => {
    window = opened;
    opened.once('closed', () => (window = null));
    saveBounds = rememberBounds(opened, (bounds) => preferences.setWindowBounds(bounds));
    reloadCrashedPage(opened, { companion, tidy });
    leaveTestWithPage(opened, companion);
    return opened;
  };
  if (!first.isDestroyed()) follow(first);
  return {
    window: () => window,
    open: () => follow(open(preferences.windowBounds())),
    saveBounds: () => saveBounds(),
  };
};

/** Services, handlers and life-cycle behind the first window. Resolves with what answers its calls. */
export const runCompanion = async (deps: RunDeps): Promise<Answers> => {
  const { config, senders } = deps;
  const loaded = loadedPage(deps.first);
  const shown = shownPage(loaded);
  const companion = await composeForElectron(config, shown);
  const { journal, preferences } = companion;
  deps.microphone(() => companion.testRun.microphoneAllowed());
  const tidy = tidyOnce(async () => {
    await windows.saveBounds();
    await clipboardKey.clear();
    await lab.dispose();
    journal.append({ type: 'app/quit' });
    await companion.dispose();
  });
  guardAgainstCrashes({ companion, tidy });
  const windows = followWindows(deps, companion, tidy);
  // A service chosen since is configured by its own secret.
  let keepsService = true;
  const desktopOf = (window: () => BrowserWindow | null): Desktop =>
    createElectronDesktop({
      window,
      beforeRelaunch: () => {
        if (keepsService) giveBackSecret(config);
      },
    });
  const desktop = desktopOf(windows.window);
  const clipboardKey = createClipboardKey(desktop, systemClock);
  const lab = createLabSwitch({
    preferences,
    network: companion.network,
    load: async () => {
      const { createLabOpener } = await import('../lab/lab-opener');
      const startAnew = (): void => {
        keepsService = false;
        desktop.relaunch('--lab');
      };
      const showListener = (): void => toFront(windows.window() ?? windows.open());
      return createLabOpener({
        ...{ ...deps, companion, desktopOf, clipboardKey, startAnew, showListener },
        listener: windows.window,
      });
    },
  });

  const { theme } = preferences.current();
  // Setting even the same one costs as much as a page's script.
  if (theme !== nativeTheme.themeSource) nativeTheme.themeSource = theme;
  // Once the page is drawn: menu and icon are not what a person waits for.
  void shown.then(async () => {
    // macOS takes the icon from the bundle.
    const icon = join(app.getAppPath(), 'resources/icon.png');
    if (process.platform !== 'darwin') windows.window()?.setIcon(icon);
    await import('./spare-memory');
    const { followMenu } = await import('./menu');
    followMenu(companion, {
      openGuide: () => desktop.openExternal(EXTERNAL_LINKS.guide),
      copyReport: () => desktop.writeClipboard(reportOf(companion)),
      openLab: () => lab.open(),
    });
  });
  followLifecycle({ ...windows, tidy });
  app.on('browser-window-focus', () => companion.partner.focused());
  journal.append({
    type: 'app/started',
    version: app.getVersion(),
    electron: process.versions.electron,
  });
  // Asking the keyring keeps main waiting, and a page without its files could not even say that it is opening.
  await deps.delivered;
  companion.start();
  if (app.commandLine.hasSwitch('lab')) {
    void shown.then(async () => {
      if (await lab.openAtStart(app.isPackaged)) return;
      process.stderr.write('--lab was ignored: switch the Session Lab on in Settings first\n');
    });
  }
  const areas = createAreas({
    companion,
    desktop,
    clipboardKey,
    pages: join(app.getAppPath(), 'out/renderer'),
    applied: (chosen) => (nativeTheme.themeSource = chosen.theme),
  });
  // One first picture instead of three in a row: until then the page shows that it is being restored.
  await companion.opened;
  companion.onSnapshot((snapshot) =>
    publish({ app: appCalls }, senders.list(), 'app', 'changed', snapshot),
  );
  return createAnswers(areas, (channel, code) =>
    journal.append({ type: 'ipc/refused', channel, code }),
  );
};
