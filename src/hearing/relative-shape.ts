import { medianThreshold } from './age-estimate';
import { EARS, fromReading, type EarThreshold, type EarThresholds } from './hearing-test';

/** Where hearing is compared with the median of the age, in Hz: the least dependent on headphones and age. */
export const ANCHOR_FREQUENCIES_HZ = [500, 1000, 2000] as const;
type AnchorFrequency = (typeof ANCHOR_FREQUENCIES_HZ)[number];

/** Lowest and highest threshold that can be stored, in dB HL. */
const STORABLE_DB_HL = { least: -40, most: 130 } as const;

const anchorOf = (threshold: EarThreshold): AnchorFrequency | undefined =>
  ANCHOR_FREQUENCIES_HZ.find((frequencyHz) => frequencyHz === threshold.frequencyHz);

/**
 * A test whose levels are only known relative to each other (tier C), moved as a whole so that its best threshold at
 * 500 Hz, 1 or 2 kHz reads as the median of `age` (years) there. One shift in dB for both ears: the shape and the
 * difference between the ears stay, so it goes down no further than the lowest one can be stored. Unchanged where
 * nothing was heard at these frequencies.
 */
export const relativeShape = (ears: EarThresholds, age: number): EarThresholds => {
  const anchors = EARS.flatMap((ear) => ears[ear]).flatMap((threshold) => {
    const frequencyHz = anchorOf(threshold);
    const isHeard = threshold.flag !== 'no-response';
    return frequencyHz && isHeard ? [{ frequencyHz, dbHl: threshold.theta50DbHl }] : [];
  });
  const [best] = anchors.sort((a, b) => a.dbHl - b.dbHl || a.frequencyHz - b.frequencyHz);
  if (!best) return ears;
  const lowest = Math.min(...EARS.flatMap((ear) => ears[ear]).map((one) => one.theta50DbHl));
  const wanted = fromReading(medianThreshold('unknown', age, best.frequencyHz)) - best.dbHl;
  const shift = Math.max(wanted, STORABLE_DB_HL.least - lowest);
  const moved = (threshold: EarThreshold): EarThreshold => ({
    ...threshold,
    theta50DbHl: Math.min(STORABLE_DB_HL.most, threshold.theta50DbHl + shift),
  });
  return { left: ears.left.map(moved), right: ears.right.map(moved) };
};
