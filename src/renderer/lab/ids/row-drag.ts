import { ROW_HEIGHT } from '../shell/use-row-window';

/** Pixels at the table's upper and lower edge in which a drag scrolls. */
const ZONE = 40;

/** The gap between rows nearest to `y` pixels below the first row's top: 0 before the first, `count` after the last. */
export const gapAt = (y: number, count: number): number =>
  Math.max(0, Math.min(count, Math.round(y / ROW_HEIGHT)));

/** The place a row has once it is taken out of `from` and put into a gap, both counted from 0. */
export const placeIn = (gap: number, from: number): number => (gap > from ? gap - 1 : gap);

/**
 * Pixels to scroll by in one frame with the pointer at `y` of a box: none in its middle, ever more towards an edge and
 * beyond it, so that ten thousand rows can be crossed.
 */
export const scrollStep = (y: number, top: number, bottom: number): number => {
  const above = Math.max(0, top + ZONE - y);
  const below = Math.max(0, y - (bottom - ZONE));
  return Math.trunc((below * below - above * above) / ZONE);
};
