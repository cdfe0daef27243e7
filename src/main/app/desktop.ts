/** What handlers need of the desktop around the app. Electron's in the app, a fake in unit tests. */
export interface Desktop {
  readClipboard(): Promise<string>;
  writeClipboard(text: string): Promise<void>;
  /** Asks where to save; null when the person cancelled. */
  chooseSaveFile(title: string, fileName: string): Promise<string | null>;
  openExternal(url: string): Promise<void>;
  /** Ends the app and starts it again. */
  relaunch(): void;
}
