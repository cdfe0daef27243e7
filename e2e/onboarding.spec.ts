import type { Companion } from './support/launch';
import { startAgain } from './support/start-again';
import {
  estimate,
  onboard,
  onScreen,
  openSettings,
  press,
  snapshotOf,
  tabTo,
  userIdOf,
} from './support/steps';
import { expect, test } from './support/test';
import { sag, say } from './support/words';

const stored = async ({ readUserData }: Companion): Promise<string[]> =>
  [...(await readUserData()).keys()].filter((name) => /^(secrets|service|profile)/.test(name));

test('nothing is created before a year is accepted', async ({ launch }) => {
  const companion = await launch();
  const { page } = companion;
  const year = new Date().getFullYear();
  await press(page, say('welcome.make'));
  await press(page, say('app.continue'));
  const field = page.getByLabel(say('year.label'));

  const range = say('year.outOfRange', { min: String(year - 110), max: String(year - 18) });
  const create = page.getByRole('button', { name: say('year.create') });
  const place = await create.boundingBox();
  for (const text of ['', '19', 'abcd', '19.5', String(year - 111), String(year + 1), '0000']) {
    await field.fill(text);
    await press(page, say('year.create'));
    await expect(page.getByText(range)).toBeVisible();
    // Nothing moves under the hand that tries again.
    expect(await create.boundingBox()).toEqual(place);
  }
  await field.fill(String(year - 17));
  await press(page, say('year.create'));
  await expect(page.getByRole('heading', { name: say('tooYoung.title') })).toBeVisible();
  // Main refuses on its own account too.
  const refused = await page.evaluate(
    async (young) => window.companion.session.createProfile({ yearOfBirth: young }),
    year - 17,
  );
  expect(refused).toEqual({ ok: false, error: { code: 'input/too-young' } });
  expect((await snapshotOf(page)).session).toMatchObject({ status: 'signed-out', reason: null });
  expect(await stored(companion)).toEqual([]);

  await press(page, say('tooYoung.back'));
  await field.fill(String(year - 18));
  await press(page, say('year.create'));
  await onScreen(page, 'choose-start');
  expect(await stored(companion)).toContain('secrets.json');
});

test('by keyboard alone, from the first start to the profile', async ({ launch }) => {
  const { page } = await launch();
  await onScreen(page, 'welcome');
  await tabTo(page, say('welcome.make'));
  await page.keyboard.press('Enter');
  await onScreen(page, 'what-is-kept');
  await tabTo(page, say('app.continue'));
  await page.keyboard.press('Space');
  await onScreen(page, 'year-of-birth');
  await page.keyboard.press('Tab');
  await page.keyboard.type('1966');
  await page.keyboard.press('Enter');
  await onScreen(page, 'choose-start');
  await tabTo(page, say('choose.estimate'));
  await page.keyboard.press('Enter');
  await onScreen(page, 'profile');
  await tabTo(page, say('profile.settings'));
  await page.keyboard.press('Enter');
  await onScreen(page, 'settings');
});

test('in German, with theme and language kept over a restart', async ({ launch }) => {
  const first = await launch();
  await onboard(first.page);
  await estimate(first.page);
  const userId = await userIdOf(first.page);
  await openSettings(first.page);
  await first.page.getByText('Deutsch', { exact: true }).click();
  await first.page.getByText(sag('settings.themeDark'), { exact: true }).click();
  await expect(first.page.getByRole('radio', { name: sag('settings.themeDark') })).toBeChecked();
  await first.close();

  const second = await launch();
  await expect(second.page.getByRole('heading', { name: sag('profile.title') })).toBeVisible();
  await expect(second.page.locator('html')).toHaveAttribute('lang', 'de');
  expect(await userIdOf(second.page)).toBe(userId);
  expect((await snapshotOf(second.page)).preferences).toMatchObject({
    theme: 'dark',
    language: 'de',
  });
  expect(await second.page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches)).toBe(
    true,
  );
});

test('onboarding in German from the first start', async ({ launch }) => {
  const { page } = await launch({ args: ['--lang=de'] });
  await press(page, sag('welcome.make'));
  await press(page, sag('app.continue'));
  await page.getByLabel(sag('year.label')).fill('1966');
  await press(page, sag('year.create'));
  await press(page, sag('choose.estimate'));
  await expect(page.getByRole('heading', { name: sag('profile.title') })).toBeVisible();
});

test('a second start shows the first window and nothing else', async ({ launch, desktop }) => {
  const companion = await launch();
  await onScreen(companion.page, 'welcome');
  await companion.app.evaluate(({ BrowserWindow }) => {
    for (const window of BrowserWindow.getAllWindows()) {
      window.focus = () => void Object.assign(globalThis, { wasFocused: true });
    }
  });
  const before = await stored(companion);
  expect(await startAgain(desktop, companion)).toBe(0);
  await expect.poll(() => companion.app.evaluate(() => 'wasFocused' in globalThis)).toBe(true);
  expect(companion.app.windows()).toHaveLength(1);
  expect(await stored(companion)).toEqual(before);
});

test('a crashed page comes back as it was; a second crash asks', async ({ launch, pageFaults }) => {
  pageFaults.allow(/^crash$/);
  const companion = await launch();
  await onboard(companion.page);
  await estimate(companion.page);
  // Playwright gives a crashed page up, so main looks.
  const look = () =>
    companion.app.evaluate(async ({ webContents }) => {
      const seen: Promise<unknown> | undefined = webContents
        .getAllWebContents()[0]
        ?.executeJavaScript(
          `({ screen: document.querySelector('[data-screen]')?.dataset.screen,
              notice: document.querySelector('[data-notice="page-reloaded"]')?.textContent })`,
        );
      // A page that is gone never answers.
      return Promise.race([seen, new Promise((resolve) => setTimeout(resolve, 500, 'gone'))]);
    });
  const crash = () =>
    companion.app.evaluate(({ webContents, dialog }) => {
      dialog.showMessageBox = async (...args: unknown[]) => {
        Object.assign(globalThis, { asked: args.at(-1) });
        return new Promise(() => undefined);
      };
      webContents.getAllWebContents()[0]?.forcefullyCrashRenderer();
    });
  await crash();
  await expect.poll(look).toEqual({
    screen: 'profile',
    notice: expect.stringContaining(say('notices.page-reloaded')) as unknown,
  });
  await crash();
  await expect
    .poll(() => companion.app.evaluate(() => (globalThis as { asked?: unknown }).asked))
    .toMatchObject({ detail: say('dialogs.pageCrashMessage') });
});
