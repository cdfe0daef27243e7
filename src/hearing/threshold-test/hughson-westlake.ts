import { FIRST_TONE_DB_HL } from '../ceilings';
import { fromReading, type EarThreshold } from '../hearing-test';
import { ceilingAt } from './config';
import type { Engine, Series, Site, ThresholdTestConfig, Writable } from './types';

const STEP_DOWN = 10;
const STEP_UP = 5;
/** Ascents that must end at the same level. */
const HITS_NEEDED = 2;
/** Steps up while nothing at all was heard yet. */
const STEP_SEARCH = 10;
const MOST_PRESENTATIONS = 40;
/** A later series starts this far above the nearest threshold known, in dB. */
const START_ABOVE = 15;
const USUAL_PRESENTATIONS = 10;

/** A clinical reading in dB HL on the 5-dB grid, and how it came about. */
export interface Reading {
  readonly dbHl: number;
  readonly flag: EarThreshold['flag'];
}

/** A series that also tells its reading; null before it is done. */
export interface HughsonWestlakeSeries extends Series {
  readonly reading: Reading | null;
}

interface Range {
  readonly startDbHl: number;
  readonly floorDbHl: number;
  readonly ceilingDbHl: number;
}

/** What the last tone was played for. */
type Phase = 'familiarise' | 'descend' | 'ascend';

/** Ascending tones at a level, and how many of them were heard. */
interface Ascents {
  readonly dbHl: number;
  total: number;
  hits: number;
}

/**
 * The modified Hughson-Westlake procedure (ISO 8253-1, the shorter form): down 10 dB after a response, up 5 dB
 * without one; the reading is the lowest level at which two ascents ended, and half of the tones on the way up
 * were heard. Only responses on ascending 5-dB steps count.
 */
export const hughsonWestlakeSeries = (range: Range): HughsonWestlakeSeries => {
  const { floorDbHl: floor, ceilingDbHl: ceiling } = range;
  let phase: Phase = 'familiarise';
  let level = Math.min(Math.max(range.startDbHl, floor), ceiling);
  let missesAtCeiling = 0;
  let hitsAtFloor = 0;
  const ascents = new Map<number, Ascents>();

  const end = (dbHl: number, flag: Reading['flag']): void => {
    series.done = true;
    series.reading = { dbHl, flag };
    series.theta50DbHl = fromReading(dbHl);
  };

  const lowest = (accepts: (ascent: Ascents) => boolean): number | undefined =>
    [...ascents.values()]
      .filter(accepts)
      .map(({ dbHl }) => dbHl)
      .sort((a, b) => a - b)[0];

  const countAscent = (heard: boolean): void => {
    const ascent = ascents.get(level) ?? { dbHl: level, total: 0, hits: 0 };
    ascents.set(level, ascent);
    ascent.total += 1;
    if (heard) ascent.hits += 1;
    const found = lowest(({ hits, total }) => hits >= HITS_NEEDED && hits / total >= 0.5);
    if (found !== undefined) end(found, 'ok');
  };

  const down = (): void => {
    missesAtCeiling = 0;
    if (level === floor && ++hitsAtFloor === 2) end(floor, 'floor');
    phase = 'descend';
    level = Math.max(floor, level - STEP_DOWN);
  };

  const up = (): void => {
    hitsAtFloor = 0;
    if (level === ceiling && ++missesAtCeiling === 2) end(ceiling, 'no-response');
    if (phase === 'descend') phase = 'ascend';
    level = Math.min(ceiling, level + (phase === 'familiarise' ? STEP_SEARCH : STEP_UP));
  };

  const series: Writable<HughsonWestlakeSeries> = {
    done: false,
    presentations: 0,
    reading: null,
    theta50DbHl: null,
    level: () => level,
    answer(heard) {
      series.presentations += 1;
      if (phase === 'ascend') countAscent(heard);
      if (series.done) return;
      if (series.presentations === MOST_PRESENTATIONS) {
        end(lowest(({ hits }) => hits > 0) ?? level, 'low-confidence');
      } else if (heard) down();
      else up();
    },
  };
  return series;
};

const octavesBetween = (one: number, other: number): number => Math.abs(Math.log2(one / other));

/** Two series at one place: the lower reading where they agree within 5 dB, else the later one (ISO 8253-1). */
const combined = (earlier: Reading, later: Reading): Reading =>
  Math.abs(later.dbHl - earlier.dbHl) <= STEP_UP && earlier.dbHl < later.dbHl ? earlier : later;

/** The engine that works as an audiologist does. Thresholds are readings less 2.5 dB, without a deviation. */
export const createHughsonWestlakeEngine = (config: ThresholdTestConfig): Engine => {
  const done: { readonly site: Site; readonly series: HughsonWestlakeSeries }[] = [];

  const finishedAt = ({ ear, frequencyHz }: Site): HughsonWestlakeSeries[] =>
    done
      .filter(({ site, series }) => {
        return site.ear === ear && site.frequencyHz === frequencyHz && series.done;
      })
      .map(({ series }) => series);

  const readingAt = (site: Site): Reading | undefined =>
    finishedAt(site)
      .flatMap(({ reading }) => reading ?? [])
      .reduce<Reading | undefined>((kept, next) => (kept ? combined(kept, next) : next), undefined);

  /** The nearest threshold known: of this ear; before its first, of the other one. */
  const nearest = ({ ear, frequencyHz }: Site): Reading | undefined => {
    const known = done.filter(({ series }) => series.done).map(({ site }) => site);
    const own = known.filter((site) => site.ear === ear);
    const [closest] = (own.length > 0 ? own : known).sort(
      (a, b) =>
        octavesBetween(a.frequencyHz, frequencyHz) - octavesBetween(b.frequencyHz, frequencyHz),
    );
    return closest && readingAt(closest);
  };

  return {
    usualPresentations: USUAL_PRESENTATIONS,
    begin(site, highestStartDbHl) {
      const wanted = (nearest(site)?.dbHl ?? FIRST_TONE_DB_HL - START_ABOVE) + START_ABOVE;
      const series = hughsonWestlakeSeries({
        startDbHl: Math.min(wanted, highestStartDbHl),
        floorDbHl: Math.ceil(config.floorDbHl / STEP_UP) * STEP_UP,
        ceilingDbHl: Math.floor(ceilingAt(config, site.frequencyHz) / STEP_UP) * STEP_UP,
      });
      done.push({ site, series });
      return series;
    },
    catchTrial() {
      // Silent trials only count towards the reliability of the whole test.
    },
    threshold(site) {
      const reading = readingAt(site);
      if (!reading) return undefined;
      const presentations = finishedAt(site).reduce((sum, series) => sum + series.presentations, 0);
      return {
        frequencyHz: site.frequencyHz,
        theta50DbHl: fromReading(reading.dbHl),
        sdDb: null,
        presentations,
        flag: reading.flag,
      };
    },
  };
};
