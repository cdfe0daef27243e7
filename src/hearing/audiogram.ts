/** Hearing threshold at one frequency, in dB HL (0 = median of otologically normal 18-year-olds). */
export interface Threshold {
  readonly frequencyHz: number;
  readonly thresholdDbHl: number;
}

/** Thresholds of both ears, ascending in frequency. */
export interface Audiogram {
  readonly left: readonly Threshold[];
  readonly right: readonly Threshold[];
}
