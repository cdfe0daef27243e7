import { app, ipcMain, session, type WebContents } from 'electron';

/** A page that has become ready, and when: milliseconds since 1970. */
export interface ReadyPage {
  readonly page: WebContents;
  readonly at: number;
  /** What came before: milliseconds since 1970 by name. */
  readonly marks: Readonly<Record<string, number>>;
}

const marks: Record<string, number> = { main: Date.now() };

/** Notes when something was reached on the way. */
export const mark = (name: string): void => {
  marks[name] ??= Date.now();
};

/** Adds the bench's own script to every page, the same in both apps. Resolves with the first ready page. */
export const observePages = (): Promise<ReadyPage> => {
  app.once('browser-window-created', () => mark('window'));
  app.once('ready', () => {
    mark('ready');
    const { defaultSession } = session;
    const filePath = process.env['BENCH_PAGE'] ?? '';
    // Electron 35 renamed the call.
    if ('registerPreloadScript' in defaultSession) {
      defaultSession.registerPreloadScript({ type: 'frame', filePath });
    } else (defaultSession as { setPreloads(paths: string[]): void }).setPreloads([filePath]);
  });
  return new Promise((resolve) => {
    ipcMain.once('bench:ready', ({ sender }, at: number, inPage: Record<string, number>) => {
      resolve({ page: sender, at, marks: { ...marks, ...inPage } });
    });
  });
};
