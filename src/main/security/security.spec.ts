import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { WebContents, WebFrameMain } from 'electron';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { APP_ORIGIN } from './app-origin';
import { CONTENT_SECURITY_POLICY, createAppProtocol, serveApp, type Page } from './app-protocol';
import { areTooLong, refusedStartUp } from './start-up-switches';
import { createTrustedSenders } from './trusted-senders';

describe('the app protocol', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'pages-'));
    mkdirSync(join(folder, 'renderer', 'assets'), { recursive: true });
    writeFileSync(join(folder, 'renderer', 'index.html'), '<p>page</p>');
    writeFileSync(join(folder, 'renderer', 'assets', 'a.js'), 'run()');
    writeFileSync(join(folder, 'renderer', 'a.js.map'), '{}');
    mkdirSync(join(folder, 'renderer', 'other'));
    writeFileSync(join(folder, 'renderer', 'other', 'a.js'), 'run()');
    writeFileSync(join(folder, 'outside.html'), 'outside');
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  const ask = (url: string, method = 'GET') =>
    createAppProtocol(join(folder, 'renderer'))({ url, method });

  it('serves a built file with the policy as a header', () => {
    const response = ask(`${APP_ORIGIN}/index.html`);
    expect(response.data.toString()).toBe('<p>page</p>');
    expect(response.headers['content-security-policy']).toBe(CONTENT_SECURITY_POLICY);
    expect(response.headers['content-type']).toContain('text/html');
  });

  it('serves files of subfolders and ignores a query', () => {
    expect(ask(`${APP_ORIGIN}/assets/a.js?v=1`).statusCode).toBe(200);
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
  ])('answers 404 to %s', (path) => {
    expect(ask(APP_ORIGIN + path).statusCode).toBe(404);
  });

  it.each(['app://other/index.html', 'app://bundle.evil/index.html'])(
    'answers 404 to another host: %s',
    (url) => expect(ask(url).statusCode).toBe(404),
  );

  it('answers 404 to anything but reading', () => {
    expect(ask(`${APP_ORIGIN}/index.html`, 'POST').statusCode).toBe(404);
  });
});

describe('serving the app protocol', () => {
  const page: Page = { statusCode: 404, headers: { 'x-test': 'yes' }, data: Buffer.from('body') };

  it('answers the same by both of Electron’s ways', async () => {
    type Quick = (request: { url: string; method: string }, callback: (page: Page) => void) => void;
    let quick: Quick = () => undefined;
    let slow: (request: Request) => Promise<Response> = () =>
      Promise.reject(new Error('not bound'));
    const handle = (_scheme: string, handler: typeof slow): void => void (slow = handler);
    const register = (_scheme: string, handler: typeof quick): boolean => ((quick = handler), true);
    const lookUp = () => Promise.resolve(page);
    serveApp({ handle, registerBufferProtocol: register }, lookUp);
    const request = { url: `${APP_ORIGIN}/a.js`, method: 'GET' };
    expect(await new Promise((resolve) => quick(request, resolve))).toEqual(page);
    serveApp({ handle }, lookUp);
    const response = await slow(new Request(request.url));
    expect(response.status).toBe(404);
    expect(response.headers.get('x-test')).toBe('yes');
    expect(await response.text()).toBe('body');
  });

  it('answers a look-up that failed, for which a page would wait for ever', async () => {
    type Quick = (request: { url: string; method: string }, callback: (page: Page) => void) => void;
    let quick: Quick = () => undefined;
    const registerBufferProtocol = (_scheme: string, handler: Quick): boolean => (
      (quick = handler),
      true
    );
    serveApp({ handle: () => undefined, registerBufferProtocol }, () =>
      Promise.reject(new Error('no proxy')),
    );
    const answer = await new Promise<Page>((resolve) =>
      quick({ url: `${APP_ORIGIN}/a.js`, method: 'GET' }, resolve),
    );
    expect(answer.statusCode).toBe(404);
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
