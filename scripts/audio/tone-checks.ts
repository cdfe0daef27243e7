import { ceilingDbHl } from '../../src/hearing/ceilings';
import type { Ear } from '../../src/hearing/hearing-test';
import { toDbFs } from '../../src/hearing/levels';
import type { Page } from '@playwright/test';
import { say } from '../report';
import type { Checks } from './checks';
import { measureTone, peakDbFs, type MeasuredTone } from './measure-tone';
import { MEASURED } from './known-levels';
import { openPageSound, type PageSound } from './page-sound';
import { SAMPLE_RATE, type Recording } from './recording';

export const TEST_FREQUENCIES_HZ = [250, 500, 1000, 2000, 3000, 4000, 6000, 8000] as const;
const EARS = ['left', 'right'] as const satisfies readonly Ear[];
const LEVELS_DB_HL = [-10, 0, 10, 20, 30, 40, 50, 60, 70, 80] as const;

/** All three pulses are over after a second; the press that ends the trial comes after them. */
const AFTER_PULSES_MS = 1100;
/** What is on its way to the recording when the page says that a trial is over, in seconds. */
const REST_SECONDS = 0.5;

const MOST = {
  levelErrorDb: 0.1,
  frequencyError: 0.001,
  otherEarDbFs: -100,
  rampErrorMs: 1,
  splatterDb: -60,
  residualDb: -50,
} as const;

interface Row {
  readonly levelErrorDb: number;
  readonly frequencyError: number;
  readonly otherEarDbFs: number;
  readonly tone: MeasuredTone;
}

/** A tone that broke off on its way is played again so often; on a machine with time to spare, none is. */
const MOST_REPEATS = 3;

/** Plays one tone whole and measures it. */
const playOnce = async (
  sound: PageSound,
  recording: Recording,
  asked: { readonly ear: Ear; readonly frequencyHz: number; readonly levelDbHl: number },
): Promise<Row | undefined> => {
  await recording.take(0);
  await sound.present(asked, AFTER_PULSES_MS);
  const heard = await recording.take(REST_SECONDS);
  const tone = measureTone(heard[asked.ear], asked.frequencyHz, SAMPLE_RATE);
  if (!tone) return undefined;
  const level = Math.min(asked.levelDbHl, ceilingDbHl(MEASURED, asked.frequencyHz));
  return {
    levelErrorDb: Math.abs(tone.dbFs - toDbFs(MEASURED, asked.frequencyHz, level)),
    frequencyError: Math.abs(tone.frequencyHz / asked.frequencyHz - 1),
    otherEarDbFs: peakDbFs(heard[asked.ear === 'left' ? 'right' : 'left']),
    tone,
  };
};

/** Whatever keeps breaking off is a fault of the app and stays one. */
const playAndMeasure = async (...tone: Parameters<typeof playOnce>): Promise<Row | undefined> => {
  let row = await playOnce(...tone);
  for (let repeats = 0; repeats < MOST_REPEATS; repeats += 1) {
    if (row && row.tone.residualDb <= MOST.residualDb) return row;
    say(`played again: ${JSON.stringify(tone[2])}`);
    row = await playOnce(...tone);
  }
  return row;
};

const checkRow = ({ check }: Checks, what: string, row: Row | undefined): void => {
  if (!row) {
    check(what, false, 'nothing was heard');
    return;
  }
  const { levelErrorDb, frequencyError, otherEarDbFs, tone } = row;
  const tell = (name: string, value: number, most: number): void =>
    check(`${what}: ${name}`, value <= most, `${value.toPrecision(4)}, at most ${most}`);
  tell('level error in dB', levelErrorDb, MOST.levelErrorDb);
  tell('frequency error', frequencyError, MOST.frequencyError);
  tell('other ear in dBFS', otherEarDbFs, MOST.otherEarDbFs);
  tell('ramp less 35 ms', Math.abs(tone.rampMs - 35), MOST.rampErrorMs);
  tell('all that is not the tone, in dB', tone.residualDb, MOST.residualDb);
  tell('an octave away, in dB', tone.splatterDb, MOST.splatterDb);
};

const worst = (rows: readonly Row[], of: (row: Row) => number, digits: number): string =>
  Math.max(...rows.map(of))
    .toFixed(digits)
    .padStart(10);

/**
 * Plays every frequency at every level to every ear and measures each tone. Levels near the floor are measured as well
 * as high ones: the sink and its recording are 32-bit floating point, so silence is exactly 0 and a tone keeps
 * its 24 bits however soft it is.
 */
export const checkTones = async (
  checks: Checks,
  page: Page,
  app: string,
  recording: Recording,
  frequenciesHz: readonly number[] = TEST_FREQUENCIES_HZ,
  levelsDbHl: readonly number[] = LEVELS_DB_HL,
): Promise<void> => {
  const sound = await openPageSound(page, app, MEASURED);
  // The first sound of a sink that was idle comes late.
  await sound.present({ ear: 'left', frequencyHz: 1000, levelDbHl: 0 }, AFTER_PULSES_MS);
  say('    Hz ear   tones  level/dB   freq/%  other/dBFS  ramp/ms   rest/dB  octave/dB');
  for (const frequencyHz of frequenciesHz) {
    for (const ear of EARS) {
      const rows: Row[] = [];
      for (const levelDbHl of levelsDbHl) {
        const row = await playAndMeasure(sound, recording, { ear, frequencyHz, levelDbHl });
        checkRow(checks, `${frequencyHz} Hz, ${ear}, ${levelDbHl} dB HL`, row);
        if (row) rows.push(row);
      }
      const cells = [
        worst(rows, (row) => row.levelErrorDb, 4),
        worst(rows, (row) => row.frequencyError * 100, 5),
        worst(rows, (row) => row.otherEarDbFs, 0),
        worst(rows, (row) => row.tone.rampMs, 1),
        worst(rows, (row) => row.tone.residualDb, 1),
        worst(rows, (row) => row.tone.splatterDb, 1),
      ];
      const head = `${String(frequencyHz).padStart(6)} ${ear.padEnd(5)} ${rows.length}`;
      say(`${head.padEnd(17)}${cells.join('')}`);
    }
  }
  await sound.close();
};
