import { readdir, readFile } from 'node:fs/promises';
import { extname, join, relative, sep } from 'node:path';
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

interface PageFile {
  /** Null if it cannot be read. */
  readonly bytes: Promise<Buffer | null>;
  readonly headers: Record<string, string>;
}

/**
 * Exact paths of the built page: a request is looked up, never joined to a folder. Read while the page's process
 * starts, so that its requests find main and disk idle.
 */
const readPages = async (folder: string): Promise<ReadonlyMap<string, PageFile>> => {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return new Map(
    entries
      .filter((entry) => entry.isFile() && extname(entry.name) in CONTENT_TYPES)
      .map((entry) => join(entry.parentPath, entry.name))
      .map((file) => [
        `/${relative(folder, file).split(sep).join('/')}`,
        { bytes: readFile(file).catch(() => null), headers: headersFor(file) },
      ]),
  );
};

const headersFor = (file: string): Record<string, string> => ({
  'content-type': CONTENT_TYPES[extname(file)] ?? 'application/octet-stream',
  'content-security-policy': CONTENT_SECURITY_POLICY,
  'x-content-type-options': 'nosniff',
  'cross-origin-opener-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
});

/** An answer to a page's request. */
export interface Page {
  readonly statusCode: number;
  readonly headers: Record<string, string>;
  readonly data: Buffer;
}

/** Looks requests of the app's own scheme up: files of the built renderer in `folder`; anything else is 404. */
export const createAppProtocol = (folder: string) => {
  const pages = readPages(folder);
  return async ({ url: address, method }: PageRequest): Promise<Page> => {
    const url = new URL(address);
    const isOwn = url.origin === APP_ORIGIN || url.href.startsWith(`${APP_ORIGIN}/`);
    const file = (await pages).get(url.pathname);
    const data = isOwn && method === 'GET' ? await file?.bytes : null;
    return file && data
      ? { statusCode: 200, headers: file.headers, data }
      : { statusCode: 404, headers: {}, data: Buffer.alloc(0) };
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
      void lookUp(request).then(callback);
    });
    return;
  }
  protocol.handle(APP_SCHEME, async (request) => {
    const { statusCode: status, headers, data } = await lookUp(request);
    return new Response(new Uint8Array(data), { status, headers });
  });
};
