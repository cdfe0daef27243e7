import type { Session } from 'electron';

/** What a page's session may do. */
export interface SessionPolicy {
  /** URLs a page may load, by prefix. */
  readonly allowedUrls: readonly string[];
  /** Origin of the app's own pages. */
  readonly origin: string;
  /** Whether a page may use the microphone just now. */
  readonly microphoneAllowed: () => boolean;
}

/** What Electron tells of a wish: asked for `mediaTypes`, checked one `mediaType` at a time. */
interface Wish {
  readonly permission: string;
  readonly origin: string;
  readonly isMainFrame: boolean;
  readonly media: readonly string[];
}

const originOf = (url: string): string => {
  if (!URL.canParse(url)) return '';
  const { protocol, host } = new URL(url);
  // Node's URL has no origin for the app's own scheme.
  return `${protocol}//${host}`;
};

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

/** The microphone, without the camera, for the app's own page, while it may. Nothing else is ever granted. */
const createGrants =
  ({ origin, microphoneAllowed }: SessionPolicy): ((wish: Wish) => boolean) =>
  (wish) =>
    wish.permission === 'media' &&
    wish.isMainFrame &&
    originOf(wish.origin) === origin &&
    wish.media.length > 0 &&
    wish.media.every((type) => type === 'audio') &&
    microphoneAllowed();

/**
 * Denies a page everything the app does not need: every permission (asked, checked, devices, screen) but the
 * microphone while `microphoneAllowed`, every request outside `allowedUrls`, downloads and spell-check dictionaries.
 */
export const applySessionPolicy = (session: Session, policy: SessionPolicy): void => {
  const grants = createGrants(policy);
  session.setPermissionRequestHandler((_contents, permission, callback, details) => {
    const { isMainFrame, requestingUrl } = details;
    const media = 'mediaTypes' in details ? (details.mediaTypes ?? []) : [];
    callback(grants({ permission, origin: requestingUrl, isMainFrame, media }));
  });
  session.setPermissionCheckHandler((_contents, permission, origin, details) => {
    const media = details.mediaType === undefined ? [] : [details.mediaType];
    return grants({ permission, origin, isMainFrame: details.isMainFrame, media });
  });
  session.setDevicePermissionHandler(() => false);
  session.setDisplayMediaRequestHandler((_request, callback) => callback({}));
  session.webRequest.onBeforeRequest(({ url }, callback) => {
    callback({ cancel: !policy.allowedUrls.some((prefix) => url.startsWith(prefix)) });
  });
  session.on('will-download', (event) => event.preventDefault());
  session.setSpellCheckerEnabled(false);
};
