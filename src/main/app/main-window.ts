import { join } from 'node:path';
import { app, BrowserWindow, nativeTheme, screen, type Rectangle } from 'electron';
import { APP_PAGE } from '../security/app-origin';

const DEFAULT_SIZE = { width: 1040, height: 720 };
const MINIMUM_SIZE = { minWidth: 820, minHeight: 600 };

/** Background before the first paint; the page's own colours, so that nothing flashes. */
const BACKGROUND = { light: '#fdfbf7', dark: '#15120f' };

const isOnScreen = (bounds: Rectangle): boolean =>
  screen.getAllDisplays().some(({ workArea }) => {
    const visibleWidth =
      Math.min(bounds.x + bounds.width, workArea.x + workArea.width) -
      Math.max(bounds.x, workArea.x);
    const isTopReachable = bounds.y >= workArea.y && bounds.y < workArea.y + workArea.height - 40;
    return visibleWidth > 100 && isTopReachable;
  });

/** What a listener's window needs. `bounds`: where it was last; ignored when no screen shows it. */
export interface MainWindowDeps {
  readonly title: string;
  readonly bounds: Rectangle | null;
}

/** Creates the listener's window, visible at once; the page is loaded separately. */
export const createMainWindow = ({ title, bounds }: MainWindowDeps): BrowserWindow => {
  const window = new BrowserWindow({
    ...DEFAULT_SIZE,
    ...(bounds && isOnScreen(bounds) ? bounds : {}),
    ...MINIMUM_SIZE,
    title,
    backgroundColor: nativeTheme.shouldUseDarkColors ? BACKGROUND.dark : BACKGROUND.light,
    autoHideMenuBar: true,
    webPreferences: {
      // From the app's own folder: which chunk this module is bundled into is not to matter.
      preload: join(app.getAppPath(), 'out/preload/listener.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      spellcheck: false,
      devTools: import.meta.env.DEV,
    },
  });
  window.on('page-title-updated', (event) => event.preventDefault());
  return window;
};

/** The page of the listener's window: the built one, or the development server's while developing. */
export const pageUrl = (): string => {
  const developmentUrl = import.meta.env.DEV ? process.env['ELECTRON_RENDERER_URL'] : undefined;
  return developmentUrl ?? APP_PAGE;
};
