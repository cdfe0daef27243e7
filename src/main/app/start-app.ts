import { join } from 'node:path';
import { app, ipcMain, nativeTheme, protocol, session, type BrowserWindow } from 'electron';
import type { CompanionConfig } from '../config/config';
import type { Shape } from '../../contract/ipc/define';
import { bindChannels, type Answers } from '../ipc/bind-contract';
import { APP_ORIGIN } from '../security/app-origin';
import { createAppProtocol, serveApp } from '../security/app-protocol';
import { applySessionPolicy, cutNetwork } from '../security/session-policy';
import { createTrustedSenders } from '../security/trusted-senders';
import { firstLook } from '../settings/first-look';
import { breath } from './breath';
import { deliveredPage } from './delivered-page';
import { createMainWindow } from './main-window';
import { pageUrl } from './page-window';

/** Exit code of an app whose own parts do not load. */
const EXIT_BROKEN = 70;

/** Filled in at build time from the contract; see electron.vite.config.ts. */
declare const CONTRACT_SHAPE: Shape;

/** Denies the page what it does not need and serves its files; `pageServed` is called after every page. */
const applyPolicies = (pageServed: () => void, microphoneAllowed: () => boolean): string => {
  const origin = new URL(pageUrl('index')).origin;
  const own = origin === 'null' ? APP_ORIGIN : origin;
  applySessionPolicy(session.defaultSession, {
    allowedUrls: [`${own}/`, ...(import.meta.env.DEV ? [own.replace('http', 'ws')] : [])],
    origin: own,
    microphoneAllowed,
  });
  // A development server is reached by network.
  const cut = import.meta.env.DEV ? Promise.resolve() : cutNetwork(session.defaultSession);
  const lookUp = createAppProtocol(join(app.getAppPath(), 'out/renderer'));
  serveApp(protocol, async (request) => {
    if (request.url.endsWith('.html')) setImmediate(pageServed);
    // Only a script could reach for the network; the page itself need not wait.
    if (request.url.endsWith('.js')) await cut;
    return lookUp(request);
  });
  return own;
};

/** Loads the rest, in pieces. */
const loadCompanion = async () => {
  await import('./interpret-schemas');
  await import('zod');
  await breath();
  await import('../../contract/ipc/app');
  await breath();
  return import('./run-companion');
};

/**
 * Starts the app once Electron is ready: policies, channels, window, page; everything else while the page's process
 * starts. The secret store is read last, once the page has its files.
 */
export const startApp = (config: CompanionConfig): void => {
  let pageServed = (): void => undefined;
  let microphoneAllowed = (): boolean => false;
  const own = applyPolicies(
    () => pageServed(),
    () => microphoneAllowed(),
  );
  const senders = createTrustedSenders(own);
  let runs: (answers: Promise<Answers>) => void = () => undefined;
  bindChannels(CONTRACT_SHAPE, {
    ipcMain,
    trusts: (event) => senders.trusts(event),
    answers: new Promise((resolve) => (runs = resolve)),
  });
  const { theme, bounds } = firstLook(app.getPath('userData'));
  nativeTheme.themeSource = theme;
  const open = (place: typeof bounds): BrowserWindow => {
    const opened = createMainWindow({ title: config.product.name, bounds: place });
    senders.add(opened.webContents);
    void opened.loadURL(pageUrl('index'));
    return opened;
  };
  const first = open(bounds);
  const served = new Promise<void>((resolve) => {
    pageServed = resolve;
    // A development server serves by itself.
    first.webContents.once('dom-ready', () => resolve());
  });
  const delivered = deliveredPage(session.defaultSession, first.webContents);
  runs(
    served
      .then(loadCompanion)
      .then(({ runCompanion }) =>
        runCompanion({
          config,
          origin: own,
          senders,
          first,
          delivered,
          open,
          microphone: (allowed) => (microphoneAllowed = allowed),
        }),
      )
      .catch((thrown: unknown) => {
        // Without what answers its calls a window could only wait.
        app.exit(EXIT_BROKEN);
        throw thrown;
      }),
  );
};
