import type { TestSetup } from '../../../contract/ipc/tests';
import type { CouplerId, HeadphonesId } from '../../../hearing/calibration';
import type { ResponsePoint } from './response-file';

/** dB SPL RMS of someone talking at 1 m: what the speech-like noise is set to sound like. */
const SPEECH_DB_SPL = 65;
/** dB SPL that a full-scale sine may be said to make; the same range as calls allow. */
export const FULL_SCALE_DB_SPL = { min: 50, max: 140 } as const;

/** The headphones as far as a person knows them; the level is found by ear unless it was measured. */
export type HeadphonesDraft =
  | { readonly type: 'unknown' }
  | { readonly type: 'model'; readonly headphones: HeadphonesId }
  | {
      readonly type: 'response-file';
      readonly name: string;
      readonly fit: 'in-ear' | 'over-ear';
      readonly points: ResponsePoint[];
    }
  | {
      readonly type: 'measured';
      readonly coupler: CouplerId;
      readonly splAtFullScaleDb: number;
    };

/** The calibration when the noise sounds like speech at `speechDbFs` (RMS, against a full-scale sine). */
export const calibrationOf = (
  draft: HeadphonesDraft,
  speechDbFs: number,
): TestSetup['calibration'] => {
  if (draft.type === 'measured') return draft;
  const { min, max } = FULL_SCALE_DB_SPL;
  const splAtFullScaleDb = Math.min(max, Math.max(min, SPEECH_DB_SPL - speechDbFs));
  return { ...draft, splAtFullScaleDb };
};
