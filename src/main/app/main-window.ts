import { BrowserWindow, screen, type Rectangle } from 'electron';
import { pageBackground, pagePreferences } from './page-window';

const DEFAULT_SIZE = { width: 1040, height: 720 };
const MINIMUM_SIZE = { minWidth: 820, minHeight: 600 };

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
    backgroundColor: pageBackground(),
    autoHideMenuBar: true,
    webPreferences: pagePreferences('listener'),
  });
  window.on('page-title-updated', (event) => event.preventDefault());
  return window;
};
