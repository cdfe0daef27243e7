import { join } from 'node:path';
import { app, nativeTheme, type WebPreferences } from 'electron';
import { APP_ORIGIN } from '../security/app-origin';
import { LOCKED_DOWN } from '../security/locked-down';

/** Background before the first paint; the pages' own colours, so that nothing flashes. */
const BACKGROUND = { light: '#fdfbf7', dark: '#15120f' };

/** The colour a window has before its page is painted. */
export const pageBackground = (): string =>
  nativeTheme.shouldUseDarkColors ? BACKGROUND.dark : BACKGROUND.light;

/** What every page of the app may do, with the one preload that is its own. */
export const pagePreferences = (preload: 'listener' | 'lab'): WebPreferences => ({
  ...LOCKED_DOWN,
  // From the app's own folder: which chunk this module is bundled into is not to matter.
  preload: join(app.getAppPath(), `out/preload/${preload}.cjs`),
  devTools: import.meta.env.DEV,
});

/** Address of a page: the built one, or the development server's while developing. */
export const pageUrl = (page: 'index' | 'lab'): string => {
  const developmentUrl = import.meta.env.DEV ? process.env['ELECTRON_RENDERER_URL'] : undefined;
  return `${developmentUrl ?? APP_ORIGIN}/${page}.html`;
};
