import { BrowserWindow, screen, type Rectangle } from 'electron';
import { pageBackground, pagePreferences, pageUrl } from '../app/page-window';
import { LAB_MINIMUM, placeLab } from './place-lab';

interface LabWindowDeps {
  readonly title: string;
  /** Where the listener's window is; null where there is none. */
  readonly listener: Rectangle | null;
  /** Told of its page before that is loaded. */
  readonly trust: (page: Electron.WebContents) => void;
}

/** Creates the Lab's window, visible at once, beside the listener's or over as little of it as the display allows. */
export const createLabWindow = ({ title, listener, trust }: LabWindowDeps): BrowserWindow => {
  const window = new BrowserWindow({
    ...placeLab(listener, listener && screen.getDisplayMatching(listener).workArea),
    minWidth: LAB_MINIMUM.width,
    minHeight: LAB_MINIMUM.height,
    title,
    backgroundColor: pageBackground(),
    autoHideMenuBar: true,
    webPreferences: pagePreferences('lab'),
  });
  window.on('page-title-updated', (event) => event.preventDefault());
  trust(window.webContents);
  void window.loadURL(pageUrl('lab'));
  return window;
};
