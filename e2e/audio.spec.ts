import { checkCeilings } from '../scripts/audio/ceiling-checks';
import { createChecks } from '../scripts/audio/checks';
import { preferSound } from '../scripts/audio/real-time';
import { startRecording, type Recording } from '../scripts/audio/recording';
import { checkStops } from '../scripts/audio/stop-checks';
import { checkTones } from '../scripts/audio/tone-checks';
import { readSetup } from './support/environment';
import { expect, test as base } from './support/test';

/** What the app plays, recorded. */
const test = base.extend<{ recording: Recording }>({
  recording: async ({ desktop }, use) => {
    const recording = await startRecording(desktop);
    await use(recording);
    await recording.stop();
  },
});

/** Six of each of four tones; silence and no click; a rise in five steps, four ceilings and speech. */
const [TONE_CHECKS, STOP_CHECKS, CEILING_CHECKS] = [24, 2, 10];

/** npm run verify:audio does all of this for every tone, stop and headphone, and Esc in the running test. */
test('tones come out as asked, end without a click, and never pass the ceilings', async ({
  launch,
  recording,
}) => {
  const { page } = await launch();
  preferSound();
  const checks = createChecks();
  const { app } = readSetup();
  await checkTones(checks, page, app, recording, [250, 8000], [10]);
  await checkStops(checks, page, app, recording, [['silence', 500]]);
  await checkCeilings(checks, page, app, recording, [{ type: 'unknown', splAtFullScaleDb: 90 }]);
  expect(checks.failures).toEqual([]);
  expect(checks.counts.passed).toBe(TONE_CHECKS + STOP_CHECKS + CEILING_CHECKS);
});
