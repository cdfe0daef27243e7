import { join } from 'node:path';
import { app, dialog, Menu, protocol } from 'electron';
import type { CompanionConfig } from '../config/config';
import { DEFAULT_CONFIG, isConfigured, takeSecret } from '../config/default-config';
import { APP_SCHEME } from '../security/app-origin';
import { applyNavigationPolicy } from '../security/navigation-policy';
import { areTooLong, refusedStartUp } from '../security/start-up-switches';
import { mayHaveGraphics } from './graphics-device';
import { systemLanguage } from './system-language';

/** Exit codes a script can tell apart. */
const EXIT = { refusedSwitch: 9, badConfig: 78 } as const;

/** Desktops whose keyring Chromium finds by itself; elsewhere it must be told to look for one. */
const KNOWN_DESKTOPS = /GNOME|KDE|XFCE|Unity|Cinnamon|Pantheon|Deepin|UKUI/i;

const loadConfig = async (): Promise<CompanionConfig> => {
  const sources = { env: process.env, configFolder: app.getPath('appData') };
  if (!isConfigured(sources)) return DEFAULT_CONFIG;
  const { ConfigError, readConfig } = await import('../config/config');
  try {
    const config = readConfig(sources);
    takeSecret();
    return config;
  } catch (thrown) {
    const field = thrown instanceof ConfigError ? thrown.field : 'companion.json';
    const { createMessages } = await import('../../messages/catalogue');
    const messages = createMessages(systemLanguage());
    dialog.showErrorBox(
      messages('dialogs.configTitle'),
      messages('dialogs.configMessage', { field }),
    );
    app.exit(EXIT.badConfig);
    throw thrown;
  }
};

const chooseKeyring = (): void => {
  const named = app.commandLine.hasSwitch('password-store');
  if (process.platform !== 'linux' || named) return;
  if (KNOWN_DESKTOPS.test(process.env['XDG_CURRENT_DESKTOP'] ?? '')) return;
  app.commandLine.appendSwitch('password-store', 'gnome-libsecret');
};

/**
 * Everything that must be settled before Electron is ready: start-up switches, configuration, data folder,
 * single instance, the app's scheme, sandbox. Returns null when another instance runs already.
 */
export const beforeReady = async (): Promise<CompanionConfig | null> => {
  const refused = [
    ...(app.isPackaged
      ? refusedStartUp((name) => app.commandLine.hasSwitch(name), process.env)
      : []),
    ...(areTooLong(process.argv) ? ['arguments of this length'] : []),
  ];
  if (refused.length > 0) {
    process.stderr.write(`Refused to start with ${refused.join(', ')}\n`);
    app.exit(EXIT.refusedSwitch);
  }
  // Whatever is written from here on is the person's alone: the service's database too.
  process.umask(0o077);
  const config = await loadConfig();
  // The keyring entry is filed under the app's name: it must be set before anything asks for a key.
  app.setName(config.product.name);
  app.setPath('userData', join(app.getPath('appData'), config.product.id));
  if (!app.requestSingleInstanceLock()) {
    app.exit(0);
    return null;
  }
  chooseKeyring();
  if (!mayHaveGraphics()) app.disableHardwareAcceleration();
  // Together with --no-sandbox (root) this would make every page crash.
  if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
  protocol.registerSchemesAsPrivileged([
    {
      scheme: APP_SCHEME,
      privileges: {
        standard: true,
        secure: true,
        supportFetchAPI: true,
        corsEnabled: true,
        codeCache: true,
      },
    },
  ]);
  applyNavigationPolicy(app);
  // Electron's own menu offers reloading and developer tools; the app's comes with its first page.
  Menu.setApplicationMenu(null);
  return config;
};
