/** A train of pulses as the test plays it, in seconds. Ramps lie inside the pulses. */
const PULSE = { count: 3, on: 0.2, off: 0.2, ramp: 0.035 } as const;

/** From the first pulse's beginning to the last one's end, in seconds. */
export const PULSES_SECONDS = PULSE.count * PULSE.on + (PULSE.count - 1) * PULSE.off;

/** A raised-cosine rise, 0..1 for `progress` 0..1 and held beyond. */
export const raisedCosine = (progress: number): number => {
  if (progress <= 0) return 0;
  return progress >= 1 ? 1 : (1 - Math.cos(Math.PI * progress)) / 2;
};

/** The envelope of the pulses, 0..1, `seconds` after the first one's beginning; 0 before and after them. */
export const pulsesAt = (seconds: number): number => {
  if (seconds < 0 || seconds >= PULSES_SECONDS) return 0;
  const within = seconds % (PULSE.on + PULSE.off);
  return raisedCosine(Math.min(within, PULSE.on - within) / PULSE.ramp);
};
