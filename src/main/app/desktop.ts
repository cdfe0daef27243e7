/** A question that has to be answered with its own word. */
export interface Question {
  readonly title: string;
  readonly detail: string;
  /** What `true` does. */
  readonly action: string;
  readonly cancel: string;
}

/** What handlers need of the desktop around the app. Electron's in the app, a fake in unit tests. */
export interface Desktop {
  readClipboard(): Promise<string>;
  writeClipboard(text: string): Promise<void>;
  /** Asks where to save a file of this name, whose ending is its kind; null when the person cancelled. */
  chooseSaveFile(title: string, fileName: string): Promise<string | null>;
  /** Asks for a file with one of these endings; null when the person cancelled. */
  chooseOpenFile(title: string, extensions: readonly string[]): Promise<string | null>;
  /** Asks before something that cannot be taken back; closing the question is a no. */
  confirm(question: Question): Promise<boolean>;
  /** What the window shows, as a PDF file of A4 pages. */
  printPage(): Promise<Uint8Array>;
  openExternal(url: string): Promise<void>;
  /** Ends the app and starts it again; `added` beside the arguments it has now. */
  relaunch(added?: string): void;
}
