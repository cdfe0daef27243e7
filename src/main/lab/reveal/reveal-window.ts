import { BrowserWindow, type Session } from 'electron';
import { createLabMessages } from '../../../messages/lab-catalogue';
import type { Companion } from '../../app/create-companion';
import { pageBackground } from '../../app/page-window';
import { APP_ORIGIN } from '../../security/app-origin';
import { pageOf } from '../../security/app-protocol';
import { LOCKED_DOWN } from '../../security/locked-down';
import { createPrivateSession } from '../../security/private-window';
import { cutNetwork } from '../../security/session-policy';
import { REVEAL_POLICY, revealPage, type RevealedId } from './reveal-page';

interface RevealDeps {
  readonly companion: Pick<Companion, 'snapshot'>;
  /** The window it belongs to. */
  readonly parent: () => BrowserWindow | null;
}

/** Seconds an id stays on the screen. */
const SHOWN_SECONDS = 60;

/** A small window without script, preload or any way to call main. */
const openWindow = (parent: BrowserWindow, title: string): BrowserWindow => {
  const window = new BrowserWindow({
    width: 520,
    height: 240,
    resizable: false,
    minimizable: false,
    fullscreenable: false,
    title,
    backgroundColor: pageBackground(),
    autoHideMenuBar: true,
    parent,
    webPreferences: {
      ...LOCKED_DOWN,
      // A session of its own, so that no other page ever runs in its process.
      partition: 'reveal',
      javascript: false,
    },
  });
  // A screen that is shared or recorded shows nothing of it, where the system can see to that.
  window.setContentProtection(true);
  window.webContents.on('before-input-event', (_event, { key }) => {
    if (key === 'Escape') window.close();
  });
  return window;
};

/** Shows one id at a time in a window of its own, destroyed with its process when it is closed, at the latest after a minute. */
export const createRevealWindow = ({ companion, parent }: RevealDeps) => {
  let page: string | null = null;
  let own: Session | null = null;
  let close = (): void => undefined;

  const createOwn = (): Session =>
    createPrivateSession('reveal', (path) =>
      page !== null && path === '/'
        ? pageOf('text/html; charset=utf-8', Buffer.from(page), REVEAL_POLICY)
        : undefined,
    );

  return {
    close: () => close(),
    async show(id: RevealedId): Promise<void> {
      const owner = parent();
      own ??= createOwn();
      await cutNetwork(own);
      // The Lab was closed meanwhile, and nothing of it is shown any more.
      if (owner === null || owner !== parent()) return;
      close();
      const messages = createLabMessages(companion.snapshot().language);
      const window = openWindow(owner, messages('labReveal.title'));
      const shown = revealPage(id, messages, SHOWN_SECONDS);
      page = shown;
      close = () => {
        if (!window.isDestroyed()) window.destroy();
      };
      const timer = setTimeout(close, SHOWN_SECONDS * 1000);
      window.once('closed', () => clearTimeout(timer));
      // Closed while it was loading, it has nothing more to show.
      await window.loadURL(`${APP_ORIGIN}/`).catch(() => undefined);
      if (page === shown) page = null;
    },
  };
};
