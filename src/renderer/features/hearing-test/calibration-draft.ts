import type { Calibration } from '../../../hearing/calibration';
import { splAtFullScaleFromSpeech } from '../../../hearing/levels';

type LevelByEar<C> = C extends { readonly type: 'measured' } ? C : Omit<C, 'splAtFullScaleDb'>;

/** The headphones as far as a person knows them; the level is found by ear unless it was measured. */
export type HeadphonesDraft = LevelByEar<Calibration>;

/** The calibration when the noise sounds like speech at `speechDbFs` (RMS, against a full-scale sine). */
export const calibrationOf = (draft: HeadphonesDraft, speechDbFs: number): Calibration =>
  draft.type === 'measured'
    ? draft
    : { ...draft, splAtFullScaleDb: splAtFullScaleFromSpeech(speechDbFs) };
