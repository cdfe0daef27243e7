import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Companion } from './support/launch';
import { startRemoteService } from './support/remote-service';
import { canScanMemory, scanMemory } from './support/scan-memory';
import {
  makeProfile,
  notice,
  onScreen,
  openSettings,
  press,
  readClipboard,
  takeKey,
  writeClipboard,
} from './support/steps';
import { expect, test } from './support/test';
import { readTree, type TestHome } from './support/test-home';
import { say } from './support/words';

/** The ways a secret could lie in a file and still be read by anybody. */
const formsOf = (secret: string): Buffer[] => {
  const bare = secret.replaceAll('-', '');
  const base64 = (text: string): string =>
    // Without the ends, which depend on what stands beside it.
    Buffer.from(text).toString('base64').replace(/=+$/, '').slice(0, -1);
  return [
    Buffer.from(secret),
    Buffer.from(secret.toUpperCase()),
    Buffer.from(secret, 'utf16le'),
    Buffer.from(bare),
    Buffer.from(bare, 'hex'),
    Buffer.from(base64(secret)),
    Buffer.from(base64(bare)),
    Buffer.from(Buffer.from(secret).toString('hex')),
  ].filter(({ length }) => length >= 12);
};

const filesWith = async ({ folder }: TestHome, secrets: readonly string[]): Promise<string[]> => {
  const forms = secrets.flatMap(formsOf);
  return [...(await readTree(folder))]
    .filter(([, bytes]) => forms.some((form) => bytes.includes(form)))
    .map(([name]) => name);
};

/** What any program of the same person can read of a process. */
const processTexts = (companion: Companion): string =>
  companion
    .pids()
    .flatMap((pid) =>
      ['cmdline', 'environ'].map((name) => readFileSync(`/proc/${pid}/${name}`, 'latin1')),
    )
    .join('\n');

const pagePids = ({ app }: Companion): Promise<number[]> =>
  app.evaluate((electron) =>
    electron.app
      .getAppMetrics()
      .filter(({ type }) => type === 'Tab')
      .map(({ pid }) => pid),
  );

/** Uses what touches the key: paste, copy, export, report, deletion refused, a page loaded again. */
const use = async (companion: Companion, key: string): Promise<void> => {
  const { app, page, home } = companion;
  await app.evaluate(
    ({ dialog }, filePath) => {
      dialog.showSaveDialog = async () => ({ canceled: false, filePath });
    },
    join(home.env.HOME, 'export.json'),
  );
  await openSettings(page);
  await press(page, say('settings.export'));
  await expect(notice(page, 'outcome')).toContainText(say('settings.exported'));
  await press(page, say('settings.report'));
  await expect(notice(page, 'outcome')).toContainText(say('settings.reported'));
  expect((await readClipboard(companion)).includes(key)).toBe(false);
  await press(page, say('key.copy'));
  await expect(notice(page, 'outcome')).toContainText('60');
  await writeClipboard(companion, key);
  await page.evaluate(async () => window.companion.session.pasteAnonymousId());
  await page.evaluate(async () => window.companion.session.deleteProfile({ confirmation: 'no' }));
  await writeClipboard(companion, `${key}x`);
  await page.evaluate(async () => window.companion.session.pasteAnonymousId());
  await page.evaluate(async () => window.companion.session.refresh());
  await writeClipboard(companion, '');
};

const expectPrivateFiles = ({ userData }: Companion, names: Iterable<string>): void => {
  const own = [...names].filter((name) => /^(secrets|settings|profile|service|log\/)/.test(name));
  expect(own.length).toBeGreaterThan(2);
  for (const name of own) expect(statSync(join(userData, name)).mode & 0o077, name).toBe(0);
};

test('with the service inside the app, the id is in no file and no page', async ({ launch }) => {
  const companion = await launch();
  await makeProfile(companion.page);
  const key = await takeKey(companion);
  await use(companion, key);
  await test.step('memory', async () => {
    if (!canScanMemory) {
      test.info().annotations.push({ type: 'skipped', description: 'Memory needs root' });
      return;
    }
    expect(await scanMemory(await pagePids(companion), [key])).toEqual([]);
  });
  expect(processTexts(companion).includes(key)).toBe(false);
  expect(await filesWith(companion.home, [key])).toEqual([]);
  await companion.kill9();
  expect(await filesWith(companion.home, [key])).toEqual([]);
  expectPrivateFiles(companion, (await companion.readUserData()).keys());
});

test('with a service elsewhere, neither id nor tokens are in any file, argument or variable', async ({
  launch,
  home,
}) => {
  const service = await startRemoteService(home);
  const companion = await launch({ env: service.env });
  await makeProfile(companion.page);
  const key = await takeKey(companion);
  await use(companion, key);
  const tokens = service.proxy.passed.flatMap(({ reply }) =>
    [...(reply?.body ?? '').matchAll(/"(?:access|refresh)_token":"([^"]+)"/g)].map(
      ([, token = '']) => token,
    ),
  );
  expect(tokens.length).toBeGreaterThanOrEqual(3);
  const secrets = [key, ...tokens];
  expect(service.proxy.passed.some(({ body }) => body.includes(key))).toBe(true);
  expect(service.proxy.passed.filter(({ path }) => secrets.some((s) => path.includes(s)))).toEqual(
    [],
  );
  const texts = processTexts(companion);
  expect(secrets.filter((secret) => texts.includes(secret))).toEqual([]);
  expect(await filesWith(home, secrets)).toEqual([]);
  const planted = ['planted', process.pid, 'in', 'a', 'page'].join('-');
  if (canScanMemory) {
    const pids = await pagePids(companion);
    expect(pids).toHaveLength(1);
    expect(await scanMemory(pids, secrets)).toEqual([]);
    // What a page does hold is found there.
    await companion.page.evaluate((text) => void Object.assign(window, { held: text }), planted);
    expect(await scanMemory(pids, [planted])).not.toEqual([]);
  }
  await companion.close();
  expect(await filesWith(home, secrets)).toEqual([]);
  const log = (await companion.readUserData()).get('log/companion.log')?.toString() ?? '';
  expect(log).toContain('session/request');
  expect(log).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}-4|\/tmp|\/home/);
  // And what a file does hold is found too, in every form.
  const needle = 'aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee';
  const forms = formsOf(needle);
  forms.forEach((form, index) => writeFileSync(join(home.folder, `planted-${index}`), form));
  expect(await filesWith(home, [needle])).toHaveLength(forms.length);
  await service.close();
});

test('a profile opened by its key leaves no trace of it in the page', async ({ launch }) => {
  test.skip(!canScanMemory, 'Reading another process needs root');
  const companion = await launch();
  const { page } = companion;
  await makeProfile(page);
  const key = await takeKey(companion);
  await page.evaluate(async () => window.companion.session.removeFromComputer());
  await onScreen(page, 'welcome');
  await writeClipboard(companion, key);
  await press(page, say('welcome.have'));
  await page.keyboard.press('Control+V');
  await onScreen(page, 'profile');
  expect(await scanMemory(await pagePids(companion), [key])).toEqual([]);
});
