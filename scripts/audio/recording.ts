import type { ChildProcess } from 'node:child_process';
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { join } from 'node:path';
import type { Desktop } from '../desktop/desktop';
import { spawnTied, stopChild, until } from '../processes';

/** Of the sink, so that nothing is resampled. */
export const SAMPLE_RATE = 48_000;
/** Two ears, 32-bit floating point. */
export const FRAME_BYTES = 8;

/** Both ears' samples, -1..1. */
export interface Stereo {
  readonly left: Float32Array;
  readonly right: Float32Array;
}

/** Part of a recording. */
export interface Heard extends Stereo {
  /** Number of its first frame, counted from the beginning of the recording. */
  readonly from: number;
}

/** What the sink `hp` plays, kept as it is played. */
export interface Recording {
  /** What was heard since the last call, once `seconds` more of it are there. */
  take(seconds: number): Promise<Heard>;
  stop(): Promise<void>;
}

/** Where a program is started. */
export type Place = Pick<Desktop, 'user' | 'env' | 'folder'>;

/** Starts to listen to the sink's monitor with little delay; raw frames go where `output` says. */
export const listenToSink = (place: Place, output: number | 'pipe'): ChildProcess =>
  spawnTied(
    place.user,
    'parec',
    [
      ...['--device=hp.monitor', '--raw', '--latency-msec=20', '--format=float32le'],
      ...[`--rate=${SAMPLE_RATE}`, '--channels=2'],
    ],
    {
      env: { PATH: process.env['PATH'], HOME: place.folder, ...place.env },
      stdio: ['ignore', output, 'ignore'],
    },
  );

/** Splits whole frames into ears. */
export const splitEars = (bytes: Buffer): Stereo => {
  const frames = Math.floor(bytes.length / FRAME_BYTES);
  const left = new Float32Array(frames);
  const right = new Float32Array(frames);
  for (let frame = 0; frame < frames; frame += 1) {
    left[frame] = bytes.readFloatLE(frame * FRAME_BYTES);
    right[frame] = bytes.readFloatLE(frame * FRAME_BYTES + FRAME_BYTES / 2);
  }
  return { left, right };
};

/**
 * Starts to record; resolves once something, if only silence, is heard. It goes to a file: a pipe would fill up while
 * this process is busy, and the recorder would then leave something out.
 */
export const startRecording = async (place: Place): Promise<Recording> => {
  const path = join(place.folder, 'recording.raw');
  const file = openSync(path, 'w+');
  const child = listenToSink(place, file);
  const size = (): number => fstatSync(file).size - (fstatSync(file).size % FRAME_BYTES);
  let taken = 0;
  await until('parec', () => size() > 0);
  return {
    async take(seconds) {
      const enough = size() + seconds * SAMPLE_RATE * FRAME_BYTES;
      await until('the recording', () => size() >= enough, 10_000 + seconds * 2000);
      const bytes = Buffer.alloc(size() - taken);
      readSync(file, bytes, 0, bytes.length, taken);
      const from = taken / FRAME_BYTES;
      taken += bytes.length;
      return { from, ...splitEars(bytes) };
    },
    async stop() {
      await stopChild(child);
      closeSync(file);
    },
  };
};
