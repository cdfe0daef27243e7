import { medianThreshold } from './age-estimate';
import { bothEars, EARS, fromReading, type EarThresholds } from './hearing-test';

/** Where hearing is compared with the median of the age, in Hz: the least dependent on headphones and age. */
const ANCHOR_FREQUENCIES_HZ = [500, 1000, 2000] as const;
/** Lowest and highest threshold that can be stored, in dB HL. */
const STORABLE_DB_HL = { least: -40, most: 130 } as const;

/**
 * A test whose levels are only known relative to each other (tier C), moved as a whole so that its best threshold at
 * 500 Hz, 1 or 2 kHz reads as the median of `age` (years) there. One shift in dB for both ears: the shape and the
 * difference between the ears stay, so it goes down no further than the lowest one can be stored. Unchanged where
 * nothing was heard at these frequencies.
 */
export const relativeShape = (ears: EarThresholds, age: number): EarThresholds => {
  const all = EARS.flatMap((ear) => ears[ear]);
  const anchors = all.flatMap(({ frequencyHz, theta50DbHl: dbHl, flag }) => {
    const anchor = ANCHOR_FREQUENCIES_HZ.find((hz) => hz === frequencyHz);
    return anchor && flag !== 'no-response' ? [{ frequencyHz: anchor, dbHl }] : [];
  });
  const [best] = anchors.sort((a, b) => a.dbHl - b.dbHl || a.frequencyHz - b.frequencyHz);
  if (!best) return ears;
  const lowest = Math.min(...all.map((one) => one.theta50DbHl));
  const wanted = fromReading(medianThreshold('unknown', age, best.frequencyHz)) - best.dbHl;
  const shift = Math.max(wanted, STORABLE_DB_HL.least - lowest);
  const moved = (dbHl: number): number => Math.min(STORABLE_DB_HL.most, dbHl + shift);
  return bothEars((ear) => ears[ear].map((at) => ({ ...at, theta50DbHl: moved(at.theta50DbHl) })));
};
