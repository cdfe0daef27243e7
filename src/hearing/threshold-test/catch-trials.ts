import { seededRandom } from './random';

/** Silent trials of a whole test of both ears at six frequencies with both retests: ten in fourteen series. */
const SILENT_PER_SERIES = 10 / 14;
/** Every series plays at least this many tones, so a silent trial placed among them is reached. */
const SLOTS = 3;
/** The first trials of a test are never silent. */
const FIRST_TRIALS = 3;

/** Decides which trials are silent. */
export interface CatchSchedule {
  /** Whether the next trial is: `index` trials were played, `presentations` of them tones in series `series`. */
  isDue(index: number, series: number, presentations: number): boolean;
  /** Notes that a trial was played, and whether it was a silent one that counted. */
  played(silent: boolean, counted: boolean): void;
}

/**
 * Silent trials spread over `seriesCount` series by the seed: ten in a usual test, never one of the first three,
 * never two in a row. One that could not be placed where it was drawn comes at the next place it can.
 */
export const createCatchSchedule = (seed: number, seriesCount: number): CatchSchedule => {
  const random = seededRandom(seed);
  const wanted = Math.max(1, Math.round(SILENT_PER_SERIES * seriesCount));
  const width = seriesCount / wanted;
  const places = Array.from({ length: wanted }, (_, index) => ({
    series: Math.floor((index + random()) * width),
    slot: Math.floor(random() * SLOTS),
  }));
  let lastWasSilent = false;
  let counted = 0;
  return {
    isDue(index, series, presentations) {
      const place = places[counted];
      if (!place || lastWasSilent || index < FIRST_TRIALS) return false;
      return place.series < series || (place.series === series && place.slot <= presentations);
    },
    played(silent, counts) {
      lastWasSilent = silent;
      if (silent && counts) counted += 1;
    },
  };
};
