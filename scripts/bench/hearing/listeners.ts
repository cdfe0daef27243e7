/** How a simulated listener answers: the slope of the logistic in dB, and how often wrongly. */
export interface Manner {
  readonly slopeDb: number;
  /** Presses without hearing, 0..1. */
  readonly guess: number;
  /** Does not press though hearing, 0..1. */
  readonly lapse: number;
}

/** The four listeners every engine is measured with. */
export const MANNERS = {
  attentive: { slopeDb: 1.5, guess: 0.01, lapse: 0.01 },
  typical: { slopeDb: 2, guess: 0.03, lapse: 0.03 },
  distracted: { slopeDb: 3, guess: 0.08, lapse: 0.08 },
  guesser: { slopeDb: 2, guess: 0.25, lapse: 0.02 },
} as const satisfies Record<string, Manner>;

/** A name of one of the listeners. */
export type MannerName = keyof typeof MANNERS;

/** Whether a listener presses at `levelDbHl` (-Infinity: silence) where the 50 % point is `thetaDbHl`. */
export const presses = (
  { slopeDb, guess, lapse }: Manner,
  levelDbHl: number,
  thetaDbHl: number,
  random: () => number,
): boolean =>
  random() < guess + (1 - guess - lapse) / (1 + Math.exp((thetaDbHl - levelDbHl) / slopeDb));
