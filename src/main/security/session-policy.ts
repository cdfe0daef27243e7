import type { Session } from 'electron';

/** What a page's session may do. */
export interface SessionPolicy {
  /** URLs a page may load, by prefix. */
  readonly allowedUrls: readonly string[];
}

/** Nothing listens there, and no address is exempt: what a page manages to send goes nowhere. */
const NOWHERE = {
  mode: 'fixed_servers',
  proxyRules: 'http://127.0.0.1:9',
  proxyBypassRules: '<-loopback>',
} as const;

/**
 * Takes the network away from a page for good. Requests are refused one by one already; WebRTC asks neither that
 * filter nor the page's policy before it opens a connection, but it does use the proxy.
 */
export const cutNetwork = (session: Session): Promise<void> => session.setProxy(NOWHERE);

/**
 * Denies a page everything the app does not need: every permission (asked, checked, devices, screen),
 * every request outside `allowedUrls`, downloads and spell-check dictionaries.
 */
export const applySessionPolicy = (session: Session, { allowedUrls }: SessionPolicy): void => {
  session.setPermissionRequestHandler((_contents, _permission, callback) => callback(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.setDisplayMediaRequestHandler((_request, callback) => callback({}));
  session.webRequest.onBeforeRequest(({ url }, callback) => {
    callback({ cancel: !allowedUrls.some((prefix) => url.startsWith(prefix)) });
  });
  session.on('will-download', (event) => event.preventDefault());
  session.setSpellCheckerEnabled(false);
};
