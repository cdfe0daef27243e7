import { FULL_SCALE_DB_SPL, tierOf, type Calibration } from './calibration';
import { isPlausibleResponse, responseRange } from './frequency-response';
import { splAtFullScale } from './levels';
import { retsplAt } from './retspl';

/** No tone is louder than this, whatever it would be in dB SPL. */
const MOST_DB_HL = 80;
/** No tone is louder than this, whatever it would be in dB HL. */
const MOST_DB_SPL = 95;
/** A hard impossibility for any sample of any sound. */
const NEVER_DB_SPL = 105;
/** Of full scale: nothing is beyond it, and where levels are not known, nothing comes near. */
const MOST_DB_FS = { A: 0, B: 0, C: -12 } as const;

/** The first tone of a test is at most this loud. */
export const FIRST_TONE_DB_HL = 40;
/** No tone is more than this above the one before it. */
export const MOST_RAISE_DB = 10;
/** Above this level, sound is counted. */
const LOUD_DB_SPL = 85;
/** And it stops being that loud after this long in all. */
export const MOST_LOUD_SECONDS = 60;

/** No sample may pass this level, in dBFS: 105 dB SPL where the headphones are loudest, or what the tier allows. */
export const hardLimitDbFs = (calibration: Calibration): number => {
  const { type, splAtFullScaleDb } = calibration;
  const above = type === 'response-file' ? responseRange(calibration.points).most : 0;
  return Math.min(MOST_DB_FS[tierOf(calibration)], NEVER_DB_SPL - splAtFullScaleDb - above);
};

/** Highest hearing level that may be played at `frequencyHz`, in dB HL. */
export const ceilingDbHl = (calibration: Calibration, frequencyHz: number): number => {
  const retspl = retsplAt(calibration, frequencyHz);
  const unclipped = splAtFullScale(calibration, frequencyHz) + hardLimitDbFs(calibration);
  return Math.min(MOST_DB_HL, MOST_DB_SPL - retspl, unclipped - retspl);
};

/** The ceilings in dB HL by frequency in Hz, as plain data. */
export const ceilingsFor = (
  calibration: Calibration,
  frequenciesHz: readonly number[],
): Record<number, number> =>
  Object.fromEntries(frequenciesHz.map((hz) => [hz, ceilingDbHl(calibration, hz)]));

/** Highest hearing level that does not count as loud at `frequencyHz`, in dB HL. */
export const loudDbHl = (calibration: Calibration, frequencyHz: number): number =>
  LOUD_DB_SPL - retsplAt(calibration, frequencyHz);

/**
 * The calibration itself. Throws RangeError for one that no headphones can have: with it, a ceiling in dB SPL would
 * hold nothing back.
 */
export const checkedCalibration = (calibration: Calibration): Calibration => {
  const { splAtFullScaleDb: reference } = calibration;
  if (!(reference >= FULL_SCALE_DB_SPL.least && reference <= FULL_SCALE_DB_SPL.most)) {
    throw new RangeError('full scale outside 50..140 dB SPL');
  }
  if (calibration.type === 'response-file' && !isPlausibleResponse(calibration.points)) {
    throw new RangeError('a response too far from its own 1 kHz');
  }
  return calibration;
};
