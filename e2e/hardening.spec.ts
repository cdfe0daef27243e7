import { createSocket } from 'node:dgram';
import { readFileSync } from 'node:fs';
import { contract } from '../src/contract/ipc/contract';
import { shapeOf } from '../src/contract/ipc/define';
import { EXTERNAL_LINKS } from '../src/contract/ipc/app';
import { readSetup } from './support/environment';
import { startListeners } from './support/listeners';
import { startAgain } from './support/start-again';
import { makeProfile, onScreen, snapshotOf } from './support/steps';
import { expect, test } from './support/test';

test('a page has no Node, no Electron, and exactly the calls of the contract', async ({
  launch,
}) => {
  const { app, page } = await launch();
  await onScreen(page, 'welcome');
  const reach = await page.evaluate(async () => {
    // What a hostile script would do first: the bridge does not run in its world.
    const { push } = Array.prototype;
    const { then } = Promise.prototype;
    Array.prototype.push = () => 0;
    let stolen = 0;
    Promise.prototype.then = function (
      this: Promise<unknown>,
      ...handlers: Parameters<typeof then>
    ) {
      stolen += 1;
      return then.apply(this, handlers);
    } as typeof then;
    const answer = await window.companion.app.snapshot();
    Array.prototype.push = push;
    Promise.prototype.then = then;
    const describe = (value: unknown): unknown =>
      typeof value === 'object' && value !== null
        ? Object.fromEntries(Object.entries(value).map(([key, part]) => [key, describe(part)]))
        : typeof value;
    return {
      globals: [
        'require',
        'process',
        'module',
        'global',
        'Buffer',
        'electron',
        'ipcRenderer',
        '__dirname',
      ].filter((name) => name in window),
      bridge: describe(window.companion),
      answer,
      stolen,
    };
  });
  expect(reach.globals).toEqual([]);
  const shape = Object.fromEntries(
    Object.entries(shapeOf(contract)).map(([area, members]) => [
      area,
      Object.fromEntries(Object.keys(members).map((name) => [name, 'function'])),
    ]),
  );
  expect(reach.bridge).toEqual(shape);
  expect(reach.answer).toMatchObject({ ok: true, value: { session: { status: 'signed-out' } } });
  expect(reach.stolen).toBe(0);

  const listened = await page.evaluate(
    () =>
      new Promise<string[]>((resolve) => {
        window.companion.app.changed((...received: unknown[]) =>
          resolve(
            received.map((each) =>
              Object.keys(each as object)
                .sort()
                .join(),
            ),
          ),
        );
        void window.companion.preferences.update({ theme: 'light' });
      }),
  );
  expect(listened).toHaveLength(1);
  expect(listened[0]).not.toMatch(/sender|ports|reply/);

  const preferences = await app.evaluate(({ webContents }) =>
    webContents.getAllWebContents().map((contents) => {
      const get = Reflect.get(contents, 'getLastWebPreferences') as () => object;
      return get.call(contents) as Record<string, unknown>;
    }),
  );
  expect(preferences).toHaveLength(1);
  for (const each of preferences) {
    expect(each).toMatchObject({
      sandbox: readSetup().sandboxed,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInSubFrames: false,
      webviewTag: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
    });
    expect(each['nodeIntegrationInWorker'] ?? false).toBe(false);
    expect(each['enableBlinkFeatures'] ?? '').toBe('');
  }
});

test('the page runs in the sandbox of the kernel', async ({ launch }) => {
  test.skip(!readSetup().sandboxed, 'This kernel refuses the sandbox');
  const { app, page } = await launch();
  await onScreen(page, 'welcome');
  const pids = await app.evaluate(({ webContents }) =>
    webContents.getAllWebContents().map((contents) => contents.getOSProcessId()),
  );
  expect(pids).toHaveLength(1);
  for (const pid of pids) {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    expect(status).toMatch(/^Seccomp:\t2$/m);
    expect(status).toMatch(/^CapEff:\t0+$/m);
    expect(status).toMatch(/^NoNewPrivs:\t1$/m);
  }
});

test('nothing leaves a page: no code, no request, no packet', async ({ launch, pageFaults }) => {
  // Every refusal is a console error; that they are refused is what is proven here.
  pageFaults.allow(/^console: |^uncaught: /);
  const listeners = await startListeners();
  const { app, page } = await launch();
  await onScreen(page, 'welcome');
  const outcome = await page.evaluate(
    async ({ tcpPort, udpPort }) => {
      const there = `http://127.0.0.1:${tcpPort}`;
      const results: Record<string, unknown> = {};
      const attempt = async (name: string, work: () => unknown): Promise<void> => {
        try {
          results[name] = await work();
        } catch (error) {
          results[name] = error instanceof Error ? 'refused' : 'failed';
        }
      };
      const add = <K extends keyof HTMLElementTagNameMap>(
        tag: K,
        set: (element: HTMLElementTagNameMap[K]) => void,
      ): HTMLElementTagNameMap[K] => {
        const element = document.createElement(tag);
        set(element);
        document.body.append(element);
        return element;
      };
      const settled = (element: HTMLElement | WebSocket): Promise<string> =>
        new Promise((resolve) => {
          element.addEventListener('error', () => resolve('refused'));
          element.addEventListener('load', () => resolve('loaded'));
          element.addEventListener('open', () => resolve('open'));
          setTimeout(() => resolve('nothing'), 1000);
        });
      // The debugger that runs this may evaluate text; a task of the page's own may not.
      await new Promise((resolve) => setTimeout(resolve));
      const hostile = window as unknown as Record<string, unknown>;
      await attempt('eval', () => (0, eval)('1 + 1') as unknown);
      await attempt('function', () => Reflect.construct(Function, ['return 1']));
      await attempt('timer', async () => {
        Reflect.apply(setTimeout, window, ['window.timerRan = true', 0]);
        await new Promise((resolve) => setTimeout(resolve, 20));
        return hostile['timerRan'] ?? 'refused';
      });
      await attempt('inline', () => {
        add('script', (script) => (script.textContent = 'window.inlineRan = true')).remove();
        return hostile['inlineRan'] ?? 'refused';
      });
      await attempt('handler', () => {
        const button = add('button', (b) => b.setAttribute('onclick', 'window.handlerRan = true'));
        button.click();
        button.remove();
        return hostile['handlerRan'] ?? 'refused';
      });
      await attempt('remote script', () =>
        settled(add('script', (s) => (s.src = `${there}/s.js`))),
      );
      await attempt('data script', () =>
        settled(add('script', (s) => (s.src = 'data:text/javascript,window.dataRan=1'))),
      );
      await attempt('image', () => settled(add('img', (image) => (image.src = `${there}/i.png`))));
      await attempt('style', () =>
        settled(
          add('link', (link) => Object.assign(link, { rel: 'stylesheet', href: `${there}/c.css` })),
        ),
      );
      await attempt('fetch', () => fetch(there).then(() => 'answered'));
      await attempt('fetch file', () => fetch('file:///etc/passwd').then(() => 'answered'));
      await attempt('beacon', () => navigator.sendBeacon(there, 'x'));
      await attempt('xhr', () => {
        const request = new XMLHttpRequest();
        request.open('GET', there, false);
        request.send();
        return request.status;
      });
      await attempt('socket', () => settled(new WebSocket(there.replace('http', 'ws'))));
      await attempt('events', () => new EventSource(there).readyState);
      await attempt('worker', () => {
        const source = URL.createObjectURL(new Blob(['postMessage(1)']));
        return settled(new Worker(source) as unknown as HTMLElement);
      });
      add('iframe', (frame) => (frame.src = `${there}/frame`));
      add('object', (element) => (element.data = `${there}/object`));
      add('embed', (element) => (element.src = `${there}/embed`));
      add('link', (link) => Object.assign(link, { rel: 'dns-prefetch', href: there }));
      add('link', (link) => Object.assign(link, { rel: 'preconnect', href: there }));
      add('link', (link) => Object.assign(link, { rel: 'prefetch', href: `${there}/p` }));
      add('form', (form) => Object.assign(form, { action: `${there}/form` })).submit();
      const webview = document.createElement('webview');
      webview.setAttribute('src', there);
      document.body.append(webview);
      const peer = new RTCPeerConnection({
        iceServers: [{ urls: `stun:127.0.0.1:${udpPort}` }],
      });
      peer.createDataChannel('x');
      await peer.setLocalDescription(await peer.createOffer());
      await new Promise((resolve) => {
        peer.onicegatheringstatechange = () =>
          peer.iceGatheringState === 'complete' && resolve(undefined);
        setTimeout(resolve, 1500);
      });
      peer.close();
      return results;
    },
    { tcpPort: listeners.tcpPort, udpPort: listeners.udpPort },
  );
  for (const [name, result] of Object.entries(outcome)) {
    const harmless = name === 'events' ? [0, 2] : name === 'beacon' ? [true, false] : ['refused'];
    expect(harmless, name).toContain(result);
  }
  expect(page.url()).toBe('app://bundle/index.html');
  expect(await app.evaluate(({ webContents }) => webContents.getAllWebContents().length)).toBe(1);
  expect([listeners.connections(), listeners.packets()]).toEqual([0, 0]);
  // The listeners hear: a plain request and a packet of our own arrive.
  await fetch(`http://127.0.0.1:${listeners.tcpPort}`).catch(() => undefined);
  const socket = createSocket('udp4');
  socket.send('x', listeners.udpPort, '127.0.0.1', () => socket.close());
  await expect.poll(() => [listeners.connections(), listeners.packets()]).toEqual([1, 1]);
  listeners.close();
});

test('permissions, navigation, windows and developer tools are denied', async ({
  launch,
  pageFaults,
}) => {
  pageFaults.allow(/^console: /);
  const listeners = await startListeners();
  // Without a device there would be nothing to deny.
  const { app, page } = await launch({ args: ['--use-fake-device-for-media-stream'] });
  await makeProfile(page);
  const denied = await page.evaluate(async () => {
    const named = async (work: () => Promise<unknown>): Promise<string> =>
      Promise.race([
        work().then(
          () => 'granted',
          (error: unknown) => (error instanceof Error ? error.name : 'failed'),
        ),
        new Promise<string>((resolve) => setTimeout(resolve, 2000, 'no answer')),
      ]);
    const media = (wanted: MediaStreamConstraints) => () =>
      navigator.mediaDevices.getUserMedia(wanted);
    const other = navigator as unknown as Record<
      'usb' | 'hid' | 'serial' | 'bluetooth',
      Record<'requestDevice' | 'requestPort', (wanted: object) => Promise<unknown>>
    >;
    return {
      notification: await Notification.requestPermission(),
      geolocation: await named(
        () => new Promise((yes, no) => navigator.geolocation.getCurrentPosition(yes, no)),
      ),
      microphone: await named(media({ audio: true })),
      camera: await named(media({ video: true })),
      screen: await named(() => navigator.mediaDevices.getDisplayMedia()),
      clipboard: await named(() => navigator.clipboard.readText()),
      midi: await named(() => navigator.requestMIDIAccess({ sysex: true })),
      usb: await named(() => other.usb.requestDevice({ filters: [] })),
      hid: await named(() =>
        other.hid.requestDevice({ filters: [] }).then((found) => {
          if (Array.isArray(found) && found.length === 0) throw new TypeError('none');
        }),
      ),
      serial: await named(() => other.serial.requestPort({})),
      pointer: await named(() => document.documentElement.requestPointerLock()),
      states: await Promise.all(
        ['geolocation', 'notifications', 'microphone', 'camera', 'midi'].map(async (name) => {
          const { state } = await navigator.permissions.query({ name: name as PermissionName });
          return state;
        }),
      ),
    };
  });
  const { notification, states, ...rest } = denied;
  expect(notification).toBe('denied');
  expect(new Set(states)).toEqual(new Set(['denied']));
  for (const [name, result] of Object.entries(rest)) expect(result, name).not.toBe('granted');
  expect([rest.microphone, rest.camera]).toEqual(['NotAllowedError', 'NotAllowedError']);

  const there = `http://127.0.0.1:${listeners.tcpPort}`;
  await page.evaluate((href) => {
    const link = Object.assign(document.createElement('a'), { href, textContent: 'out' });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('a { position: fixed; inset: 0; z-index: 9999 }');
    document.adoptedStyleSheets = [sheet];
    document.body.append(link);
  }, there);
  for (const key of ['Shift', 'Control', 'Alt']) {
    await page.keyboard.down(key);
    await page.mouse.click(300, 300);
    await page.keyboard.up(key);
  }
  await page.mouse.click(300, 300, { button: 'middle' });
  await page.evaluate((url) => {
    document.querySelector('a')?.remove();
    const follow = (href: string, more: object = {}): void => {
      const link = Object.assign(document.createElement('a'), { href, ...more });
      document.body.append(link);
      link.click();
      link.remove();
    };
    location.href = url;
    location.assign('file:///etc/passwd');
    location.replace('https://example.invalid/');
    follow(url);
    follow(url, { target: '_blank' });
    follow(url, { download: 'x' });
    follow('javascript:document.title="x"');
    follow('mailto:someone@example.invalid');
    window.open(url);
    window.open('about:blank');
    window.open('app://bundle/index.html');
    const refresh = Object.assign(document.createElement('meta'), {
      httpEquiv: 'refresh',
      content: `0;url=${url}`,
    });
    document.head.append(refresh);
    history.pushState({}, '', '/index.html#place');
  }, there);
  expect(await page.evaluate(() => location.origin + location.pathname)).toBe(
    'app://bundle/index.html',
  );
  await page.keyboard.press('F12');
  await page.keyboard.press('Control+Shift+I');
  const after = await app.evaluate(({ webContents }) => {
    const [contents] = webContents.getAllWebContents();
    contents?.openDevTools();
    return {
      count: webContents.getAllWebContents().length,
      tools: contents?.isDevToolsOpened(),
    };
  });
  expect(after).toEqual({ count: 1, tools: false });
  expect(listeners.connections()).toBe(0);
  // Playwright still waits for the navigations that were refused, so the page is asked itself.
  const screen = await page.evaluate(
    () => document.querySelector<HTMLElement>('[data-screen]')?.dataset['screen'],
  );
  expect(screen).toBe('profile');
  listeners.close();
});

test('app:// serves the built page and nothing else', async ({ launch, pageFaults }) => {
  pageFaults.allow(/^console: /);
  const { app, page } = await launch();
  await onScreen(page, 'welcome');
  const paths = [
    '/../main/index.js',
    '/%2e%2e/main/index.js',
    '/..%2fmain%2findex.js',
    '/..%5cmain%5cindex.js',
    '/assets/../../main/index.js',
    '/%00index.html',
    '/index.html%00.png',
    '/etc/passwd',
    '//etc/passwd',
    '/index.html/',
    '/INDEX.HTML',
    `/${'a'.repeat(10_000)}`,
    '/.',
    '',
    '/',
    '/assets',
    '/main.tsx',
    '/package.json',
  ];
  const urls = [
    ...paths.map((path) => `app://bundle${path}`),
    'app://other/index.html',
    'app://bundle.evil/index.html',
    'app://user@bundle/index.html%2f',
  ];
  const answers = await app.evaluate(async ({ session }, all) => {
    const status = async (url: string, method = 'GET') =>
      session.defaultSession
        .fetch(url, { method })
        .then((reply) => reply.status)
        .catch(() => 'failed');
    return {
      refused: await Promise.all(all.map((url) => status(url))),
      posted: await status('app://bundle/index.html', 'POST'),
      served: await status('app://bundle/index.html'),
      headers: await session.defaultSession
        .fetch('app://bundle/index.html')
        .then((reply) => Object.fromEntries(reply.headers)),
    };
  }, urls);
  for (const [index, url] of urls.entries()) {
    expect([404, 'failed'], url.slice(0, 80)).toContain(answers.refused[index]);
  }
  expect([404, 'failed']).toContain(answers.posted);
  expect(answers.served).toBe(200);
  expect(answers.headers).toMatchObject({
    'x-content-type-options': 'nosniff',
    'content-security-policy': expect.stringMatching(/^default-src 'none'; script-src 'self';/),
  });
  expect(answers.headers['content-security-policy']).not.toMatch(/unsafe|\*/);
});

test('links go out by key only, and a second start with hostile arguments changes nothing', async ({
  launch,
  desktop,
}) => {
  const companion = await launch();
  const { app, page } = companion;
  await onScreen(page, 'welcome');
  await app.evaluate(({ shell }) => {
    const opened: string[] = [];
    shell.openExternal = async (url) => void opened.push(url);
    Object.assign(globalThis, { opened });
  });
  const refused = await page.evaluate(
    async (names) => {
      const open = window.companion.app.openLink as (input: unknown) => Promise<{ ok: boolean }>;
      const answers = [];
      for (const link of names) answers.push((await open({ link })).ok);
      return answers;
    },
    ['https://example.invalid', 'file:///etc/passwd', 'javascript:1', '__proto__', 'toString', ''],
  );
  expect(refused).not.toContain(true);
  await page.evaluate(async () => window.companion.app.openLink({ link: 'iso7029' }));
  const opened = await app.evaluate(() => (globalThis as { opened?: string[] }).opened);
  expect(opened).toEqual([EXTERNAL_LINKS.iso7029]);

  const before = await snapshotOf(page);
  const hostile = [
    ['--remote-debugging-port=9229', '--gpu-launcher=touch x'],
    ['file:///etc/passwd', 'https://example.invalid', 'mimi://login?id=x'],
    ['x'.repeat(10_000), '--load-extension=/', '\u{1f3a7}'],
    // Chromium would have it kill the first.
    ['x'.repeat(100_000)],
  ];
  const codes: number[] = [];
  for (const args of hostile) codes.push(await startAgain(desktop, companion, args));
  expect(codes).toEqual([0, 0, 0, 9]);
  expect(app.windows()).toHaveLength(1);
  expect(page.url()).toBe('app://bundle/index.html');
  expect(await snapshotOf(page)).toEqual(before);
});
