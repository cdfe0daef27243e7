import { scaleLinear, scaleLog } from 'd3-scale';

/** Frequencies in Hz at whole octaves, and those between that audiograms know too. */
export const OCTAVES_HZ = [125, 250, 500, 1000, 2000, 4000, 8000] as const;
const HALF_OCTAVES_HZ = [750, 1500, 3000, 6000] as const;
/** Every frequency in Hz that can be entered. */
export const GRID_HZ: readonly number[] = [...OCTAVES_HZ, ...HALF_OCTAVES_HZ].toSorted(
  (a, b) => a - b,
);

/** Levels in dB HL from the top to the bottom of the chart. */
export const LEVELS_DB = { top: -10, bottom: 120, step: 10 } as const;

/** Room in pixels for the labels around the plot. */
const MARGIN = { left: 44, right: 10, top: 46, bottom: 8 } as const;
/** Octaves across: half a one beyond either end. */
const OCTAVES = 7;
/** Professionals draw one octave as wide as 20 dB are high. */
const DB_PER_OCTAVE = 20;

/** Where things lie in a chart, in pixels. */
export interface ChartGeometry {
  readonly width: number;
  readonly height: number;
  readonly plot: {
    readonly left: number;
    readonly right: number;
    readonly top: number;
    readonly bottom: number;
  };
  readonly x: (frequencyHz: number) => number;
  /** Levels beyond the chart are drawn at its edge. */
  readonly y: (dbHl: number) => number;
  /** The frequency that can be entered nearest to `x`. */
  readonly frequencyAt: (x: number) => number;
  /** The level at `y`, on the 5 dB grid and inside the chart. */
  readonly levelAt: (y: number) => number;
}

/** Nearest level on the 5 dB grid that the chart shows. */
export const toGrid = (dbHl: number): number =>
  Math.min(LEVELS_DB.bottom, Math.max(LEVELS_DB.top, Math.round(dbHl / 5) * 5));

/** An audiogram `width` pixels wide: log frequency to the right, level downwards, one octave = 20 dB. */
export const chartGeometry = (width: number): ChartGeometry => {
  const plotWidth = width - MARGIN.left - MARGIN.right;
  const plotHeight = (plotWidth / OCTAVES) * ((LEVELS_DB.bottom - LEVELS_DB.top) / DB_PER_OCTAVE);
  const plot = {
    left: MARGIN.left,
    right: MARGIN.left + plotWidth,
    top: MARGIN.top,
    bottom: MARGIN.top + plotHeight,
  };
  const x = scaleLog()
    .domain([125 / Math.SQRT2, 8000 * Math.SQRT2])
    .range([plot.left, plot.right]);
  const y = scaleLinear()
    .domain([LEVELS_DB.top, LEVELS_DB.bottom])
    .range([plot.top, plot.bottom])
    .clamp(true);
  return {
    width,
    height: plot.bottom + MARGIN.bottom,
    plot,
    x,
    y,
    frequencyAt: (at) =>
      GRID_HZ.reduce((best, hz) => (Math.abs(x(hz) - at) < Math.abs(x(best) - at) ? hz : best)),
    levelAt: (at) => toGrid(y.invert(at)),
  };
};
