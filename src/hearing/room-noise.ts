/** Noise this far above the baseline hides tones, in dB. */
const TOO_LOUD_ABOVE_DB = 8;
/** A microphone that is off hears nothing at all; its baseline counts as this, in dBFS. */
const LEAST_DB_FS = -90;
/** Overall levels in dBFS up to which a room counts as quiet, and as middling: usual microphones at usual gains. */
const QUIET_DB_FS = -60;
const MIDDLING_DB_FS = -45;

/** How loud a room is, told without a unit: a laptop's microphone is not calibrated. */
export type RoomLoudness = 'low' | 'medium' | 'high';

/**
 * Level of the third of an octave around `frequencyHz` in a power spectrum in dB, whose bins lie `binHz` apart from 0 Hz.
 * Empty bins may be -Infinity.
 */
export const thirdOctaveLevel = (
  spectrumDb: ArrayLike<number>,
  binHz: number,
  frequencyHz: number,
): number => {
  const lowest = Math.max(1, Math.ceil((frequencyHz * 2 ** (-1 / 6)) / binHz));
  const highest = Math.min(spectrumDb.length - 1, Math.floor((frequencyHz * 2 ** (1 / 6)) / binHz));
  let power = 0;
  for (let bin = lowest; bin <= highest; bin += 1) power += 10 ** ((spectrumDb[bin] ?? 0) / 10);
  return 10 * Math.log10(power);
};

/** The value that `share` (0..1) of all values lie below. Throws RangeError without a value. */
export const percentile = (values: readonly number[], share: number): number => {
  const sorted = [...values].sort((a, b) => a - b);
  const value = sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
  if (value === undefined) throw new RangeError('a percentile of nothing');
  return value;
};

/** The level a band has when nothing happens: the tenth percentile, in dBFS. */
export const baselineOf = (levelsDbFs: readonly number[]): number =>
  Math.max(LEAST_DB_FS, percentile(levelsDbFs, 0.1));

const hides = (second: readonly number[], baselineDbFs: number): boolean =>
  second.length > 0 && percentile(second, 0.25) > baselineDbFs + TOO_LOUD_ABOVE_DB;

/**
 * Whether any second of these levels, `perSecond` of them each, hides tones: noise over the tone counts, also where it
 * is over when the trial is. The lower quartile decides: what hides a pulsed tone lasts; and the tone itself, which an
 * open headphone lets a microphone hear, is on for half of the time at most.
 */
export const hidesTones = (
  levelsDbFs: readonly number[],
  baselineDbFs: number,
  perSecond: number,
): boolean => {
  const starts = Math.max(1, levelsDbFs.length - perSecond + 1);
  return Array.from({ length: starts }, (_, from) => from).some((from) =>
    hides(levelsDbFs.slice(from, from + perSecond), baselineDbFs),
  );
};

/** In words, from the overall level in dBFS. */
export const loudnessOf = (levelDbFs: number): RoomLoudness => {
  if (levelDbFs <= QUIET_DB_FS) return 'low';
  return levelDbFs <= MIDDLING_DB_FS ? 'medium' : 'high';
};
