import { expect, type Page } from '@playwright/test';
import type { Snapshot } from '../../src/contract/ipc/snapshot';
import type {} from '../../src/renderer/bridge/companion';
import type { Companion } from './launch';
import { say } from './words';

/** What the window shows now. */
export const snapshotOf = async (page: Page): Promise<Snapshot> => {
  const answer = await page.evaluate(async () => window.companion.app.snapshot());
  if (!answer.ok) throw new Error(answer.error.code);
  return answer.value;
};

/** The userId of the open profile, or undefined. */
export const userIdOf = async (page: Page): Promise<string | undefined> => {
  const { session } = await snapshotOf(page);
  return session.status === 'active' ? session.user.userId : undefined;
};

/** Resolves once the screen of that name is shown. */
export const onScreen = async (page: Page, name: string): Promise<void> => {
  await expect(page.locator(`[data-screen="${name}"]`)).toBeVisible();
};

/** Goes through onboarding as a person does, up to the year of birth; ends where the service leads. */
export const onboard = async (page: Page, year = '1966'): Promise<void> => {
  await page.getByRole('button', { name: say('welcome.make') }).click();
  await page.getByRole('button', { name: say('app.continue') }).click();
  await page.getByLabel(say('year.label')).fill(year);
  await page.getByRole('button', { name: say('year.create') }).click();
};

/** Takes the shortest of the three ways to a profile and ends on it. */
export const estimate = async (page: Page): Promise<void> => {
  await onScreen(page, 'choose-start');
  await page.getByRole('button', { name: say('choose.estimate') }).click();
  await onScreen(page, 'profile');
};

/** Makes a profile without the way through the screens, for tests of what comes after. */
export const makeProfile = async (page: Page): Promise<string> => {
  await onScreen(page, 'welcome');
  const made = await page.evaluate(async () =>
    window.companion.session.createProfile({ yearOfBirth: 1966 }),
  );
  expect(made).toMatchObject({ ok: true });
  const stored = await page.evaluate(async () => window.companion.tests.storeEstimate());
  expect(stored).toMatchObject({ ok: true });
  await onScreen(page, 'profile');
  // Nothing is under way any more that would change the snapshot by itself.
  await expect.poll(async () => (await snapshotOf(page)).session).toMatchObject({ unsentTests: 0 });
  await expect
    .poll(async () => {
      const { recovery, storage } = await snapshotOf(page);
      // Where the key is not kept at all, there is no last step to be seen.
      return recovery.isLastStep && storage.protection !== 'memory';
    })
    .toBe(false);
  return (await userIdOf(page)) ?? '';
};

/** Opens the settings from the profile. */
export const openSettings = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: say('profile.settings') }).click();
  await onScreen(page, 'settings');
};

/** What a screen says about the last action, or about the state of things. */
export const notice = (page: Page, name: string) => page.locator(`[data-notice="${name}"]`);

/** Presses a button by its name. */
export const press = (page: Page, name: string): Promise<void> =>
  page.getByRole('button', { name, exact: true }).click();

/** Reads the clipboard in main: a page cannot. Plain value or promise, by Electron's version. */
export const readClipboard = ({ app }: Companion): Promise<string> =>
  app.evaluate(async ({ clipboard }) => await clipboard.readText());

/** Puts text on the clipboard as another program would. */
export const writeClipboard = ({ app }: Companion, text: string): Promise<void> =>
  app.evaluate(async ({ clipboard }, written) => {
    await clipboard.writeText(written);
  }, text);

/** The open profile's id, by way of main's clipboard, which is empty afterwards. No page sees it. */
export const takeKey = async (companion: Companion): Promise<string> => {
  const copied = await companion.page.evaluate(async () =>
    window.companion.session.copyAnonymousId(),
  );
  expect(copied).toMatchObject({ ok: true });
  const key = await readClipboard(companion);
  expect(key).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
  await writeClipboard(companion, '');
  return key;
};

/** Opens the screen for pasting a key and pastes `text`. */
export const pasteKey = async (companion: Companion, text: string): Promise<void> => {
  const { page } = companion;
  await writeClipboard(companion, text);
  if (!(await page.locator('[data-screen="paste-key"]').isVisible())) {
    await press(page, say('welcome.have'));
  }
  await press(page, say('paste.button'));
};

/** Makes every timer of main run `times` as fast, so that a deadline of 15 s can be waited for. */
export const quicken = ({ app }: Companion, times: number): Promise<void> =>
  app.evaluate((_electron, factor) => {
    const slow = globalThis.setTimeout;
    const quick = (callback: () => void, ms = 0, ...rest: []) =>
      slow(callback, ms / factor, ...rest);
    globalThis.setTimeout = Object.assign(quick, slow);
  }, times);

/** Answers the next save dialogs with `file`; null: the person cancels. */
export const answerSaveDialog = ({ app }: Companion, file: string | null): Promise<void> =>
  app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = async () => ({ canceled: filePath === null, filePath: filePath ?? '' });
  }, file);

/** Presses a button that opens a file and chooses one that holds `content`. */
export const chooseFile = async (
  page: Page,
  button: string,
  name: string,
  content: string,
): Promise<void> => {
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), press(page, button)]);
  await chooser.setFiles({ name, mimeType: 'text/plain', buffer: Buffer.from(content) });
};

/** Presses Tab until the control of that name has the focus, then Enter. */
export const tabTo = async (page: Page, name: string): Promise<void> => {
  for (let presses = 0; presses < 12; presses += 1) {
    await page.keyboard.press('Tab');
    const focused = await page.evaluate(
      () =>
        document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent,
    );
    if (focused?.startsWith(name)) return;
  }
  throw new Error(`Tab does not reach ${name}`);
};
