import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { WebContents, WebFrameMain } from 'electron';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { APP_ORIGIN } from './app-origin';
import {
  CONTENT_SECURITY_POLICY,
  createAppProtocol,
  serveFiles,
  servePages,
  type Page,
  type PageFile,
} from './app-protocol';
import { areTooLong, refusedStartUp } from './start-up-switches';
import { createTrustedSenders } from './trusted-senders';

const APP_FOLDER = join('/', 'app', 'renderer');

describe('the app protocol', () => {
  const ask = (url: string, method = 'GET') => createAppProtocol(APP_FOLDER)({ url, method });

  it('finds a built file, with the policy as a header', () => {
    const found = ask(`${APP_ORIGIN}/index.html`);
    expect(found?.path).toBe(join(APP_FOLDER, 'index.html'));
    expect(found?.headers['content-security-policy']).toBe(CONTENT_SECURITY_POLICY);
    expect(found?.headers['content-type']).toContain('text/html');
  });

  it('finds files of subfolders and ignores a query', () => {
    expect(ask(`${APP_ORIGIN}/assets/a.js?v=1`)?.path).toBe(join(APP_FOLDER, 'assets', 'a.js'));
  });

  it.each([
    '/../outside.html',
    '/..%2foutside.html',
    '/%2e%2e/outside.html',
    '/assets/../../outside.html',
    '/..%5coutside.html',
    '/index.html%00.js',
    '//etc/passwd',
    '/a.js.map',
    '/assets',
    '/assets/',
    '/assets/..',
    '/assets/.js',
    '/assets/a..js',
    '/other/a.js',
    '/assets/assets/a.js',
    '/index.html/',
    '/',
    '',
    `/${'x'.repeat(10_000)}`,
  ])('finds nothing but in its folder: %s', (path) => {
    const found = ask(APP_ORIGIN + path);
    // What an address itself takes back, as "/../", never leaves the folder.
    if (found) expect(found.path).toBe(join(APP_FOLDER, 'outside.html'));
    else expect(found).toBeNull();
  });

  it.each(['app://other/index.html', 'app://bundle.evil/index.html'])(
    'finds nothing at another host: %s',
    (url) => expect(ask(url)).toBeNull(),
  );

  it('finds nothing but for reading', () => {
    expect(ask(`${APP_ORIGIN}/index.html`, 'POST')).toBeNull();
  });
});

describe('serving the app’s scheme', () => {
  type Files = NonNullable<Parameters<typeof serveFiles>[0]['registerFileProtocol']>;
  type Buffers = NonNullable<Parameters<typeof servePages>[0]['registerBufferProtocol']>;
  type Handler = (request: Request) => Promise<Response>;

  /** Electron's `protocol`, which keeps what it is given. */
  const recorder = () => {
    const bound: {
      file?: Parameters<Files>[1];
      buffer?: Parameters<Buffers>[1];
      handle?: Handler;
    } = {};
    const registerFileProtocol: Files = (_scheme, given) => ((bound.file = given), true);
    const registerBufferProtocol: Buffers = (_scheme, given) => ((bound.buffer = given), true);
    const handle = (_scheme: string, given: Handler): void => void (bound.handle = given);
    return { bound, registerFileProtocol, registerBufferProtocol, handle };
  };
  const request = { url: `${APP_ORIGIN}/a.js`, method: 'GET' };

  it('answers the same from memory by both of Electron’s ways', async () => {
    const page: Page = { statusCode: 404, headers: { 'x-test': 'yes' }, data: Buffer.from('body') };
    const { bound, handle, registerBufferProtocol } = recorder();
    servePages({ handle, registerBufferProtocol }, () => page);
    expect(await new Promise((resolve) => bound.buffer?.(request, resolve))).toEqual(page);
    servePages({ handle }, () => page);
    const response = await bound.handle?.(new Request(request.url));
    expect(response?.status).toBe(404);
    expect(response?.headers.get('x-test')).toBe('yes');
    expect(await response?.text()).toBe('body');
  });

  describe('from the disk', () => {
    let folder: string;
    beforeAll(() => {
      folder = mkdtempSync(join(tmpdir(), 'pages-'));
      writeFileSync(join(folder, 'a.js'), 'run()');
    });
    afterAll(() => rmSync(folder, { recursive: true }));

    const bind = (found: PageFile | null) => {
      const { bound, handle, registerFileProtocol } = recorder();
      serveFiles({ handle, registerFileProtocol }, () => Promise.resolve(found));
      serveFiles({ handle }, () => Promise.resolve(found));
      return {
        quick: () => new Promise((resolve) => bound.file?.(request, resolve)),
        slow: () => bound.handle?.(new Request(request.url)),
      };
    };

    it('leaves reading to Chromium where it can', async () => {
      const file = { path: join(folder, 'a.js'), headers: { 'x-test': 'yes' } };
      const { quick, slow } = bind(file);
      expect(await quick()).toEqual(file);
      const response = await slow();
      expect(response?.headers.get('x-test')).toBe('yes');
      expect(await response?.text()).toBe('run()');
    });

    it('has nothing for what was not found', async () => {
      const { quick, slow } = bind(null);
      expect(await quick()).toEqual({ error: -6 });
      expect((await slow())?.status).toBe(404);
    });

    it('answers 404 to a file that is not there', async () => {
      const { slow } = bind({ path: join(folder, 'gone.js'), headers: {} });
      expect((await slow())?.status).toBe(404);
    });
  });
});

describe('trusted senders', () => {
  const pageOf = (id: number) => {
    const listeners: (() => void)[] = [];
    return {
      contents: {
        id,
        once: (_name: string, listener: () => void) => listeners.push(listener),
      } as unknown as WebContents,
      destroy: () => listeners.forEach((listener) => listener()),
    };
  };
  const frame = (changes: Partial<WebFrameMain> = {}): WebFrameMain =>
    ({ detached: false, parent: null, origin: APP_ORIGIN, ...changes }) as unknown as WebFrameMain;

  it('trusts the main frame of a known window at the exact origin', () => {
    const senders = createTrustedSenders();
    const { contents, destroy } = pageOf(7);
    senders.add(contents);
    expect(senders.trusts({ sender: contents, senderFrame: frame() })).toBe(true);
    destroy();
    expect(senders.trusts({ sender: contents, senderFrame: frame() })).toBe(false);
  });

  it.each([
    ['no frame', null],
    ['a detached frame', frame({ detached: true })],
    ['a frame within the page', frame({ parent: frame() })],
    ['another origin', frame({ origin: 'app://bundle.evil' })],
    ['an opaque origin', frame({ origin: 'null' })],
  ])('does not trust %s', (_name, senderFrame) => {
    const senders = createTrustedSenders();
    const { contents } = pageOf(7);
    senders.add(contents);
    expect(senders.trusts({ sender: contents, senderFrame })).toBe(false);
  });

  it('trusts the main frame of a page loaded again after a crash, though it is called detached', () => {
    const senders = createTrustedSenders();
    const mainFrame = frame({ detached: true });
    const contents = Object.assign(pageOf(7).contents, { mainFrame });
    senders.add(contents);
    expect(senders.trusts({ sender: contents, senderFrame: mainFrame })).toBe(true);
    const gone = frame({ detached: true });
    expect(senders.trusts({ sender: contents, senderFrame: gone })).toBe(false);
  });

  it('does not trust a window it was not told of', () => {
    expect(
      createTrustedSenders().trusts({ sender: pageOf(8).contents, senderFrame: frame() }),
    ).toBe(false);
  });
});

describe('start-up switches a packaged app refuses', () => {
  const has =
    (...names: string[]) =>
    (name: string) =>
      names.includes(name);

  it('accepts an ordinary start', () => {
    expect(refusedStartUp(has('password-store', 'lang'), { HOME: '/home/ann' })).toEqual([]);
  });

  it.each([
    'remote-debugging-port',
    'no-sandbox',
    'host-rules',
    'gpu-launcher',
    'log-net-log',
    'inspect',
  ])('refuses --%s', (name) => expect(refusedStartUp(has(name), {})).toEqual([`--${name}`]));

  it('takes no more arguments than a second start can hand to the first', () => {
    expect(areTooLong(['app', 'x'.repeat(16_380)])).toBe(false);
    expect(areTooLong(['app', 'x'.repeat(16_381)])).toBe(true);
    expect(areTooLong(['app', '\u{1f3a7}'.repeat(5_000)])).toBe(true);
  });

  it('refuses variables that open the runtime, and names all it refuses', () => {
    expect(
      refusedStartUp(has('js-flags'), { NODE_OPTIONS: '--require x', SSLKEYLOGFILE: '' }),
    ).toEqual(['--js-flags', 'NODE_OPTIONS']);
  });
});
