import type { Audiogram } from '../../../hearing/audiogram';

const FREQUENCIES_HZ = [250, 500, 1000, 2000, 3000, 4000, 6000, 8000];

const ear = (thresholds: readonly number[]) =>
  FREQUENCIES_HZ.map((frequencyHz, index) => ({
    frequencyHz,
    thresholdDbHl: thresholds[index] ?? 0,
  }));

/** Nobody's hearing: an invented shape for the picture on the welcome screen, dB HL. */
export const SAMPLE_AUDIOGRAM: Audiogram = {
  right: ear([14, 4, 2, 12, 26, 38, 34, 46]),
  left: ear([22, 12, 2, 4, 12, 24, 44, 58]),
};
