import type { Ear } from '../../hearing/hearing-test';
import { raisedCosine } from './pulses';

/** One sound: what it is, and where and when it is heard. */
export interface Sound {
  /** One ear, or both. */
  readonly ear: Ear | 'both';
  /** Begins this many frames after the audio clock's zero. */
  readonly startFrame: number;
  /** Infinity for one that lasts until it is faded. */
  readonly frames: number;
  /** The sample `frame` frames after its beginning, -1..1. */
  sampleAt(frame: number): number;
}

/** A sound that can be faded. */
export interface Voice extends Sound {
  /** Brings it to silence within `frames` from frame `now` on; a fade under way is only made quicker. */
  fade(now: number, frames: number): void;
  /** First frame after its last. */
  endFrame(): number;
}

/** Begins a sound; it can be faded even before its first frame, and is then never heard. */
export const createVoice = (sound: Sound): Voice => {
  const end = sound.startFrame + sound.frames;
  let fading: { readonly from: number; readonly frames: number; readonly gain: number } | null =
    null;
  const gainAt = (frame: number): number =>
    fading ? fading.gain * (1 - raisedCosine((frame - fading.from) / fading.frames)) : 1;
  const endFrame = (): number => (fading ? Math.min(end, fading.from + fading.frames) : end);
  return {
    ...sound,
    sampleAt(frame) {
      return sound.sampleAt(frame) * gainAt(sound.startFrame + frame);
    },
    fade(now, frames) {
      if (now < sound.startFrame) fading = { from: now, frames: 0, gain: 0 };
      else if (now + frames < endFrame()) fading = { from: now, frames, gain: gainAt(now) };
    },
    endFrame,
  };
};
