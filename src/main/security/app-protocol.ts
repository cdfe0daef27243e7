import { readFileSync } from 'node:fs';
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

const CONTENT_TYPES: ReadonlyMap<string, string> = new Map([
  ['.html', 'text/html; charset=utf-8'],
  ['.js', 'text/javascript; charset=utf-8'],
  ['.css', 'text/css; charset=utf-8'],
  ['.svg', 'image/svg+xml'],
  ['.png', 'image/png'],
  ['.woff2', 'font/woff2'],
]);

/**
 * Paths of the built page's files: a name, or one in `assets`. Nothing in it can lead out of the folder; looking names up
 * in a list of the folder made every start wait 5 ms for that list.
 */
const PAGE_PATH = /^\/(?:assets\/)?[\w-]+(?:\.[\w-]+)+$/;

/** An answer to a page's request. */
export interface Page {
  readonly statusCode: number;
  readonly headers: Record<string, string>;
  readonly data: Buffer;
}

export const NOT_FOUND: Page = { statusCode: 404, headers: {}, data: Buffer.alloc(0) };

/**
 * A file as the app serves it. `policy`: what may be loaded into it. No opener policy: nothing here opens windows, and it
 * would cost every start a second page process.
 */
export const pageOf = (contentType: string, data: Buffer, policy: string): Page => ({
  statusCode: 200,
  headers: {
    'content-type': contentType,
    'content-security-policy': policy,
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
  },
  data,
});

/**
 * Looks requests of the app's own scheme up: files of the built renderer in `folder`; anything else is 404. Read
 * while main waits, which for files this small is quicker than being called back.
 */
export const createAppProtocol = (folder: string) => {
  return ({ url: address, method }: PageRequest): Page => {
    const { origin, href, pathname } = new URL(address);
    const isOwn = origin === APP_ORIGIN || href.startsWith(`${APP_ORIGIN}/`);
    const type = PAGE_PATH.test(pathname) ? CONTENT_TYPES.get(extname(pathname)) : undefined;
    if (!isOwn || type === undefined || method !== 'GET') return NOT_FOUND;
    try {
      return pageOf(type, readFileSync(join(folder, pathname)), CONTENT_SECURITY_POLICY);
    } catch {
      return NOT_FOUND;
    }
  };
};

interface PageRequest {
  readonly url: string;
  readonly method: string;
}

/** Electron's `protocol` as far as it is used. */
interface Protocol {
  /** Answers without `Request` and `Response`, for which Node loads a whole HTTP client: a tenth of a start. */
  registerBufferProtocol?(
    scheme: string,
    handler: (request: PageRequest, callback: (page: Page) => void) => void,
  ): boolean;
  handle(scheme: string, handler: (request: Request) => Promise<Response>): void;
}

/** Serves the app's scheme by the quick way, or by its successor where Electron has only that. */
export const serveApp = (
  protocol: Protocol,
  lookUp: (request: PageRequest) => Promise<Page>,
): void => {
  if (protocol.registerBufferProtocol) {
    protocol.registerBufferProtocol(APP_SCHEME, (request, callback) => {
      // One that failed is answered as well: a page would wait for it for ever.
      void lookUp(request).then(callback, () => callback(NOT_FOUND));
    });
    return;
  }
  protocol.handle(APP_SCHEME, async (request) => {
    const { statusCode: status, headers, data } = await lookUp(request);
    return new Response(new Uint8Array(data), { status, headers });
  });
};
