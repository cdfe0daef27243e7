import { app, clipboard, dialog, shell, type BrowserWindow } from 'electron';
import type { Desktop } from './desktop';

/** The desktop as Electron gives it. `await` covers both clipboards: plain values, and promises from 44 on. */
export const createElectronDesktop = (window: () => BrowserWindow | null): Desktop => ({
  readClipboard: async () => await clipboard.readText(),
  writeClipboard: async (text) => {
    await clipboard.writeText(text);
  },
  async chooseSaveFile(title, fileName) {
    const options = {
      title,
      defaultPath: fileName,
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
    app.relaunch();
    app.quit();
  },
});
