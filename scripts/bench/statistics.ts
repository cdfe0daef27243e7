/** The middle value; of an even count the mean of both middle ones. Throws when there is none. */
export const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b);
  const upper = sorted[Math.floor(sorted.length / 2)];
  const lower = sorted[Math.floor((sorted.length - 1) / 2)];
  if (upper === undefined || lower === undefined)
    throw new Error('There is nothing to take a median of');
  return (lower + upper) / 2;
};

/** Rounded for a report. */
export const rounded = (value: number, digits = 3): number => Number(value.toFixed(digits));
