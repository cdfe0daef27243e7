import { readdir, readFile } from 'node:fs/promises';
import { extname, join, relative, sep } from 'node:path';
import { APP_ORIGIN } from './app-origin';

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

/** Exact paths of the built page, found once: a request is looked up, never joined to a folder. */
const listPages = async (folder: string): Promise<ReadonlyMap<string, string>> => {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return new Map(
    entries
      .filter((entry) => entry.isFile() && extname(entry.name) in CONTENT_TYPES)
      .map((entry) => join(entry.parentPath, entry.name))
      .map((file) => [`/${relative(folder, file).split(sep).join('/')}`, file]),
  );
};

const headersFor = (file: string): Record<string, string> => ({
  'content-type': CONTENT_TYPES[extname(file)] ?? 'application/octet-stream',
  'content-security-policy': CONTENT_SECURITY_POLICY,
  'x-content-type-options': 'nosniff',
  'cross-origin-opener-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
});

/** Handler of the app's own scheme: files of the built renderer in `folder`; anything else is 404. */
export const createAppProtocol = (folder: string): ((request: Request) => Promise<Response>) => {
  let pages: Promise<ReadonlyMap<string, string>> | undefined;
  return async (request) => {
    pages ??= listPages(folder);
    const url = new URL(request.url);
    const file =
      url.origin === APP_ORIGIN || url.href.startsWith(`${APP_ORIGIN}/`)
        ? (await pages).get(url.pathname)
        : undefined;
    if (request.method !== 'GET' || file === undefined) return new Response(null, { status: 404 });
    return new Response(new Uint8Array(await readFile(file)), { headers: headersFor(file) });
  };
};
