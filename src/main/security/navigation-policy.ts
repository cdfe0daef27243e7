import type { App, Event, WebContents } from 'electron';

const lockDown = (contents: WebContents): void => {
  const deny = (event: Event): void => event.preventDefault();
  // A page that failed may load itself again: the same address in the same place.
  const denyElsewhere = (event: Event<{ url: string; isMainFrame: boolean }>): void => {
    if (!event.isMainFrame || event.url !== contents.getURL()) deny(event);
  };
  // Both are needed: which of them fires first, and alone, differs between Electron versions.
  contents.on('will-navigate', denyElsewhere);
  contents.on('will-frame-navigate', denyElsewhere);
  contents.on('will-redirect', deny);
  contents.on('will-attach-webview', deny);
  // A page cannot keep the app from closing.
  contents.on('will-prevent-unload', deny);
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
};

/** No page ever navigates elsewhere, opens a window or attaches a webview; the app loads its one page itself. */
export const applyNavigationPolicy = (app: App): void => {
  app.on('web-contents-created', (_event, contents) => lockDown(contents));
};
