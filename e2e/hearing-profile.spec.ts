import type { Page } from '@playwright/test';
import { FEW_VIEWS, inspect } from './screens/views';
import {
  answerSides,
  checkSeal,
  foreseeSides,
  next,
  setVolume,
  startTest,
} from './support/preflight';
import { startRemoteService } from './support/remote-service';
import {
  chooseFile,
  estimate,
  notice,
  onboard,
  onScreen,
  press,
  snapshotOf,
} from './support/steps';
import { expect, test } from './support/test';
import { say } from './support/words';

test.describe.configure({ timeout: 120_000 });

/** A person with a year of birth and no profile yet. */
const begin = async (page: Page): Promise<void> => {
  await onboard(page);
  await onScreen(page, 'choose-start');
};

const big = (page: Page) => page.getByRole('button', { name: say('test.hear') });
const standstill = (page: Page) => page.locator('[data-standstill]');

test('an estimate is a profile at once, says that it is one, and can be measured later', async ({
  launch,
}) => {
  const { page } = await launch();
  await begin(page);
  await estimate(page);
  await expect(page.getByText(say('profile.basis', { year: '1966' }))).toBeVisible();
  expect((await snapshotOf(page)).profile).toMatchObject({
    status: 'ready',
    profile: { test: { source: 'age' }, count: 1 },
  });
  await press(page, say('profile.showAudiogram'));
  await expect(page.locator('[data-screen="profile"]')).toBeHidden();
});

test('all three ways are offered, and again from the profile', async ({ launch }) => {
  const { page } = await launch();
  await begin(page);
  await press(page, say('choose.test'));
  await onScreen(page, 'preflight-headphones');
  await press(page, say('preflight.leave'));
  await press(page, say('choose.bring'));
  await expect(page.locator('[data-screen="choose-start"]')).toBeHidden();
  await page.reload();
  await estimate(page);
  await press(page, say('profile.measure'));
  await expect(page.getByRole('heading', { name: say('choose.titleAgain') })).toBeVisible();
  for (const way of ['test', 'bring', 'estimate'] as const) {
    await expect(page.getByRole('button', { name: say(`choose.${way}`) })).toBeEnabled();
  }
  await press(page, say('app.back'));
  await onScreen(page, 'profile');
});

test('offline, an estimate is kept and shown', async ({ launch, home }) => {
  const service = await startRemoteService(home);
  const first = await launch({ env: service.env });
  await begin(first.page);
  await service.proxy.unplug();
  await estimate(first.page);
  await first.kill9();
  const second = await launch({ env: service.env });
  await onScreen(second.page, 'profile');
  await expect(second.page.getByText(say('profile.basis', { year: '1966' }))).toBeVisible();
  await service.close();
});

test('before the test: swapped sides are found, and nothing goes on unanswered', async ({
  launch,
}) => {
  const { page } = await launch();
  await begin(page);
  await press(page, say('choose.test'));
  await foreseeSides(page);
  const goesOn = page.getByRole('button', { name: say('app.continue') });
  await page.getByText(say('preflight.kind.model')).click();
  await expect(goesOn).toBeDisabled();
  await page.getByLabel(say('preflight.model'), { exact: true }).selectOption({ index: 1 });
  await next(page);
  await onScreen(page, 'preflight-volume');
  await expect(goesOn).toBeDisabled();
  await setVolume(page);
  await next(page);
  await expect(goesOn).toBeDisabled();
  await answerSides(page, 'turned');
  await expect(goesOn).toBeDisabled();
  await answerSides(page, 'right');
  await next(page);
  await expect(goesOn).toBeDisabled();
  await checkSeal(page);
  await press(page, say('app.back'));
  await onScreen(page, 'preflight-sides');
});

test('a frequency response is read from the file the person chooses', async ({ launch }) => {
  const { page } = await launch();
  await begin(page);
  await press(page, say('choose.test'));
  await page.getByText(say('preflight.kind.response-file')).click();
  await page.getByLabel(say('preflight.name')).fill('Studio pair');
  const choose = (text: string): Promise<void> =>
    chooseFile(page, say('preflight.chooseFile'), 'pair.csv', text);
  await choose('not a response');
  await expect(page.getByText(say('preflight.fileFaults.no-columns'))).toBeVisible();
  await choose('frequency,raw\n250,1\nx,2\n1000,0\n900,0\n8000,3\n');
  await expect(page.getByText(say('preflight.fileRefused'))).toBeVisible();
  for (const [line, reason] of [
    ['3', 'not-two-numbers'],
    ['5', 'not-ascending'],
  ] as const) {
    const what = say(`preflight.fileFaults.${reason}`);
    await expect(page.getByText(say('bring.atLine', { line, what }))).toBeVisible();
  }
  await expect(page.getByRole('button', { name: say('app.continue') })).toBeDisabled();
  await choose('frequency,raw\n250,1\n1000,0\n8000,3\n');
  await expect(page.getByText(say('preflight.fileRead', { count: 3 }))).toBeVisible();
  await next(page);
  await onScreen(page, 'preflight-volume');
});

test('a test pauses, goes on, survives a kill, and is offered again', async ({ launch }) => {
  const first = await launch();
  const { page } = first;
  await begin(page);
  await press(page, say('choose.test'));
  await startTest(page);
  await expect(big(page)).toBeFocused();

  // Nothing on the screen goes along with the tones: no change to the page while trials come and go.
  // Beside #root there are only messages for assistive technology, which are cleared after a while.
  await page.evaluate(() => {
    const changes: string[] = [];
    Object.assign(window, { changes });
    new MutationObserver((seen) =>
      changes.push(
        ...seen.map(
          ({ type, target }) =>
            `${type} ${target instanceof Element ? target.outerHTML : (target.textContent ?? '')}`,
        ),
      ),
    ).observe(document.getElementById('root') ?? document.body, {
      subtree: true,
      childList: true,
      attributes: true,
      characterData: true,
    });
  });
  const progress = async (): Promise<number> =>
    (await snapshotOf(page)).unfinishedTest?.progress ?? 0;
  const before = await progress();
  await expect.poll(progress, { timeout: 20_000 }).toBeGreaterThan(before);
  expect(await page.evaluate(() => (window as unknown as { changes: string[] }).changes)).toEqual(
    [],
  );

  await press(page, say('test.pause'));
  await expect(standstill(page)).toContainText(say('test.paused.by-person'));
  await page.keyboard.press('Enter');
  await expect(big(page)).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(standstill(page)).toContainText(say('test.paused.by-person'));
  await press(page, say('test.goOn'));
  await expect(big(page)).toBeVisible();
  const kept = await progress();
  // What watches the volume is a program of the system: it ends when it next has something to say.
  process.kill(first.pids()[0]!, 'SIGKILL');
  await expect.poll(first.pids).toEqual([]);

  const second = await launch();
  await onScreen(second.page, 'choose-start');
  await expect(notice(second.page, 'unfinished-test')).toBeVisible();
  expect((await snapshotOf(second.page)).unfinishedTest?.progress).toBeGreaterThanOrEqual(kept);
  await press(second.page, say('choose.goOn'));
  await foreseeSides(second.page);
  await next(second.page);
  await setVolume(second.page);
  await next(second.page);
  await answerSides(second.page, 'right');
  await next(second.page);
  await onScreen(second.page, 'preflight-how');
  await press(second.page, say('preflight.goOn'));
  await onScreen(second.page, 'hearing-test');
  await expect(big(second.page)).toBeVisible();
  await press(second.page, say('test.pause'));
  await press(second.page, say('test.leave'));
  await estimate(second.page);
  await press(second.page, say('choose.discard'));
  await expect(notice(second.page, 'unfinished-test')).toBeHidden();
  expect((await snapshotOf(second.page)).unfinishedTest).toBeNull();
});

/**
 * Answers for a listener who hears from `fromDbHl` up, behind the screen's back, until `progress`; one who guesses
 * presses in silence too.
 */
const answerUpTo = (
  page: Page,
  progress: number,
  fromDbHl: number,
  guesses = false,
): Promise<void> =>
  page.evaluate(
    async ([until, least, always]) => {
      const { app, tests } = window.companion;
      for (let trials = 0; trials < 400; trials += 1) {
        const now = await app.snapshot();
        if (!now.ok || !now.value.unfinishedTest) return;
        const { progress: done, paused } = now.value.unfinishedTest;
        if (done >= until || paused !== null) return;
        // Tells the trial that is due without changing anything while the test runs.
        const step = await tests.goOn();
        if (!step.ok || step.value.type !== 'present') return;
        const { index, silent, levelDbHl } = step.value.trial;
        const isHeard = always || (!silent && levelDbHl >= least);
        // The screen may have answered in between; then this answer is refused as stale.
        await tests.answer({
          trial: index,
          outcome: isHeard ? { type: 'response', reactionTimeMs: 400 } : { type: 'silence' },
          spontaneousPresses: 0,
        });
      }
    },
    [progress, fromDbHl, guesses] as const,
  );

test('space and Enter look the same, and pressing in silence is told kindly', async ({
  launch,
}) => {
  const { page } = await launch();
  await begin(page);
  await press(page, say('choose.test'));
  await startTest(page);
  for (const key of ['Space', 'Enter']) {
    await page.keyboard.down(key);
    await expect(big(page)).toHaveAttribute('data-down', 'true');
    await page.keyboard.up(key);
    await expect(big(page)).toHaveAttribute('data-down', 'false');
  }
  await answerUpTo(page, 1, -100, true);
  await expect(standstill(page)).toContainText(say('test.paused.pressed-in-silence'), {
    timeout: 20_000,
  });
});

test('a finished test is the profile, told in plain words', async ({ launch }) => {
  const companion = await launch();
  const { page } = companion;
  await begin(page);
  await press(page, say('choose.test'));
  await startTest(page);
  await answerUpTo(page, 0.6, 15);
  // The screen follows what was found; its picture is looked at while it grows.
  await expect(page.getByRole('status').getByText(say('test.half'))).toBeAttached();
  await press(page, say('test.pause'));
  await inspect(companion, 'hearing-test-half', FEW_VIEWS);
  await page.evaluate(async () => window.companion.preferences.update({ language: 'en' }));
  await press(page, say('test.goOn'));
  await expect.poll(async () => (await snapshotOf(page)).unfinishedTest?.paused).toBeNull();
  await answerUpTo(page, 0.95, 15);
  await expect(page.locator('[data-screen="test-result"]')).toBeVisible({ timeout: 60_000 });
  await expect(page.getByText(say('result.tierC'))).toBeVisible();
  await inspect(companion, 'test-result', FEW_VIEWS);
  await page.evaluate(async () => window.companion.preferences.update({ language: 'en' }));
  await press(page, say('result.open'));
  await onScreen(page, 'profile');
  await expect(page.getByText(say('profile.tierC'))).toBeVisible();
  expect((await snapshotOf(page)).profile).toMatchObject({
    profile: { test: { source: 'ptt', engine: 'bayesian', tier: 'C' }, count: 1 },
  });
  await expect(page.getByRole('button', { name: say('profile.again') })).toBeVisible();
  await inspect(companion, 'profile-measured', FEW_VIEWS);
});

test('every screen of the test holds for everybody', async ({ launch }) => {
  test.setTimeout(300_000);
  const companion = await launch();
  const { page } = companion;
  await begin(page);
  await press(page, say('choose.test'));
  await foreseeSides(page);
  const look = async (screen: string): Promise<void> => {
    await inspect(companion, screen, FEW_VIEWS);
    await page.evaluate(async () => window.companion.preferences.update({ language: 'en' }));
  };
  await page.getByText(say('preflight.kind.response-file')).click();
  await look('preflight-headphones');
  await page.getByText(say('preflight.kind.unknown')).click();
  await next(page);
  await setVolume(page);
  await look('preflight-volume');
  await next(page);
  await answerSides(page, 'turned');
  await look('preflight-sides');
  await answerSides(page, 'right');
  await next(page);
  await checkSeal(page);
  await look('preflight-seal');
  await next(page);
  await look('preflight-room');
  await press(page, say('preflight.skip'));
  await page.getByText(say('preflight.advanced')).click();
  await look('preflight-ear');
  await next(page);
  await look('preflight-how');
  await press(page, say('preflight.start'));
  await onScreen(page, 'hearing-test');
  await look('hearing-test');
  await press(page, say('test.pause'));
  await look('hearing-test-paused');
  await press(page, say('test.leave'));
  await look('choose-unfinished');
  await estimate(page);
  await look('profile-unfinished');
  await press(page, say('profile.measure'));
  await look('choose-again');
});
