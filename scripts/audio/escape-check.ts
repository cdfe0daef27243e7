import type { Page } from '@playwright/test';
import { startTest } from '../../e2e/support/preflight';
import { press } from '../../e2e/support/steps';
import { say as word } from '../../e2e/support/words';
import { until } from '../processes';
import { say } from '../report';
import type { Checks } from './checks';
import { MEASURED } from './known-levels';
import { onsetOf } from './measure-tone';
import { openPageSound } from './page-sound';
import { SAMPLE_RATE, type Recording } from './recording';

const ROUNDS = 3;
/** Sound is made a block of some 20 ms at a time, so a single measurement is off by up to that. */
const CLOCK_ROUNDS = 4;
const MOST_MS = 50;

const inMs = (frame: number): number => (frame / SAMPLE_RATE) * 1000;

/**
 * What has to be added to a moment in the recording to get the moment in the page, in milliseconds since 1970, at which
 * it was asked for: the output's latency is taken off with it.
 */
const clockOf = async (page: Page, app: string, recording: Recording): Promise<number> => {
  const { audio, close } = await openPageSound(page, app, MEASURED);
  const play = (): Promise<number> =>
    audio.evaluate(async (sound) => {
      const tone = { ear: 'left', frequencyHz: 1000, levelDbHl: 40, silent: false } as const;
      const asked = performance.timeOrigin + performance.now();
      await sound.present({ ...tone, index: 0, gapMs: 0 });
      return asked;
    });
  await play();
  const clocks: number[] = [];
  for (let round = 0; round < CLOCK_ROUNDS; round += 1) {
    await recording.take(0);
    const asked = await play();
    const { from, left } = await recording.take(0.5);
    clocks.push(asked - inMs(from + onsetOf(left)));
  }
  await close();
  return clocks.reduce((sum, one) => sum + one, 0) / CLOCK_ROUNDS;
};

/** Waits for a tone of the running test. */
const hearTone = (recording: Recording): Promise<void> =>
  until('a tone of the test', async () => {
    const { left, right } = await recording.take(0);
    return onsetOf(left) !== -1 || onsetOf(right) !== -1;
  });

/**
 * Esc in the running test, through its screens: how long after the key the last sample that is not silence left the
 * page. The app has to be where a test can be chosen.
 */
export const checkEscape = async (
  { check }: Checks,
  page: Page,
  app: string,
  recording: Recording,
): Promise<void> => {
  const clock = await clockOf(page, app, recording);
  await page.evaluate(() => {
    document.addEventListener(
      'keydown',
      ({ timeStamp }) => {
        document.documentElement.dataset['pressed'] = String(performance.timeOrigin + timeStamp);
      },
      { capture: true },
    );
  });
  await press(page, word('choose.test'));
  await startTest(page);
  for (let round = 1; round <= ROUNDS; round += 1) {
    await hearTone(recording);
    await page.keyboard.press('Escape');
    const { from, left, right } = await recording.take(0.5);
    const pressed = Number(await page.locator('html').getAttribute('data-pressed'));
    const last = [left, right].map((samples) => samples.findLastIndex((one) => one !== 0));
    // Between two pulses it is silent already.
    const late = Math.max(...last) === -1 ? 0 : clock + inMs(from + Math.max(...last)) - pressed;
    say(`Esc, round ${round}: silent ${late.toFixed(1)} ms later`);
    check(`Esc, round ${round}: silent`, late <= MOST_MS, `${late.toFixed(1)} ms later`);
    if (round < ROUNDS) await press(page, word('test.goOn'));
  }
};
