import type { Readable } from 'node:stream';
import { fromDbFs } from '../../src/hearing/levels';
import { TESTABLE_FREQUENCIES_HZ } from '../../src/hearing/threshold-test/config';
import { exitOf, spawnTied } from '../processes';
import { runMain } from '../report';
import { createToneEar, type HeardTone } from './hear-tones';
import { MEASURED } from './known-levels';
import { createReactions, type TrueThresholds } from './listener';
import { FRAME_BYTES, listenToSink, SAMPLE_RATE, splitEars, type Place } from './recording';

/** What a robot is told when it is started: who it is, and where the app's sink and window are. */
export interface RobotTask {
  readonly thresholds: TrueThresholds;
  readonly seed: number;
  readonly place: Place;
}

/** What lies between a tone's onset at the sink and the robot's knowing it, in milliseconds: it presses that much sooner. */
const KNOWN_AFTER_MS = 190;

/** Presses the space bar as a keyboard does. */
const pressSpace = async ({ user, env }: Place): Promise<void> => {
  const child = spawnTied(user, 'xdotool', ['key', '--delay', '30', 'space'], {
    env: { PATH: process.env['PATH'], ...env },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  if ((await exitOf(child)) !== 0) throw new Error('xdotool could not press the space bar');
};

/**
 * A listener in a process of its own: it hears what the sink plays and has a space bar, nothing else. It ends with the
 * process that started it.
 */
const listen = async ({ thresholds, seed, place }: RobotTask): Promise<number> => {
  const react = createReactions(thresholds, seed);
  const take = ({ ear, frequencyHz, dbFs }: HeardTone): void => {
    const dbHl = fromDbFs(MEASURED, frequencyHz, dbFs);
    const reaction = react(ear, frequencyHz, dbHl);
    const told = `${ear} ${frequencyHz} Hz ${dbHl.toFixed(1)} dB HL: ${reaction === null ? '-' : 'heard'}`;
    process.stdout.write(`${told}\n`);
    if (reaction === null) return;
    setTimeout(() => void pressSpace(place), Math.max(0, reaction - KNOWN_AFTER_MS));
  };
  const ear = createToneEar(TESTABLE_FREQUENCIES_HZ, SAMPLE_RATE, take);
  const recorder = listenToSink(place, 'pipe');
  let rest = Buffer.alloc(0);
  (recorder.stdout as Readable).on('data', (chunk: Buffer) => {
    const all = Buffer.concat([rest, chunk]);
    const whole = all.length - (all.length % FRAME_BYTES);
    rest = all.subarray(whole);
    ear(splitEars(all.subarray(0, whole)));
  });
  return exitOf(recorder);
};

const [task] = process.argv.slice(2);
await runMain(() => listen(JSON.parse(task ?? '') as RobotTask));
