import { area, line } from 'd3-shape';
import {
  ageAt,
  medianThreshold,
  ISO_7029_MEDIAN,
  type AgeModelFrequency,
} from '../../../hearing/age-estimate';
import { toReading, type EarThreshold, type HearingTest } from '../../../hearing/hearing-test';
import type { ChartGeometry } from './chart-geometry';

/** A point of the chart: the level as an audiogram reads it, in dB HL. */
export interface Mark {
  readonly frequencyHz: number;
  readonly dbHl: number;
  readonly sdDb: number | null;
  readonly isNoResponse: boolean;
}

/** One ear's points; a level nobody heard stands where it was played. */
export const marksOf = (ear: readonly EarThreshold[]): readonly Mark[] =>
  ear.map(({ frequencyHz, theta50DbHl, sdDb, flag }) => ({
    frequencyHz,
    dbHl: toReading(theta50DbHl),
    sdDb,
    isNoResponse: flag === 'no-response',
  }));

/** Runs of points that a line may join: it breaks at a level nobody heard. */
export const runsOf = (marks: readonly Mark[]): readonly (readonly Mark[])[] => {
  const runs: Mark[][] = [[]];
  for (const mark of marks) {
    if (mark.isNoResponse) runs.push([]);
    else runs.at(-1)?.push(mark);
  }
  return runs.filter((run) => run.length > 0);
};

type Point = Pick<Mark, 'frequencyHz' | 'dbHl'>;

/** SVG path through points. */
export const linePath = ({ x, y }: ChartGeometry, points: readonly Point[]): string =>
  line<Point>()
    .x(({ frequencyHz }) => x(frequencyHz))
    .y(({ dbHl }) => y(dbHl))(points) ?? '';

/** SVG path one standard deviation around points; empty where none is known. */
export const spreadPath = ({ x, y }: ChartGeometry, marks: readonly Mark[]): string =>
  area<Mark>()
    .defined(({ sdDb }) => sdDb !== null)
    .x(({ frequencyHz }) => x(frequencyHz))
    .y0(({ dbHl, sdDb }) => y(dbHl - (sdDb ?? 0)))
    .y1(({ dbHl, sdDb }) => y(dbHl + (sdDb ?? 0)))(marks) ?? '';

/** The median of both sexes at the person's age when the test was taken, by ISO 7029:2017. */
export const medianOf = ({ takenAt, yearOfBirth }: HearingTest): readonly Point[] =>
  (Object.keys(ISO_7029_MEDIAN).map(Number) as AgeModelFrequency[]).map((frequencyHz) => ({
    frequencyHz,
    dbHl: medianThreshold('unknown', ageAt(takenAt, yearOfBirth), frequencyHz),
  }));
