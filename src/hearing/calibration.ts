import type { CalibrationTier } from './hearing-test';

/** dB SPL that a full-scale sine can make: beyond are no headphones at a usable volume. */
export const FULL_SCALE_DB_SPL = { least: 50, most: 140 } as const;

/**
 * What is known about the headphones in use. `splAtFullScaleDb`: dB SPL that a full-scale sine (0 dBFS) at 1 kHz makes
 * at the locked volume, as measured (tier A) or set by ear against running speech (tiers B and C).
 */
export type Calibration =
  /** Measured on a coupler: tier A. */
  | {
      readonly type: 'measured';
      readonly coupler: CouplerId;
      readonly splAtFullScaleDb: number;
    }
  /** A model with published reference thresholds: tier B. */
  | {
      readonly type: 'model';
      readonly headphones: HeadphonesId;
      readonly splAtFullScaleDb: number;
    }
  /** A frequency response the person chose, as measured on an ear simulator: tier B. */
  | {
      readonly type: 'response-file';
      /** Name of the headphones, as the person gave it. */
      readonly name: string;
      readonly fit: 'in-ear' | 'over-ear';
      /** Response in dB, any reference, ascending in frequency. */
      readonly points: readonly { readonly frequencyHz: number; readonly responseDb: number }[];
      readonly splAtFullScaleDb: number;
    }
  /** Nothing is known: only the shape of the audiogram counts. Tier C. */
  | { readonly type: 'unknown'; readonly splAtFullScaleDb: number };

/** Couplers and ear simulators whose reference thresholds are published. */
export const COUPLER_IDS = [
  'tdh39-iec-60318-3',
  'supra-aural-iec-60318-1',
  'hda200-iec-60318-1',
  'hda280-iec-60318-3',
  'insert-iec-711',
  'insert-ha2',
  'insert-ha1',
] as const;
export type CouplerId = (typeof COUPLER_IDS)[number];

/** Headphones with published reference thresholds. */
export const HEADPHONES_IDS = [
  'sennheiser-hda-200',
  'sennheiser-hda-280',
  'sennheiser-hd-300',
  'sennheiser-hd-400s',
  'radioear-dd450',
  'radioear-dd65-v2',
  'etymotic-er-3a',
  'telephonics-tdh-39',
] as const;
export type HeadphonesId = (typeof HEADPHONES_IDS)[number];

const TIERS: Readonly<Record<Calibration['type'], CalibrationTier>> = {
  measured: 'A',
  model: 'B',
  'response-file': 'B',
  unknown: 'C',
};

/** How well the levels of a calibration are known. */
export const tierOf = ({ type }: Calibration): CalibrationTier => TIERS[type];
