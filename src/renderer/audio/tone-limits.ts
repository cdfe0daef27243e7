import type { Calibration } from '../../hearing/calibration';
import {
  FIRST_TONE_DB_HL,
  MOST_LOUD_SECONDS,
  MOST_RAISE_DB,
  ceilingDbHl,
  hardLimitDbFs,
  loudDbHl,
} from '../../hearing/ceilings';
import { amplitudeOf, toDbFs } from '../../hearing/levels';
import type { ToneRequest } from './sound-messages';

/** What may be played instead of what was asked for. */
export interface AllowedTone {
  /** Peak, 0..1. */
  readonly amplitude: number;
  /** The level that comes to, in dB HL: at most what was asked for. */
  readonly levelDbHl: number;
  /** Whether its time counts as loud. */
  readonly loud: boolean;
  /** False where the level was held back so as not to rise too fast: asked for again, it may be had. */
  readonly asAsked: boolean;
}

/** The ceilings of one calibration, applied to tone after tone. */
export interface ToneLimits {
  /** Null for what is no tone of a test at all. */
  allow(tone: Omit<ToneRequest, 'at'>): AllowedTone | null;
  /** Notes that a loud tone sounded for so long. */
  countLoud(seconds: number): void;
  /** Loud time so far, in seconds. */
  loudSeconds(): number;
  /** A single sample, moved within the hard limit; 0 for what is no number. */
  limit(sample: number): number;
}

/** Nobody hears less: from there a tone may rise again. */
const LOWEST_DB_HL = -20;
const TONE_HZ = { lowest: 125, highest: 8000 } as const;

/**
 * Remembers the last tone and the loud time, for as long as the sound is open; `loudBefore` seconds were loud already.
 * Times and levels: see ceilings.ts.
 */
export const createToneLimits = (calibration: Calibration, loudBefore: number): ToneLimits => {
  const hardLimit = amplitudeOf(hardLimitDbFs(calibration));
  let highestNext = FIRST_TONE_DB_HL;
  let loudSeconds = Math.max(0, loudBefore);
  return {
    allow({ frequencyHz, levelDbHl }) {
      const isTone = frequencyHz >= TONE_HZ.lowest && frequencyHz <= TONE_HZ.highest;
      if (!isTone || !Number.isFinite(levelDbHl)) return null;
      const loudFrom = loudDbHl(calibration, frequencyHz);
      const ceiling = ceilingDbHl(calibration, frequencyHz);
      const most = loudSeconds < MOST_LOUD_SECONDS ? ceiling : Math.min(ceiling, loudFrom);
      const level = Math.min(levelDbHl, most, highestNext);
      const asAsked = Math.min(levelDbHl, most) <= highestNext;
      highestNext = Math.max(level, LOWEST_DB_HL) + MOST_RAISE_DB;
      const amplitude = amplitudeOf(toDbFs(calibration, frequencyHz, level));
      return { amplitude, levelDbHl: level, loud: level > loudFrom, asAsked };
    },
    countLoud(seconds) {
      loudSeconds += seconds;
    },
    loudSeconds: () => loudSeconds,
    limit(sample) {
      if (sample > hardLimit) return hardLimit;
      if (sample < -hardLimit) return -hardLimit;
      return Number.isNaN(sample) ? 0 : sample;
    },
  };
};
