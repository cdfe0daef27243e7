import { scaleLinear } from 'd3-scale';
import { line } from 'd3-shape';

/** A value in time; null where there is none. */
export interface Point {
  readonly atMs: number;
  readonly value: number | null;
}

/** Height of a chart and the room for its labels, in pixels. */
export const CHART = { height: 168, left: 52, right: 12, top: 10, bottom: 24 } as const;

/** What a chart of several curves over one span of time draws. */
export interface Chart {
  readonly paths: readonly string[];
  /** Where values lie, in pixels from the top, with their value. */
  readonly rows: readonly { readonly at: number; readonly value: number }[];
  /** Where times lie, in pixels from the left, in milliseconds. */
  readonly columns: readonly { readonly at: number; readonly value: number }[];
}

/** Lays curves out `width` pixels wide, from 0 up to the largest value. */
export const layOut = (curves: readonly (readonly Point[])[], width: number): Chart => {
  const points = curves.flat();
  const { height, left, right, top, bottom } = CHART;
  const most = Math.max(1e-9, ...points.map(({ value }) => value ?? 0));
  const last = Math.max(1_000, ...points.map(({ atMs }) => atMs));
  const x = scaleLinear([0, last], [left, Math.max(left + 1, width - right)]);
  const y = scaleLinear([0, most], [height - bottom, top]).nice(4);
  const path = line<Point>()
    .defined(({ value }) => value !== null)
    .x(({ atMs }) => x(atMs))
    .y(({ value }) => y(value ?? 0));
  return {
    paths: curves.map((curve) => path([...curve]) ?? ''),
    rows: y.ticks(4).map((value) => ({ value, at: y(value) })),
    columns: x
      .ticks(Math.max(2, Math.floor(width / 120)))
      .map((value) => ({ value, at: x(value) })),
  };
};
