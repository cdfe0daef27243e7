import type { Ear } from './hearing-test';
import { interpolateOnLog } from './log-interpolation';

/** Hearing threshold at one frequency, in dB HL (0 = median of otologically normal 18-year-olds). */
export interface Threshold {
  readonly frequencyHz: number;
  readonly thresholdDbHl: number;
}

/** Thresholds of both ears, ascending in frequency. */
export type Audiogram = Readonly<Record<Ear, readonly Threshold[]>>;

/**
 * Threshold in dB HL between the measured points of an ear: linear over log frequency, held at both ends. 0, the
 * median at 18, where nothing was measured.
 */
export const thresholdAt = (ear: readonly Threshold[], frequencyHz: number): number => {
  const points = ear.map((one) => [one.frequencyHz, one.thresholdDbHl] as const);
  return points.length === 0 ? 0 : interpolateOnLog(points, frequencyHz);
};
