import type { Calibration } from '../../src/hearing/calibration';

/** Known levels, so that dB HL maps to dBFS exactly: what the measured app and the robot both go by. */
export const MEASURED = {
  type: 'measured',
  coupler: 'hda200-iec-60318-1',
  splAtFullScaleDb: 100,
} as const satisfies Calibration;
