import type { Page } from '@playwright/test';
import type { Companion } from './support/launch';
import { checkSeal, foreseeSides, next, answerSides, setVolume } from './support/preflight';
import { notice, onScreen, openSettings, press, tabTo } from './support/steps';
import { expect, test } from './support/test';
import { say } from './support/words';

/** The filled buttons of the screen shown, by what they are called. */
const primaries = (page: Page) =>
  page.locator('main [class*="_primary_"]:not([data-disabled])').filter({ visible: true });

const shrink = async ({ app, page }: Companion): Promise<void> => {
  await app.evaluate(({ BrowserWindow }) => {
    BrowserWindow.getAllWindows()[0]?.setContentSize(820, 600);
  });
  await expect.poll(() => page.evaluate(() => [innerWidth, innerHeight])).toEqual([820, 600]);
};

/** Looks at one screen as it opens: the button called `name` is the only filled one, in sight and not covered. */
const inSight = async (page: Page, screen: string, name: string): Promise<void> => {
  await onScreen(page, screen);
  expect
    .soft(await page.evaluate(() => document.getElementById('root')?.scrollTop), screen)
    .toBe(0);
  await expect.soft(primaries(page), screen).toHaveText([name]);
  const button = page.getByRole('button', { name, exact: true });
  await expect.soft(button, screen).toBeInViewport({ ratio: 1 });
  const isOnTop = await button.evaluate((element) => {
    const { left, top, width, height } = element.getBoundingClientRect();
    return element.contains(document.elementFromPoint(left + width / 2, top + height / 2));
  });
  expect.soft(isOnTop, `${screen}: ${name} is covered`).toBe(true);
};

test('in the smallest window no screen hides its main button below', async ({ launch }) => {
  const companion = await launch();
  const { page } = companion;
  await shrink(companion);
  await inSight(page, 'welcome', say('welcome.make'));
  await press(page, say('welcome.have'));
  await inSight(page, 'paste-key', say('paste.button'));
  await press(page, say('kit.open'));
  await inSight(page, 'open-kit', say('kit.chooseFile'));
  await press(page, say('app.back'));
  await press(page, say('app.back'));
  await press(page, say('welcome.make'));
  await inSight(page, 'what-is-kept', say('app.continue'));
  await next(page);
  await inSight(page, 'year-of-birth', say('year.create'));
  await page.getByLabel(say('year.label')).fill('1966');
  await press(page, say('year.create'));
  await onScreen(page, 'choose-start');
  await expect(page.getByRole('button', { name: say('choose.test') })).toBeInViewport({ ratio: 1 });

  await press(page, say('choose.bring'));
  await onScreen(page, 'bring-audiogram');
  for (const way of ['bring.table', 'bring.chart', 'bring.file'] as const) {
    await page.getByText(say(way), { exact: true }).click();
    const use = page.getByRole('button', { name: say('bring.use') });
    await expect.soft(use, way).toBeInViewport({ ratio: 1 });
  }
  await press(page, say('app.back'));

  await press(page, say('choose.test'));
  await foreseeSides(page);
  await inSight(page, 'preflight-headphones', say('app.continue'));
  await next(page);
  await inSight(page, 'preflight-volume', say('preflight.playNoise'));
  await setVolume(page);
  await inSight(page, 'preflight-volume', say('app.continue'));
  await next(page);
  await inSight(page, 'preflight-sides', say('preflight.playSides'));
  await answerSides(page, 'right');
  await inSight(page, 'preflight-sides', say('app.continue'));
  await next(page);
  await inSight(page, 'preflight-seal', say('preflight.seal.play'));
  await checkSeal(page);
  await page.evaluate(() => document.getElementById('root')?.scrollTo(0, 0));
  await inSight(page, 'preflight-seal', say('app.continue'));
  await next(page);
  await inSight(page, 'preflight-room', say('preflight.skip'));
  await press(page, say('preflight.skip'));
  await inSight(page, 'preflight-ear', say('app.continue'));
  await next(page);
  await inSight(page, 'preflight-how', say('preflight.start'));
  await press(page, say('preflight.start'));
  await onScreen(page, 'hearing-test');
  await expect(page.getByRole('button', { name: say('test.hear') })).toBeInViewport({ ratio: 1 });
  await page.keyboard.press('Escape');
  await inSight(page, 'hearing-test', say('test.goOn'));
  await press(page, say('test.leave'));

  // With a test to go on with, that is the one thing to do.
  await inSight(page, 'choose-start', say('choose.goOn'));
  await press(page, say('choose.estimate'));
  await inSight(page, 'profile', say('choose.goOn'));
  await press(page, say('choose.discard'));
  await inSight(page, 'profile', say('kit.save'));
  await press(page, say('kit.notNow'));
  await inSight(page, 'profile', say('profile.measure'));
  await openSettings(page);
  await press(page, say('kit.save'));
  await inSight(page, 'save-kit', say('kit.choosePlace'));
});

test('the way to a profile ends with keeping it: offered once, then quietly', async ({
  launch,
}) => {
  const first = await launch();
  const { page } = first;
  await press(page, say('welcome.make'));
  await next(page);
  await page.getByLabel(say('year.label')).fill('1966');
  await press(page, say('year.create'));
  await press(page, say('choose.estimate'));
  const step = page.getByRole('region', { name: say('kit.lastStepTitle') });
  await expect(step.getByRole('button')).toHaveText(
    (['kit.notNow', 'kit.save', 'kit.paperSave'] as const).map((key) => say(key)),
  );
  // By keyboard: where reading ends.
  await tabTo(page, say('kit.paperSave'));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alertdialog')).toContainText(say('kit.paperAskTitle'));
  await page.keyboard.press('Escape');
  await expect(step.getByRole('button', { name: say('kit.paperSave') })).toBeFocused();
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Enter');
  await expect(step).toBeHidden();
  await expect(notice(page, 'kit-reminder')).toBeHidden();
  await first.kill9();

  const second = await launch();
  await onScreen(second.page, 'profile');
  await expect(notice(second.page, 'kit-reminder')).toContainText(say('kit.reminderTitle'));
  await expect(second.page.getByText(say('kit.lastStepTitle'))).toBeHidden();
  await press(second.page, say('kit.noReminder'));
  await expect(notice(second.page, 'kit-reminder')).toBeHidden();
  await second.kill9();

  const third = await launch();
  await expect(
    third.page.getByRole('button', { name: say('profile.showAudiogram') }),
  ).toBeEnabled();
  expect(
    await third.page.evaluate(async () => {
      const answer = await window.companion.app.snapshot();
      return answer.ok && answer.value.recovery;
    }),
  ).toEqual({ kit: null, isReminderDue: false, isLastStep: false });
  await expect(notice(third.page, 'kit-reminder')).toBeHidden();
});
