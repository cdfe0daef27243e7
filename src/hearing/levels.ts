import type { Calibration } from './calibration';
import { relativeResponse } from './frequency-response';
import { retsplAt } from './retspl';

/** What somebody talking at 1 m makes, in dB SPL (RMS). */
const TALKING_DB_SPL = 65;

/** Peak amplitude of a sine, 1 at 0 dBFS. */
export const amplitudeOf = (dbFs: number): number => 10 ** (dbFs / 20);

/** dB SPL that a full-scale sine makes at `frequencyHz`: flat, but for headphones with a known response. */
export const splAtFullScale = (calibration: Calibration, frequencyHz: number): number => {
  if (calibration.type !== 'response-file') return calibration.splAtFullScaleDb;
  return calibration.splAtFullScaleDb + relativeResponse(calibration.points, frequencyHz);
};

/** Sound pressure level of a hearing level, in dB SPL. */
export const toDbSpl = (calibration: Calibration, frequencyHz: number, dbHl: number): number =>
  dbHl + retsplAt(calibration, frequencyHz);

/** Level in the signal of a hearing level; 0 dBFS is a full-scale sine. May be above 0: ceilings are another matter. */
export const toDbFs = (calibration: Calibration, frequencyHz: number, dbHl: number): number =>
  toDbSpl(calibration, frequencyHz, dbHl) - splAtFullScale(calibration, frequencyHz);

/** Hearing level of a level in the signal, in dB HL. */
export const fromDbFs = (calibration: Calibration, frequencyHz: number, dbFs: number): number =>
  dbFs + splAtFullScale(calibration, frequencyHz) - retsplAt(calibration, frequencyHz);

/**
 * dB SPL at full scale that follows when running speech of `rmsDbFs` (RMS relative to a full-scale sine's) was set to
 * sound like somebody talking at 1 m. Good to about 10 dB.
 */
export const splAtFullScaleFromSpeech = (rmsDbFs: number): number => TALKING_DB_SPL - rmsDbFs;
