import { checkCeilings } from '../scripts/audio/ceiling-checks';
import { createChecks } from '../scripts/audio/checks';
import { checkEscape } from '../scripts/audio/escape-check';
import { MEASURED } from '../scripts/audio/known-levels';
import { preferSound } from '../scripts/audio/real-time';
import { startRecording, type Recording } from '../scripts/audio/recording';
import { checkStops } from '../scripts/audio/stop-checks';
import { checkTones } from '../scripts/audio/tone-checks';
import { readSetup } from './support/environment';
import { onboard, onScreen } from './support/steps';
import { expect, test as base } from './support/test';

/** What the app plays, recorded. */
const test = base.extend<{ recording: Recording }>({
  recording: async ({ desktop }, use) => {
    const recording = await startRecording(desktop);
    await use(recording);
    await recording.stop();
  },
});

test.describe.configure({ timeout: 120_000 });

test('tones come out as asked, end without a click, and never pass the ceilings', async ({
  launch,
  recording,
}) => {
  const { page } = await launch();
  preferSound();
  const checks = createChecks();
  const { app } = readSetup();
  await checkTones(checks, page, app, recording, [250, 8000], [10, 20]);
  await checkStops(checks, page, app, recording);
  const unknown = { type: 'unknown', splAtFullScaleDb: 90 } as const;
  await checkCeilings(checks, page, app, recording, [MEASURED, unknown]);
  expect(checks.failures).toEqual([]);
  expect(checks.counts.passed).toBeGreaterThan(40);
});

test('Esc silences the running test at once', async ({ launch, recording }) => {
  const { page } = await launch();
  await onboard(page);
  await onScreen(page, 'choose-start');
  preferSound();
  const checks = createChecks();
  await checkEscape(checks, page, readSetup().app, recording);
  expect(checks.failures).toEqual([]);
});
