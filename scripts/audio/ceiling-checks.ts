import type { Page } from '@playwright/test';
import type { Calibration } from '../../src/hearing/calibration';
import { ceilingDbHl, hardLimitDbFs } from '../../src/hearing/ceilings';
import { fromDbFs, toDbFs } from '../../src/hearing/levels';
import { say } from '../report';
import type { Checks } from './checks';
import { MEASURED } from './known-levels';
import { peakDbFs } from './measure-tone';
import { openPageSound } from './page-sound';
import type { Recording } from './recording';

/** Headphones of every tier, from soft to loud ones. */
const HEADPHONES: readonly Calibration[] = [
  MEASURED,
  { ...MEASURED, splAtFullScaleDb: 130 },
  { type: 'model', headphones: 'sennheiser-hd-400s', splAtFullScaleDb: 110 },
  { type: 'unknown', splAtFullScaleDb: 90 },
  { type: 'unknown', splAtFullScaleDb: 120 },
];
/** What no trial is, but a mistaken page could ask for. */
const ABSURD_DB_HL = [1e9, 95, 500, Number.MAX_VALUE] as const;
const NOT_TONES = [
  { frequencyHz: 1000, levelDbHl: Number.NaN },
  { frequencyHz: 1000, levelDbHl: Number.POSITIVE_INFINITY },
  { frequencyHz: 0, levelDbHl: 40 },
  { frequencyHz: 1e6, levelDbHl: 40 },
] as const;
const TOLERANCE_DB = 0.1;
/** After the first pulse, which is as loud as it gets; much sooner it would be a press in silence, and the tone come again. */
const PRESS_MS = 320;
const STARTS_DB_HL = [40, 50, 60, 70, 80] as const;

/** Asks for more than may be: the first tone, the rise of the next ones, and every frequency's ceiling. */
export const checkCeilings = async (
  { check }: Checks,
  page: Page,
  app: string,
  recording: Recording,
  headphones: readonly Calibration[] = HEADPHONES,
): Promise<void> => {
  for (const calibration of headphones) {
    const name = `${calibration.type} ${calibration.splAtFullScaleDb} dB SPL`;
    const sound = await openPageSound(page, app, calibration);
    const loudest = async (frequencyHz: number, levelDbHl: number): Promise<number> => {
      await recording.take(0);
      await sound.present({ ear: 'left', frequencyHz, levelDbHl }, PRESS_MS);
      const { left, right } = await recording.take(0.4);
      return Math.max(peakDbFs(left), peakDbFs(right));
    };
    const fits = (what: string, found: number, most: number): void => {
      say(`${name}, ${what}: ${found.toFixed(2)} dBFS, at most ${most.toFixed(2)}`);
      check(`${name}, ${what}`, found <= most + TOLERANCE_DB, `${found.toFixed(2)} dBFS`);
    };
    await checkRise(sound.audio, recording, calibration, fits);
    for (const [index, frequencyHz] of [250, 1000, 4000, 8000].entries()) {
      const most = toDbFs(calibration, frequencyHz, ceilingDbHl(calibration, frequencyHz));
      const asked = ABSURD_DB_HL[index] ?? 0;
      fits(`${asked} dB HL at ${frequencyHz} Hz`, await loudest(frequencyHz, asked), most);
    }
    await sound.audio.evaluate((audio) => void audio.checks.speech(0));
    await recording.take(0);
    const { left } = await recording.take(1.5);
    await sound.audio.evaluate((audio) => audio.silence());
    fits('speech at 0 dBFS', peakDbFs(left), Math.min(hardLimitDbFs(calibration), -10));
    await sound.close();
  }
};

/** A trial that asks for too much is led up to it, 10 dB at a time, from 40 dB HL: the steps can be heard. */
const checkRise = async (
  audio: Awaited<ReturnType<typeof openPageSound>>['audio'],
  recording: Recording,
  calibration: Calibration,
  fits: (what: string, found: number, most: number) => void,
): Promise<void> => {
  const ceiling = ceilingDbHl(calibration, 1000);
  for (const dbHl of STARTS_DB_HL) {
    await recording.take(0);
    // Given up before it is led any further.
    await audio.evaluate(async (sound) => {
      const trial = { ear: 'left', frequencyHz: 1000, levelDbHl: 200, silent: false } as const;
      const presented = sound.present({ ...trial, index: 0, gapMs: 0 });
      setTimeout(() => sound.silence(), 300);
      return presented;
    });
    const { left } = await recording.take(0.4);
    const most = toDbFs(calibration, 1000, Math.min(dbHl, ceiling));
    const found = peakDbFs(left);
    const heard = fromDbFs(calibration, 1000, found).toFixed(1);
    fits(`a tone too loud, at most ${dbHl} dB HL, was ${heard}`, found, most);
  }
};

/** Asks for what is no tone and no headphone. */
export const checkNonsense = async (
  { check }: Checks,
  page: Page,
  app: string,
  recording: Recording,
): Promise<void> => {
  const sound = await openPageSound(page, app, MEASURED);
  for (const nonsense of NOT_TONES) {
    await recording.take(0);
    await sound.audio.evaluate(async (audio, tone) => {
      const trial = audio.present({ ...tone, ear: 'left', index: 0, silent: false, gapMs: 0 });
      setTimeout(() => audio.silence(), 300);
      return trial;
    }, nonsense);
    const { left, right } = await recording.take(0.4);
    const found = Math.max(peakDbFs(left), peakDbFs(right));
    const what = `${nonsense.levelDbHl} dB HL at ${nonsense.frequencyHz} Hz is not played`;
    check(what, found === Number.NEGATIVE_INFINITY, `${found} dBFS`);
  }
  await sound.close();
  const refused = await openPageSound(page, app, { ...MEASURED, splAtFullScaleDb: -1e9 }).then(
    () => 'opened',
    (error: unknown) => String(error),
  );
  check('no headphones make -1e9 dB SPL', refused.includes('RangeError'), refused);
};
