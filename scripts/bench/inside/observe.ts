import { app, ipcMain, session, type WebContents } from 'electron';

/** A page that has become ready, and when: milliseconds since 1970. */
export interface ReadyPage {
  readonly page: WebContents;
  readonly at: number;
}

/** Adds the bench's own script to every page, the same in both apps. Resolves with the first ready page. */
export const observePages = (): Promise<ReadyPage> => {
  app.once('ready', () => {
    const { defaultSession } = session;
    const filePath = process.env['BENCH_PAGE'] ?? '';
    // Electron 35 renamed the call.
    if ('registerPreloadScript' in defaultSession) {
      defaultSession.registerPreloadScript({ type: 'frame', filePath });
    } else (defaultSession as { setPreloads(paths: string[]): void }).setPreloads([filePath]);
  });
  return new Promise((resolve) => {
    ipcMain.once('bench:ready', ({ sender }, at: number) => resolve({ page: sender, at }));
  });
};
