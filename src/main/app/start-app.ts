import { join } from 'node:path';
import { app, ipcMain, nativeTheme, protocol, session, type BrowserWindow } from 'electron';
import { contract } from '../../contract/ipc/contract';
import { createAppHandlers } from '../handlers/app-handlers';
import { createPreferencesHandlers } from '../handlers/preferences-handlers';
import { createSessionHandlers } from '../handlers/session-handlers';
import type { CompanionConfig } from '../config/config';
import { bindContract } from '../ipc/bind-contract';
import { publish } from '../ipc/publish';
import { APP_ORIGIN, APP_SCHEME } from '../security/app-origin';
import { createAppProtocol } from '../security/app-protocol';
import { applySessionPolicy } from '../security/session-policy';
import { createTrustedSenders } from '../security/trusted-senders';
import { createClipboardKey } from './clipboard-key';
import { composeForElectron } from './compose-for-electron';
import { guardAgainstCrashes, reloadCrashedPage } from './crash-guard';
import { createElectronDesktop } from './electron-desktop';
import { followLifecycle } from './lifecycle';
import { createMainWindow, pageUrl } from './main-window';
import { systemClock } from './system-clock';

const applyPolicies = (): string => {
  const origin = new URL(pageUrl()).origin;
  const own = origin === 'null' ? APP_ORIGIN : origin;
  applySessionPolicy(session.defaultSession, {
    allowedUrls: [`${own}/`, ...(import.meta.env.DEV ? [own.replace('http', 'ws')] : [])],
  });
  protocol.handle(APP_SCHEME, createAppProtocol(join(import.meta.dirname, '../renderer')));
  return own;
};

/**
 * Starts the app once Electron is ready: policies, services (which read nothing yet), handlers, window, page.
 * The secret store is read while the page loads, so a keyring prompt never comes before a window.
 */
export const startApp = async (config: CompanionConfig): Promise<void> => {
  const senders = createTrustedSenders(applyPolicies());
  let window: BrowserWindow | null = null;
  const desktop = createElectronDesktop(() => window);
  const clipboardKey = createClipboardKey(desktop, systemClock);
  const companion = await composeForElectron(config);
  const { journal, preferences } = companion;
  guardAgainstCrashes(companion);

  bindContract(
    contract,
    {
      app: createAppHandlers(companion, desktop),
      session: createSessionHandlers({ companion, desktop, clipboardKey }),
      preferences: createPreferencesHandlers(companion, ({ theme }) => {
        nativeTheme.themeSource = theme;
      }),
    },
    {
      ipcMain,
      trusts: (event) => senders.trusts(event),
      refused: (channel, code) => journal.append({ type: 'ipc/refused', channel, code }),
    },
  );
  companion.onSnapshot((snapshot) => publish(contract, senders.list(), 'app', 'changed', snapshot));

  nativeTheme.themeSource = preferences.current().theme;
  const open = (): BrowserWindow => {
    const opened = createMainWindow({
      title: config.product.name,
      bounds: preferences.windowBounds(),
      saveBounds: (bounds) => void preferences.setWindowBounds(bounds).catch(() => undefined),
    });
    window = opened;
    opened.once('closed', () => (window = null));
    senders.add(opened.webContents);
    reloadCrashedPage(opened, companion);
    void opened.loadURL(pageUrl());
    return opened;
  };
  followLifecycle({
    window: () => window,
    open,
    beforeQuit: async () => {
      await clipboardKey.clear();
      await companion.dispose();
    },
  });
  open();
  journal.append({
    type: 'app/started',
    version: app.getVersion(),
    electron: process.versions.electron,
  });
  companion.start();
};
