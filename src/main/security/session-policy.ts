import type { Session } from 'electron';

/** What a page's session may do. */
export interface SessionPolicy {
  /** URLs a page may load, by prefix. */
  readonly allowedUrls: readonly string[];
}

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
