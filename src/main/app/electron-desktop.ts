import { join } from 'node:path';
import { app, clipboard, dialog, shell, type BrowserWindow } from 'electron';
import type { Desktop } from './desktop';

interface ElectronDesktopDeps {
  readonly window: () => BrowserWindow | null;
  /** Called before the app starts again. */
  readonly beforeRelaunch: () => void;
}

/** The desktop as Electron gives it. `await` covers both clipboards: plain values, and promises from 44 on. */
export const createElectronDesktop = ({
  window,
  beforeRelaunch,
}: ElectronDesktopDeps): Desktop => ({
  readClipboard: async () => await clipboard.readText(),
  writeClipboard: async (text) => {
    await clipboard.writeText(text);
  },
  async chooseSaveFile(title, fileName) {
    const options = {
      title,
      defaultPath: join(app.getPath('documents'), fileName),
      filters: [{ name: 'JSON', extensions: ['json'] }],
    };
    const parent = window();
    const answer = parent
      ? await dialog.showSaveDialog(parent, options)
      : await dialog.showSaveDialog(options);
    return answer.canceled || !answer.filePath ? null : answer.filePath;
  },
  openExternal: (url) => shell.openExternal(url),
  relaunch() {
    beforeRelaunch();
    app.relaunch();
    app.quit();
  },
});
