/** Elements come and go in steps of this many, so that few scrolls change how many there are. */
const STEP = 16;

/**
 * Which of the rows from `first` up to, not including, `end` each element shows; null: none. A row in sight keeps its
 * element, and one that comes takes over that of one that went: making elements anew is what scrolling would cost.
 */
export const slotsOf = (first: number, end: number): readonly (number | null)[] => {
  const count = Math.ceil(Math.max(0, end - first) / STEP) * STEP;
  return Array.from({ length: count }, (_, slot) => {
    const index = first - (first % count) + slot;
    const row = index < first ? index + count : index;
    return row < end ? row : null;
  });
};
