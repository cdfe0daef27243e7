import { scaleLog } from 'd3-scale';
import { area, curveBasis, line } from 'd3-shape';
import { thresholdAt, type Audiogram, type Threshold } from './audiogram';
import { bothEars, type Ear } from './hearing-test';

/** Size of the drawing in its own units, which are CSS pixels at full width. */
export const RIBBON = { width: 768, height: 236 } as const;
/** Frequencies in Hz with a tick below the ribbon. */
export const TICKS_HZ = [250, 500, 1000, 2000, 4000, 8000] as const;

/** Width in pixels of a band at 0 dB HL, the median at 18. */
const FULL_WIDTH = 84;
/** Half the gap between the two ears. */
const HALF_GAP = 6;
/** Threshold in dB HL at which a band has become a thread, and how thin a thread is. */
const THREAD_DB = 70;
const THREAD = 0.04;
/** The bands sway a little as they run, by this many pixels; their width at each pitch does not change. */
const SWAY = 9;
/** Samples along the ribbon; the spline through them rounds the corners that straight lines would have. */
const STEPS = 32;

/** Position of a frequency in Hz along the ribbon; one octave is always the same length. */
export const pitchScale = scaleLog().domain([125, 15_000]).range([0, RIBBON.width]);

/** Share of the full width, 0..1.1, that a threshold in dB HL leaves; linear from 0 dB to a thread at 70 dB. */
export const sensitivity = (thresholdDbHl: number): number =>
  Math.min(1.1, Math.max(THREAD, 1 - thresholdDbHl / THREAD_DB));

/** Where an ear was measured, as shares of the ribbon's width; null where nothing was. */
export const measuredSpan = (ear: readonly Threshold[]): readonly [number, number] | null => {
  const [first, last] = [ear[0], ear.at(-1)];
  if (!first || !last) return null;
  const share = ({ frequencyHz }: Threshold): number => pitchScale(frequencyHz) / RIBBON.width;
  return [share(first), share(last)];
};

const positions = Array.from({ length: STEPS + 1 }, (_, step) => (step / STEPS) * RIBBON.width);

const centreAt = (x: number): number =>
  RIBBON.height / 2 + SWAY * Math.sin((x / RIBBON.width) * 2 * Math.PI * 0.85 + 0.5);

/** The right ear lies above the centre, the left below. */
const direction: Record<Ear, number> = { right: -1, left: 1 };

/** Inner and outer edge of one ear's band at `x`, as distances from the top. */
export const bandAt = (
  side: Ear,
  ear: readonly Threshold[],
  x: number,
): { readonly inner: number; readonly outer: number } => {
  const inner = centreAt(x) + direction[side] * HALF_GAP;
  const width = FULL_WIDTH * sensitivity(thresholdAt(ear, pitchScale.invert(x)));
  return { inner, outer: inner + direction[side] * width };
};

const bandPath = (side: Ear, ear: readonly Threshold[]): string =>
  area<number>()
    .x((x) => x)
    .y0((x) => bandAt(side, ear, x).inner)
    .y1((x) => bandAt(side, ear, x).outer)
    .curve(curveBasis)(positions) ?? '';

/** SVG path of the outer edge a band has at the median of age 18. */
export const referencePath = (side: Ear): string =>
  line<number>()
    .x((x) => x)
    .y((x) => centreAt(x) + direction[side] * (HALF_GAP + FULL_WIDTH))
    .curve(curveBasis)(positions) ?? '';

/** Both bands as paths. */
export const ribbonPaths = (audiogram: Audiogram): Readonly<Record<Ear, string>> =>
  bothEars((ear) => bandPath(ear, audiogram[ear]));
