import { BrowserWindow, session, type Session, type WebContents } from 'electron';
import { createInTurn } from '../files/in-turn';
import { APP_ORIGIN } from './app-origin';
import { NOT_FOUND, serveApp, type Page } from './app-protocol';
import { LOCKED_DOWN } from './locked-down';
import { applySessionPolicy, cutNetwork } from './session-policy';

/** What a private window shows and for how long it may. */
interface PrivateTask<T> {
  /** Its files by the path of their address; `/` is the page. Nothing else can be loaded. */
  readonly files: ReadonlyMap<string, Page>;
  readonly work: (contents: WebContents) => Promise<T>;
  /** Milliseconds until it is ended and `work` given up. */
  readonly limitMs: number;
  readonly signal?: AbortSignal;
}

/** Thrown where the window ended before its work: `limit`, `aborted` or `gone` (its process died). */
export class PrivateWindowEnded extends Error {
  constructor(readonly why: 'limit' | 'aborted' | 'gone') {
    super(why);
  }
}

/** A session of its own, in memory, without network or permissions, that serves the files of one task. */
export const createPrivateSession = (
  name: string,
  lookUp: (path: string) => Page | undefined,
): Session => {
  // No "persist:": nothing of it comes to lie on the disk.
  const own = session.fromPartition(name, { cache: false });
  applySessionPolicy(own, {
    allowedUrls: [`${APP_ORIGIN}/`],
    origin: APP_ORIGIN,
    microphoneAllowed: () => false,
  });
  serveApp(own.protocol, async ({ url }) => lookUp(new URL(url).pathname) ?? NOT_FOUND);
  return own;
};

const openWindow = (own: Session, hasScript: boolean): BrowserWindow =>
  new BrowserWindow({
    show: false,
    webPreferences: {
      ...LOCKED_DOWN,
      session: own,
      javascript: hasScript,
      backgroundThrottling: false,
    },
  });

/** Rejects when the window has to end before its work is done. Returns how to stop listening. */
const watch = (contents: WebContents, { limitMs, signal }: PrivateTask<unknown>) => {
  let stop = (): void => undefined;
  const ended = new Promise<never>((_resolve, reject) => {
    const end = (why: PrivateWindowEnded['why']) => () => reject(new PrivateWindowEnded(why));
    const timer = setTimeout(end('limit'), limitMs);
    const abort = end('aborted');
    contents.once('render-process-gone', end('gone'));
    if (signal?.aborted) abort();
    signal?.addEventListener('abort', abort);
    stop = () => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', abort);
    };
  });
  return { ended, stop };
};

/**
 * Windows nobody sees, for what must not enter a listener's page: made for one task in a process and a session of
 * their own, without preload or any way to call main, and destroyed with their process after it. One at a time.
 */
export const createPrivateWindow = (name: string, hasScript: boolean) => {
  const inTurn = createInTurn();
  let files: ReadonlyMap<string, Page> = new Map();
  let own: Session | null = null;
  return <T>(task: PrivateTask<T>): Promise<T> =>
    inTurn(async () => {
      own ??= createPrivateSession(name, (path) => files.get(path));
      await cutNetwork(own);
      files = task.files;
      const window = openWindow(own, hasScript);
      const { webContents: contents } = window;
      const { ended, stop } = watch(contents, task);
      try {
        const done = window.loadURL(`${APP_ORIGIN}/`).then(() => task.work(contents));
        // Given up, it fails unheard.
        done.catch(() => undefined);
        return await Promise.race([done, ended]);
      } catch (thrown) {
        // Its script may never come back by itself.
        if (thrown instanceof PrivateWindowEnded) contents.forcefullyCrashRenderer();
        throw thrown;
      } finally {
        stop();
        files = new Map();
        window.destroy();
      }
    });
};
