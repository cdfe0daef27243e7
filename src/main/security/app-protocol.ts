import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { APP_ORIGIN, APP_SCHEME } from './app-origin';

/** Sent with every page; the renderer has no network, no inline code and no frames. */
export const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self' data:",
  "connect-src 'none'",
  "frame-src 'none'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};

/**
 * Paths of the built page's files: a name, or one in `assets`. Nothing in it can lead out of the folder; looking names up
 * in a list of the folder made every start wait 5 ms for that list.
 */
const PAGE_PATH = /^\/(?:assets\/)?[\w-]+(?:\.[\w-]+)+$/;

/** No opener policy: nothing here opens windows, and it would cost every start a second page process. */
const headersFor = (file: string): Record<string, string> => ({
  'content-type': CONTENT_TYPES[extname(file)] ?? 'application/octet-stream',
  'content-security-policy': CONTENT_SECURITY_POLICY,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
});

/** A page's request as far as it is looked at. */
interface PageRequest {
  readonly url: string;
  readonly method: string;
}

/** What answers a page's request: a file on the disk. */
export interface PageFile {
  readonly path: string;
  readonly headers: Record<string, string>;
}

/** Looks requests of the app's own scheme up: files of the built renderer in `folder`; null for anything else. */
export const createAppProtocol =
  (folder: string) =>
  ({ url: address, method }: PageRequest): PageFile | null => {
    const { origin, href, pathname } = new URL(address);
    const isOwn = origin === APP_ORIGIN || href.startsWith(`${APP_ORIGIN}/`);
    const isPage = PAGE_PATH.test(pathname) && extname(pathname) in CONTENT_TYPES;
    if (!isOwn || !isPage || method !== 'GET') return null;
    return { path: join(folder, pathname), headers: headersFor(pathname) };
  };

/** What answers a page's request from memory. */
export interface Page {
  readonly statusCode: number;
  readonly headers: Record<string, string>;
  readonly data: Buffer;
}

/** Registers what answers a scheme's requests, once it has been called back. */
type Quick<T> = (
  scheme: string,
  handler: (request: PageRequest, callback: (answer: T) => void) => void,
) => boolean;

/**
 * Electron's `protocol` as far as it is used: its quick ways where it still has them, for those do without `Request` and
 * `Response`, for which Node loads a whole HTTP client, a tenth of a start.
 */
interface Protocol {
  /** Has Chromium read files without main, which is busy while the first page loads. */
  registerFileProtocol?: Quick<PageFile | { readonly error: number }>;
  registerBufferProtocol?: Quick<Page>;
  handle(scheme: string, handler: (request: Request) => Promise<Response>): void;
}

/** Chromium's number for a file that is not there. */
const ERR_FILE_NOT_FOUND = -6;

/** Serves the app's scheme from the disk. */
export const serveFiles = (
  protocol: Pick<Protocol, 'registerFileProtocol' | 'handle'>,
  lookUp: (request: PageRequest) => Promise<PageFile | null>,
): void => {
  if (protocol.registerFileProtocol) {
    protocol.registerFileProtocol(APP_SCHEME, (request, callback) => {
      void lookUp(request).then((file) => callback(file ?? { error: ERR_FILE_NOT_FOUND }));
    });
    return;
  }
  protocol.handle(APP_SCHEME, async (request) => {
    const file = await lookUp(request);
    const body = file && (await readFile(file.path).catch(() => null));
    if (!file || !body) return new Response(null, { status: 404 });
    return new Response(new Uint8Array(body), { headers: file.headers });
  });
};

/** Serves the app's scheme from memory. */
export const servePages = (
  protocol: Pick<Protocol, 'registerBufferProtocol' | 'handle'>,
  lookUp: (request: PageRequest) => Page,
): void => {
  if (protocol.registerBufferProtocol) {
    protocol.registerBufferProtocol(APP_SCHEME, (request, callback) => callback(lookUp(request)));
    return;
  }
  protocol.handle(APP_SCHEME, (request) => {
    const { statusCode: status, headers, data } = lookUp(request);
    return Promise.resolve(new Response(new Uint8Array(data), { status, headers }));
  });
};
