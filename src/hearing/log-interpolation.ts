/** A value at a frequency in Hz. */
export type FrequencyPoint = readonly [frequencyHz: number, value: number];

/**
 * The value at `frequencyHz`, linear on a logarithmic frequency axis; the ends are held. `points` ascend in
 * frequency. Throws RangeError without a point.
 */
export const interpolateOnLog = (
  points: readonly FrequencyPoint[],
  frequencyHz: number,
): number => {
  const above = points.findIndex(([hz]) => hz >= frequencyHz);
  const upper = above === -1 ? points.at(-1) : points[above];
  const lower = above > 0 ? points[above - 1] : upper;
  if (!upper || !lower) throw new RangeError('no point to interpolate between');
  if (upper[0] === lower[0]) return upper[1];
  const share = Math.log(frequencyHz / lower[0]) / Math.log(upper[0] / lower[0]);
  return lower[1] + share * (upper[1] - lower[1]);
};
