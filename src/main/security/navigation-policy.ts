import type { App, Event, WebContents } from 'electron';

const lockDown = (contents: WebContents): void => {
  const deny = (event: Event): void => event.preventDefault();
  // Both are needed: which of them fires first, and alone, differs between Electron versions.
  contents.on('will-navigate', deny);
  contents.on('will-frame-navigate', deny);
  contents.on('will-redirect', deny);
  contents.on('will-attach-webview', deny);
  // A page cannot keep the app from closing.
  contents.on('will-prevent-unload', deny);
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
};

/** No page ever navigates, opens a window or attaches a webview; the app loads its one page itself. */
export const applyNavigationPolicy = (app: App): void => {
  app.on('web-contents-created', (_event, contents) => lockDown(contents));
};
