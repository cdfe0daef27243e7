/** What handlers need of the desktop around the app. Electron's in the app, a fake in unit tests. */
export interface Desktop {
  readClipboard(): Promise<string>;
  writeClipboard(text: string): Promise<void>;
  /** Asks where to save a file of this name, whose ending is its kind; null when the person cancelled. */
  chooseSaveFile(title: string, fileName: string): Promise<string | null>;
  /** Asks for a file with this ending; null when the person cancelled. */
  chooseOpenFile(title: string, extension: string): Promise<string | null>;
  /** What the window shows, as a PDF file of A4 pages. */
  printPage(): Promise<Uint8Array>;
  openExternal(url: string): Promise<void>;
  /** Ends the app and starts it again. */
  relaunch(): void;
}
