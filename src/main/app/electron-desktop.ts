import { extname, join } from 'node:path';
import {
  app,
  clipboard,
  dialog,
  shell,
  type BrowserWindow,
  type MessageBoxOptions,
  type OpenDialogOptions,
} from 'electron';
import { AppError } from '../../contract/errors';
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
    const extension = extname(fileName).slice(1);
    const options = {
      title,
      defaultPath: join(app.getPath('documents'), fileName),
      filters: [{ name: extension.toUpperCase(), extensions: [extension] }],
    };
    const parent = window();
    const answer = parent
      ? await dialog.showSaveDialog(parent, options)
      : await dialog.showSaveDialog(options);
    return answer.canceled || !answer.filePath ? null : answer.filePath;
  },
  async chooseOpenFile(title, extensions) {
    const options: OpenDialogOptions = {
      title,
      properties: ['openFile'],
      filters: [{ name: extensions.join(', '), extensions: [...extensions] }],
    };
    const parent = window();
    const { canceled, filePaths } = parent
      ? await dialog.showOpenDialog(parent, options)
      : await dialog.showOpenDialog(options);
    return canceled ? null : (filePaths[0] ?? null);
  },
  async confirm({ title, detail, action, cancel }) {
    const options: MessageBoxOptions = {
      type: 'warning',
      message: title,
      detail,
      buttons: [action, cancel],
      defaultId: 1,
      cancelId: 1,
    };
    const parent = window();
    const { response } = parent
      ? await dialog.showMessageBox(parent, options)
      : await dialog.showMessageBox(options);
    return response === 0;
  },
  async printPage() {
    const page = window()?.webContents;
    // Nobody is left to have asked for it.
    if (!page) throw new AppError('app/file-not-written');
    return page.printToPDF({ pageSize: 'A4', printBackground: true, preferCSSPageSize: true });
  },
  openExternal: (url) => shell.openExternal(url),
  relaunch(added) {
    beforeRelaunch();
    const args = process.argv.slice(1).filter((each) => each !== added);
    app.relaunch({ args: added === undefined ? args : [...args, added] });
    app.quit();
  },
});
