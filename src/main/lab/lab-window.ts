import { BrowserWindow } from 'electron';
import { pageBackground, pagePreferences, pageUrl } from '../app/page-window';

/** Creates the Lab's window, visible at once; `trust` is told of its page before that is loaded. */
export const createLabWindow = (
  title: string,
  trust: (page: Electron.WebContents) => void,
): BrowserWindow => {
  const window = new BrowserWindow({
    width: 1280,
    height: 860,
    minWidth: 820,
    minHeight: 600,
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
