import type { WebPreferences } from 'electron';

/** What no page of the app has, whatever else it may do. */
export const LOCKED_DOWN = {
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  webviewTag: false,
  spellcheck: false,
  devTools: false,
} as const satisfies WebPreferences;
