import type { Ear } from '../../src/hearing/hearing-test';
import type { Stereo } from './recording';

/** A tone as it was heard. */
export interface HeardTone {
  readonly ear: Ear;
  readonly frequencyHz: number;
  readonly dbFs: number;
}

/** What decides, in seconds from the onset: after the ramp, within the first pulse. */
const LISTENED = { from: 0.04, to: 0.12 } as const;
/** Pulses of one tone are closer together than this, tones of a test are not; in seconds. */
const NEW_TONE_AFTER = 0.5;

/** Amplitude of one frequency in a sound, 1 for a full-scale sine (Goertzel's sum under a Hann window). */
const amplitudeAt = (samples: readonly number[], frequencyHz: number, rate: number): number => {
  let [re, im] = [0, 0];
  samples.forEach((sample, n) => {
    const weight = 1 - Math.cos((2 * Math.PI * (n + 0.5)) / samples.length);
    const angle = (2 * Math.PI * frequencyHz * n) / rate;
    re += weight * sample * Math.cos(angle);
    im += weight * sample * Math.sin(angle);
  });
  return (2 * Math.hypot(re, im)) / samples.length;
};

/** The ear, the frequency and the level that are strongest. */
const identify = (
  sound: Readonly<Record<Ear, readonly number[]>>,
  frequenciesHz: readonly number[],
  rate: number,
): HeardTone =>
  (['left', 'right'] as const)
    .flatMap((ear) =>
      frequenciesHz.map((frequencyHz) => ({
        ear,
        frequencyHz,
        dbFs: 20 * Math.log10(amplitudeAt(sound[ear], frequencyHz, rate)),
      })),
    )
    .reduce((best, one) => (one.dbFs > best.dbFs ? one : best));

/**
 * An ear for pulsed tones among silence: takes sound piece by piece as it comes and calls back once a tone, as soon as
 * it is sure which one it is.
 */
export const createToneEar = (
  frequenciesHz: readonly number[],
  rate: number,
  onTone: (tone: HeardTone) => void,
): ((sound: Stereo) => void) => {
  let silentFor = Number.POSITIVE_INFINITY;
  let tone: { frames: number; readonly left: number[]; readonly right: number[] } | null = null;

  const hear = (left: number, right: number): void => {
    const isSilent = left === 0 && right === 0;
    if (!isSilent && silentFor > NEW_TONE_AFTER * rate) tone = { frames: 0, left: [], right: [] };
    silentFor = isSilent ? silentFor + 1 : 0;
    if (!tone) return;
    tone.frames += 1;
    if (tone.frames > LISTENED.from * rate) {
      tone.left.push(left);
      tone.right.push(right);
    }
    if (tone.frames < LISTENED.to * rate) return;
    onTone(identify(tone, frequenciesHz, rate));
    tone = null;
  };

  return ({ left, right }) => left.forEach((sample, index) => hear(sample, right[index] ?? 0));
};
