import { join } from 'node:path';
import { app, nativeTheme, protocol, session, type BrowserWindow } from 'electron';
import type { CompanionConfig } from '../config/config';
import { APP_ORIGIN, APP_SCHEME } from '../security/app-origin';
import { createAppProtocol } from '../security/app-protocol';
import { applySessionPolicy } from '../security/session-policy';
import { createTrustedSenders } from '../security/trusted-senders';
import { firstLook } from '../settings/first-look';
import { createMainWindow, pageUrl } from './main-window';

/** Denies the page what it does not need and serves its files, the first of them once `bound` resolves. */
const applyPolicies = (bound: () => Promise<unknown>): string => {
  const origin = new URL(pageUrl()).origin;
  const own = origin === 'null' ? APP_ORIGIN : origin;
  applySessionPolicy(session.defaultSession, {
    allowedUrls: [`${own}/`, ...(import.meta.env.DEV ? [own.replace('http', 'ws')] : [])],
  });
  const serve = createAppProtocol(join(import.meta.dirname, '../renderer'));
  protocol.handle(APP_SCHEME, async (request) => {
    await bound();
    return serve(request);
  });
  return own;
};

/**
 * Starts the app once Electron is ready: policies, window, and everything else while the page's process starts.
 * The page is served only when the handlers are bound; the secret store is read after that.
 */
export const startApp = (config: CompanionConfig): void => {
  let companion: Promise<unknown> | undefined;
  const senders = createTrustedSenders(applyPolicies(() => Promise.resolve(companion)));
  const { theme, bounds } = firstLook(app.getPath('userData'));
  nativeTheme.themeSource = theme;
  const open = (place: typeof bounds): BrowserWindow => {
    const opened = createMainWindow({ title: config.product.name, bounds: place });
    senders.add(opened.webContents);
    void opened.loadURL(pageUrl());
    return opened;
  };
  const first = open(bounds);
  // Loaded only now: until the page's process runs, nothing of it is missed.
  companion = import('./run-companion').then(({ runCompanion }) =>
    runCompanion({ config, senders, first, open }),
  );
};
