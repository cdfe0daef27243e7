import type { Page } from '@playwright/test';
import { say } from '../report';
import type { Checks } from './checks';
import { MEASURED } from './known-levels';
import { onsetOf } from './measure-tone';
import { openPageSound, type PageSound } from './page-sound';
import { SAMPLE_RATE, type Recording } from './recording';
import { splatterDb } from './spectrum';

const FREQUENCY_HZ = 1000;
const TONE = { ear: 'left', frequencyHz: FREQUENCY_HZ, levelDbHl: 40 } as const;
/** How a tone is stopped, and when: in the middle of the second pulse or of the first, in milliseconds from the onset. */
type StopKind = readonly [how: 'silence' | 'press', afterMs: number];
/** A press within the first pulse is none of a listener's. */
const STOPS: readonly StopKind[] = [
  ['silence', 500],
  ['silence', 90],
  ['press', 500],
];
/** Silence has to come at once; after a press the tone may end in peace. */
const MOST_MS = { silence: 50, press: 100 } as const;
const MOST_SPLATTER_DB = -60;
const REST_SECONDS = 0.5;
/** Sound is made a block of some 20 ms at a time, so a single measurement is off by up to that. */
const ROUNDS = 3;

/** Between two moments in the page and at the sink, in milliseconds. */
interface Stop {
  readonly inPage: number;
  readonly atSink: number;
  readonly splatterDb: number;
}

/** The last of several sounds, from the silence before it on. */
const lastSound = (samples: Float32Array): Float32Array => {
  const end = samples.findLastIndex((one) => one !== 0) + 1;
  const gap = Math.round(0.05 * SAMPLE_RATE);
  let start = end;
  for (let zeros = 0; start > 0 && zeros < gap; start -= 1) {
    zeros = samples[start - 1] === 0 ? zeros + 1 : 0;
  }
  return samples.subarray(start, end);
};

/**
 * Plays a tone at once and stops it in the middle of a pulse. The page notes when it asked for either; what passes at
 * the sink between the first sound and the last, beyond that, is the time it takes to become silent: the output's own
 * latency delays both alike.
 */
const stopTone = async (
  { audio }: PageSound,
  recording: Recording,
  how: 'silence' | 'press',
  afterMs: number,
): Promise<Stop> => {
  await recording.take(0);
  const inPage = await audio.evaluate(
    async (sound, { tone, stop, ms }) => {
      const begun = performance.now();
      const trial = sound.present({ ...tone, index: 0, silent: false, gapMs: 0 });
      await new Promise((resolve) => setTimeout(resolve, ms));
      const stopped = performance.now();
      if (stop === 'press') sound.press(stopped);
      else sound.silence();
      await trial;
      return stopped - begun;
    },
    { tone: TONE, stop: how, ms: afterMs },
  );
  const { left } = await recording.take(REST_SECONDS);
  const last = left.findLastIndex((one) => one !== 0);
  return {
    inPage,
    atSink: ((last - onsetOf(left)) / SAMPLE_RATE) * 1000,
    splatterDb: splatterDb(lastSound(left), FREQUENCY_HZ, SAMPLE_RATE),
  };
};

/** Stopping a tone: soon silent, without a click. */
export const checkStops = async (
  { check }: Checks,
  page: Page,
  app: string,
  recording: Recording,
  kinds = STOPS,
): Promise<void> => {
  const sound = await openPageSound(page, app, MEASURED);
  // The first sound of a sink that was idle comes late.
  await sound.present(TONE, 500);
  await recording.take(REST_SECONDS);
  for (const [how, afterMs] of kinds) {
    const stops: Stop[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      stops.push(await stopTone(sound, recording, how, afterMs));
    }
    const what = `${how} after ${afterMs} ms`;
    const late = stops.reduce((sum, { inPage, atSink }) => sum + atSink - inPage, 0) / ROUNDS;
    const away = Math.max(...stops.map((stop) => stop.splatterDb));
    say(`${what}: silent ${late.toFixed(1)} ms later; an octave away ${away.toFixed(1)} dB`);
    check(`${what}: silent`, late <= MOST_MS[how], `${late.toFixed(1)} ms later`);
    check(`${what}: no click`, away <= MOST_SPLATTER_DB, `${away.toFixed(1)} dB an octave away`);
  }
  await sound.close();
};
