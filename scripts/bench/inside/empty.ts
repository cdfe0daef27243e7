import { join } from 'node:path';
import { app, BrowserWindow } from 'electron';
import { observePages } from './observe';
import { perform } from './perform';

void perform(observePages());

/** As little as an app can be: the app's window with a blank page from a file, the quickest to serve. */
app.enableSandbox();
void app.whenReady().then(() => {
  const window = new BrowserWindow({
    width: 1040,
    height: 720,
    minWidth: 820,
    minHeight: 600,
    autoHideMenuBar: true,
    webPreferences: { sandbox: true, contextIsolation: true, spellcheck: false, devTools: false },
  });
  void window.loadFile(join(import.meta.dirname, '../empty/blank.html'));
});
app.on('window-all-closed', () => app.quit());
