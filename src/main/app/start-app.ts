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
import { endBroken } from './broken-installation';
import { deliveredPage } from './delivered-page';
import { createMainWindow } from './main-window';
import { pageUrl } from './page-window';

/** Filled in at build time from the contract; see electron.vite.config.ts. */
declare const CONTRACT_SHAPE: Shape;

/** What is done when the page asks, by what it asked for. */
interface Asked {
  /** A page was served. */
  page: () => void;
  /** A file was asked for that is not there. */
  missing: () => void;
  /** Whether the page may use the microphone now. */
  microphone: () => boolean;
}

/** Denies the page what it does not need and serves its files. */
const applyPolicies = (asked: Asked): string => {
  const origin = new URL(pageUrl('index')).origin;
  const own = origin === 'null' ? APP_ORIGIN : origin;
  applySessionPolicy(session.defaultSession, {
    allowedUrls: [`${own}/`, ...(import.meta.env.DEV ? [own.replace('http', 'ws')] : [])],
    origin: own,
    microphoneAllowed: () => asked.microphone(),
  });
  // A development server is reached by network.
  const cut = import.meta.env.DEV ? Promise.resolve() : cutNetwork(session.defaultSession);
  const lookUp = createAppProtocol(join(app.getAppPath(), 'out/renderer'));
  serveApp(protocol, async (request) => {
    // Only a script could reach for the network; the page itself need not wait.
    if (request.url.endsWith('.js')) await cut;
    const found = lookUp(request);
    if (found.statusCode === 404) asked.missing();
    else if (request.url.endsWith('.html')) setImmediate(() => asked.page());
    return found;
  });
  return own;
};

/** Ends the app when its first page lacks a file of its own; what a page asks for later it can answer for itself. */
const guardFirstPage = (
  { webContents }: BrowserWindow,
  asked: Asked,
  end: () => Promise<void>,
): void => {
  asked.missing = () => void end();
  webContents.once('preload-error', () => void end());
  const disarm = (): void => void (asked.missing = () => undefined);
  webContents.once('did-finish-load', disarm);
  webContents.once('destroyed', disarm);
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
  const asked: Asked = {
    page: () => undefined,
    missing: () => undefined,
    microphone: () => false,
  };
  const own = applyPolicies(asked);
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
  let ending: Promise<void> | null = null;
  const end = (): Promise<void> => (ending ??= endBroken());
  // A development server serves by itself, and code that is being written may throw.
  if (!import.meta.env.DEV) guardFirstPage(first, asked, end);
  const served = new Promise<void>((resolve) => {
    asked.page = resolve;
    if (import.meta.env.DEV) first.webContents.once('dom-ready', () => resolve());
  });
  // An app that is ending opens nothing of the person's.
  const delivered = deliveredPage(session.defaultSession, first.webContents).then(() =>
    ending ? new Promise<never>(() => undefined) : undefined,
  );
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
          microphone: (allowed) => (asked.microphone = allowed),
        }),
      )
      .catch(async (thrown: unknown) => {
        await end();
        throw thrown;
      }),
  );
};
