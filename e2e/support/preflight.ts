import { expect, type Page } from '@playwright/test';
import { onScreen, press, snapshotOf } from './steps';
import { say } from './words';

/** The sides that the left/right check draws when every random number is 0.1. */
const DRAWN = ['right', 'left', 'left', 'left'] as const;

/** Makes the left/right check foreseeable: a script hears nothing. */
export const foreseeSides = (page: Page): Promise<void> =>
  page.evaluate(() => {
    Math.random = () => 0.1;
  });

/** Goes on to the next step. */
export const next = (page: Page): Promise<void> => press(page, say('app.continue'));

/** Sets the volume by ear: plays the murmur, finds it right, and stops it. */
export const setVolume = async (page: Page): Promise<void> => {
  await onScreen(page, 'preflight-volume');
  await press(page, say('preflight.playNoise'));
  await press(page, say('preflight.stopNoise'));
};

/** Answers all four bursts, rightly or the other way round. */
export const answerSides = async (page: Page, how: 'right' | 'turned'): Promise<void> => {
  await onScreen(page, 'preflight-sides');
  await page
    .getByRole('button', { name: say('preflight.playSides') })
    .or(page.getByRole('button', { name: say('preflight.again') }))
    .click();
  for (const [index, side] of DRAWN.entries()) {
    const counted = say('preflight.sidesCount', { number: String(index + 1), count: '4' });
    await expect(page.getByText(counted)).toBeVisible();
    const isLeft = (side === 'left') === (how === 'right');
    if (index === 0) await press(page, say(isLeft ? 'preflight.left' : 'preflight.right'));
    else await page.keyboard.press(isLeft ? 'ArrowLeft' : 'ArrowRight');
  }
  await expect(page.getByText(say(`preflight.sides.${how}`))).toBeVisible();
};

/** Says that both tones were heard, and one only in one ear. */
export const checkSeal = async (page: Page): Promise<void> => {
  await onScreen(page, 'preflight-seal');
  for (const question of ['seal', 'leak'] as const) {
    await press(page, say(`preflight.${question}.play`));
    await page.getByText(say(`preflight.${question}.good`), { exact: true }).click();
  }
};

/** Goes from the question about headphones, once `choose` has answered it, to the microphone. */
export const goToRoom = async (
  page: Page,
  choose: () => Promise<void>,
  findVolume: () => Promise<void>,
): Promise<void> => {
  await foreseeSides(page);
  await onScreen(page, 'preflight-headphones');
  await choose();
  await next(page);
  await onScreen(page, 'preflight-volume');
  await findVolume();
  await next(page);
  await answerSides(page, 'right');
  await next(page);
  await checkSeal(page);
  await next(page);
  await onScreen(page, 'preflight-room');
};

/** Goes on from there to the last step before a test, without the microphone. */
export const goThroughChecks = async (...way: Parameters<typeof goToRoom>): Promise<void> => {
  const [page] = way;
  await goToRoom(...way);
  await press(page, say('preflight.skip'));
  await onScreen(page, 'preflight-ear');
  await next(page);
  await onScreen(page, 'preflight-how');
};

/** Goes through the steps before a test, without the microphone, and starts it. */
export const startTest = async (page: Page): Promise<void> => {
  await goThroughChecks(
    page,
    async () => undefined,
    () => setVolume(page),
  );
  await press(page, say('preflight.start'));
  await onScreen(page, 'hearing-test');
  await expect.poll(async () => (await snapshotOf(page)).unfinishedTest?.paused).toBeNull();
};
