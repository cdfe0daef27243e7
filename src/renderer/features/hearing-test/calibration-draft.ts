import type { TestSetup } from '../../../contract/ipc/tests';
import type { CouplerId, HeadphonesId } from '../../../hearing/calibration';
import type { ResponsePoint } from '../../../hearing/frequency-response';
import { splAtFullScaleFromSpeech } from '../../../hearing/levels';

/** The headphones as far as a person knows them; the level is found by ear unless it was measured. */
export type HeadphonesDraft =
  | { readonly type: 'unknown' }
  | { readonly type: 'model'; readonly headphones: HeadphonesId }
  | {
      readonly type: 'response-file';
      readonly name: string;
      readonly fit: 'in-ear' | 'over-ear';
      readonly points: readonly ResponsePoint[];
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
): TestSetup['calibration'] =>
  draft.type === 'measured'
    ? draft
    : { ...draft, splAtFullScaleDb: splAtFullScaleFromSpeech(speechDbFs) };
