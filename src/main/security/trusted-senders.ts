import type { IpcMainInvokeEvent, WebContents } from 'electron';
import { APP_ORIGIN } from './app-origin';

/** The windows whose pages may call main: added when made, gone when destroyed. */
export interface TrustedSenders {
  add(contents: WebContents): void;
  /** Known window, live main frame, exact origin. Read synchronously: a frame can vanish during a call. */
  trusts(event: Pick<IpcMainInvokeEvent, 'sender' | 'senderFrame'>): boolean;
  /** The pages events go to. */
  list(): readonly WebContents[];
}

/** Creates an empty registry; `origin` is the app's own, or the development server's. */
export const createTrustedSenders = (origin: string = APP_ORIGIN): TrustedSenders => {
  const known = new Map<number, WebContents>();
  return {
    add(contents) {
      const { id } = contents;
      known.set(id, contents);
      contents.once('destroyed', () => known.delete(id));
    },
    trusts({ sender, senderFrame }) {
      if (!known.has(sender.id) || !senderFrame) return false;
      // Electron 33 calls the main frame of a page loaded again after a crash detached for ever.
      if (senderFrame.detached && senderFrame !== sender.mainFrame) return false;
      return senderFrame.parent === null && senderFrame.origin === origin;
    },
    list: () => [...known.values()],
  };
};
