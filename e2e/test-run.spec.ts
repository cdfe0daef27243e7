import { execFileSync } from 'node:child_process';
import type { Page } from '@playwright/test';
import type { TestSetup, TestTrial } from '../src/contract/ipc/tests';
import { makeProfile, snapshotOf } from './support/steps';
import { expect, test } from './support/test';

const SETUP: TestSetup = {
  engine: 'bayesian',
  calibration: { type: 'unknown', splAtFullScaleDb: 100 },
  firstEar: 'right',
};

const begin = async (page: Page): Promise<TestTrial> => {
  const begun = await page.evaluate(async (setup) => window.companion.tests.begin(setup), SETUP);
  if (!begun.ok || begun.value.type !== 'present') throw new Error(JSON.stringify(begun));
  return begun.value.trial;
};

const answer = (page: Page, trial: number) =>
  page.evaluate(
    async (index) =>
      window.companion.tests.answer({
        trial: index,
        outcome: { type: 'response', reactionTimeMs: 400 },
        spontaneousPresses: 0,
      }),
    trial,
  );

test('the microphone is granted while it is allowed, to nothing but the microphone', async ({
  launch,
  pageFaults,
}) => {
  pageFaults.allow(/^console: /);
  const { page } = await launch({ args: ['--use-fake-device-for-media-stream'] });
  await makeProfile(page);
  const asked = (from: Page, wanted: MediaStreamConstraints): Promise<string> =>
    from.evaluate(
      (constraints) =>
        navigator.mediaDevices.getUserMedia(constraints).then(
          (stream) => {
            for (const track of stream.getTracks()) track.stop();
            return 'granted';
          },
          (error: unknown) => (error instanceof Error ? error.name : 'failed'),
        ),
      wanted,
    );
  const allow = (allowed: boolean) =>
    page.evaluate(
      async (value) => window.companion.tests.allowMicrophone({ allowed: value }),
      allowed,
    );
  expect(await asked(page, { audio: true })).toBe('NotAllowedError');
  await allow(true);
  expect(await asked(page, { audio: true })).toBe('granted');
  expect(await asked(page, { video: true })).toBe('NotAllowedError');
  expect(await asked(page, { audio: true, video: true })).toBe('NotAllowedError');
  await begin(page);
  expect(await asked(page, { audio: true })).toBe('granted');
  await page.evaluate(async () => window.companion.tests.discard());
  expect(await asked(page, { audio: true })).toBe('NotAllowedError');
  await allow(true);
  await allow(false);
  expect(await asked(page, { audio: true })).toBe('NotAllowedError');
  await allow(true);
  await page.reload();
  await expect(page.locator('[data-screen="profile"]')).toBeVisible();
  expect(await asked(page, { audio: true })).toBe('NotAllowedError');
});

test('a changed volume pauses the test, and going on sets it back', async ({ launch, desktop }) => {
  const env = { ...process.env, ...desktop.env };
  const pactl = (...args: string[]): string =>
    execFileSync('pactl', args, { env, encoding: 'utf8' });
  const { page } = await launch();
  await makeProfile(page);
  const output = await page.evaluate(async () => window.companion.tests.setVolume({ volume: 0.4 }));
  expect(output).toMatchObject({
    ok: true,
    value: { volume: 0.4, device: { sampleRateHz: 48_000 } },
  });
  const trial = await begin(page);
  pactl('set-sink-volume', 'hp', '70%');
  const paused = async () => (await snapshotOf(page)).unfinishedTest?.paused;
  await expect.poll(paused).toBe('volume-changed');
  expect(await answer(page, trial.index)).toMatchObject({
    value: { type: 'paused', reason: 'volume-changed' },
  });
  const again = await page.evaluate(async () => window.companion.tests.goOn());
  expect(again).toMatchObject({ value: { type: 'present', trial } });
  expect(pactl('get-sink-volume', 'hp')).toContain('40%');
  pactl('set-sink-volume', 'hp', '100%');
});

test('a test the app was killed in waits at the same trial', async ({ launch }) => {
  const first = await launch();
  await makeProfile(first.page);
  const trial = await begin(first.page);
  const next = await answer(first.page, trial.index);
  await first.kill9();
  const { page } = await launch();
  await expect
    .poll(async () => (await snapshotOf(page)).unfinishedTest)
    .toMatchObject({ paused: null });
  const { calibration } = SETUP;
  const resumed = await page.evaluate(async (setup) => window.companion.tests.resume(setup), {
    calibration,
  });
  expect(resumed).toEqual(next);
});
