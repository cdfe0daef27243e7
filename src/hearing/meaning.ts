import type { Audiogram } from './audiogram';
import type { HearingTest } from './hearing-test';
import { isNothingHeard, readingsOf } from './readings';
import { isAbsolute } from './summary';

/** Everyday sounds, from low to high pitch, each with the frequencies in Hz that carry it. */
const SOUNDS = {
  hum: [250, 500],
  voices: [500, 1000, 2000],
  consonants: [2000, 3000, 4000],
  birdsong: [4000, 6000, 8000],
} as const;

export type Sound = keyof typeof SOUNDS;

/** How loud a sound has to be: as soft as can be, a little more, clearly more, or loud. */
export type Loudness = 'soft' | 'raised' | 'firm' | 'loud';

/** How sensitivity runs from low to high pitch where only its shape is known; `unheard`: there is none. */
export type Shape = 'unheard' | 'even' | 'less-high' | 'less-low';

/** What a test means for listening, to be put into words. */
export type Meaning =
  | {
      readonly type: 'sounds';
      readonly sounds: readonly { readonly sound: Sound; readonly loudness: Loudness }[];
    }
  | { readonly type: 'shape'; readonly shape: Shape };

/** Upper ends in dB HL: soft speech holds its sounds at some 20 to 40 dB HL, ordinary speech at 40 to 65. */
const LOUDNESS = [
  ['soft', 20],
  ['raised', 35],
  ['firm', 60],
] as const satisfies readonly (readonly [Loudness, number])[];

const SHAPE_DB = 10;

const loudnessOf = (db: number): Loudness =>
  LOUDNESS.find(([, below]) => db < below)?.[0] ?? 'loud';

/** Mean reading of the better ear at those of the frequencies both ears have; null where they have none. */
const betterMean = ({ left, right }: Audiogram, frequencies: readonly number[]): number | null => {
  const levels = frequencies.flatMap((hz) => {
    const both = [left, right].flatMap((ear) =>
      ear.filter(({ frequencyHz }) => frequencyHz === hz).map((at) => at.thresholdDbHl),
    );
    return both.length === 0 ? [] : [Math.min(...both)];
  });
  return levels.length === 0 ? null : levels.reduce((sum, db) => sum + db, 0) / levels.length;
};

const shapeOf = (audiogram: Audiogram): Shape => {
  const low = betterMean(audiogram, SOUNDS.hum) ?? 0;
  const high = betterMean(audiogram, SOUNDS.birdsong) ?? low;
  if (high - low >= SHAPE_DB) return 'less-high';
  return low - high >= SHAPE_DB ? 'less-low' : 'even';
};

/**
 * What a test means for listening, heard with both ears: how loud everyday sounds have to be; where its levels are not
 * known (tier C, or brought along from such a test) only how low and high pitches compare.
 */
export const meaningOf = (test: HearingTest): Meaning => {
  const audiogram = readingsOf(test.ears);
  if (test.source !== 'age' && !isAbsolute(test)) {
    return { type: 'shape', shape: isNothingHeard(test.ears) ? 'unheard' : shapeOf(audiogram) };
  }
  const names = Object.keys(SOUNDS) as Sound[];
  return {
    type: 'sounds',
    sounds: names.flatMap((sound) => {
      const db = betterMean(audiogram, SOUNDS[sound]);
      return db === null ? [] : [{ sound, loudness: loudnessOf(db) }];
    }),
  };
};
