import { interpolateOnLog } from './log-interpolation';

/** One point of a headphone's response, in dB of any reference. */
export interface ResponsePoint {
  readonly frequencyHz: number;
  readonly responseDb: number;
}

/** What is wrong with a response file; `line` counts from 1. */
export type ResponseFault =
  | { readonly line: number; readonly reason: 'not-two-numbers' | 'out-of-range' | 'not-ascending' }
  | {
      readonly line: null;
      readonly reason: 'no-columns' | 'too-many-points' | 'range-not-covered' | 'implausible';
    };

/** A response file as read. */
export type ReadResponse =
  | { readonly status: 'read'; readonly points: readonly ResponsePoint[] }
  | { readonly status: 'refused'; readonly faults: readonly ResponseFault[] };

/** What must lie within the file, in Hz: every tone of a test. */
const NEEDED_HZ = { lowest: 250, highest: 8000 } as const;
/** Lowest and highest of all that is played, in Hz: what headphones do beyond does not matter. */
const PLAYED_HZ = { lowest: 125, highest: 8000 } as const;
/** Where a response is taken as 0 dB, in Hz. */
const REFERENCE_HZ = 1000;
/** Headphones differ from their own 1 kHz by less than this where tones are played, in dB. */
const PLAUSIBLE_DB = 30;
const FREQUENCY_HZ = { least: 1, most: 96_000 } as const;
const RESPONSE_DB = { least: -200, most: 200 } as const;
const MOST_POINTS = 5000;
const FREQUENCY_NAMES = ['frequency', 'freq', 'hz'];
const RESPONSE_NAMES = ['raw', 'spl', 'db', 'response'];

const responseAt = (points: readonly ResponsePoint[], frequencyHz: number): number => {
  const pairs = points.map((one) => [one.frequencyHz, one.responseDb] as const);
  return interpolateOnLog(pairs, frequencyHz);
};

/** The response at `frequencyHz` relative to that at 1 kHz, in dB; the ends are held. */
export const relativeResponse = (points: readonly ResponsePoint[], frequencyHz: number): number =>
  responseAt(points, frequencyHz) - responseAt(points, REFERENCE_HZ);

/** Lowest and highest response within what is played, relative to that at 1 kHz, in dB. */
export const responseRange = (points: readonly ResponsePoint[]) => {
  const { lowest, highest } = PLAYED_HZ;
  const reference = responseAt(points, REFERENCE_HZ);
  // Between two points it is a straight line, so the points are the extremes.
  const extremes = [
    responseAt(points, lowest),
    responseAt(points, highest),
    ...points
      .filter(({ frequencyHz }) => frequencyHz > lowest && frequencyHz < highest)
      .map(({ responseDb }) => responseDb),
  ].map((response) => response - reference);
  return { least: Math.min(...extremes), most: Math.max(...extremes) };
};

/** Whether headphones can have this response: the wrong column of a file would make tones far too loud. */
export const isPlausibleResponse = (points: readonly ResponsePoint[]): boolean => {
  const { least, most } = responseRange(points);
  return least >= -PLAUSIBLE_DB && most <= PLAUSIBLE_DB;
};

const within = (value: number, { least, most }: { least: number; most: number }): boolean =>
  value >= least && value <= most;

/** Tab, semicolon or comma, whichever comes first; where there is none of them, blanks. */
const cellsOf = (line: string): string[] => {
  const separator = /[\t;,]/.exec(line)?.[0];
  return line
    .trim()
    .split(separator ?? /\s+/)
    .map((cell) => cell.trim().replace(/^"(.*)"$/, '$1'));
};

/** A decimal comma is one where the comma does not separate columns. */
const numberOf = (cell: string | undefined): number =>
  cell === undefined || cell === '' ? Number.NaN : Number(cell.replace(',', '.'));

interface Columns {
  readonly frequency: number;
  readonly response: number;
}

const column = (cells: readonly string[], names: readonly string[]): number =>
  cells.findIndex((cell) => names.some((name) => cell.toLowerCase().startsWith(name)));

const columnsOf = (cells: readonly string[]): Columns | undefined => {
  if (!Number.isNaN(numberOf(cells[0]))) return { frequency: 0, response: 1 };
  const frequency = column(cells, FREQUENCY_NAMES);
  const response = column(cells, RESPONSE_NAMES);
  return frequency === -1 || response === -1 ? undefined : { frequency, response };
};

const wholeFault = (points: readonly ResponsePoint[]): ResponseFault[] => {
  if (points.length > MOST_POINTS) return [{ line: null, reason: 'too-many-points' }];
  const [first, last] = [points[0], points.at(-1)];
  const covered =
    first && last && first.frequencyHz <= NEEDED_HZ.lowest && last.frequencyHz >= NEEDED_HZ.highest;
  if (!covered) return [{ line: null, reason: 'range-not-covered' }];
  return isPlausibleResponse(points) ? [] : [{ line: null, reason: 'implausible' }];
};

/**
 * Reads a measured frequency response: a table with the columns `frequency` and `raw` among others, as headphone
 * measurements are commonly shared, or two columns of numbers without a heading. Lines that are empty or begin with
 * `#` or `*` are comments. Every line at fault is told.
 */
export const readFrequencyResponse = (text: string): ReadResponse => {
  const lines = text
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\r|\n/)
    .map((content, index) => ({ content, line: index + 1 }))
    .filter(({ content }) => content.trim() !== '' && !/^\s*[#*]/.test(content));
  const heading = cellsOf(lines[0]?.content ?? '');
  const columns = columnsOf(heading);
  if (!columns) return { status: 'refused', faults: [{ line: null, reason: 'no-columns' }] };
  const faults: ResponseFault[] = [];
  const points: ResponsePoint[] = [];
  const isHeading = Number.isNaN(numberOf(heading[columns.frequency]));
  for (const { content, line } of isHeading ? lines.slice(1) : lines) {
    const cells = cellsOf(content);
    const frequencyHz = numberOf(cells[columns.frequency]);
    const responseDb = numberOf(cells[columns.response]);
    const reason = lineFault(frequencyHz, responseDb, points.at(-1));
    if (reason) faults.push({ line, reason });
    else points.push({ frequencyHz, responseDb });
  }
  if (faults.length === 0) faults.push(...wholeFault(points));
  return faults.length > 0 ? { status: 'refused', faults } : { status: 'read', points };
};

const lineFault = (
  frequencyHz: number,
  responseDb: number,
  last: ResponsePoint | undefined,
): 'not-two-numbers' | 'out-of-range' | 'not-ascending' | undefined => {
  if (Number.isNaN(frequencyHz) || Number.isNaN(responseDb)) return 'not-two-numbers';
  if (!within(frequencyHz, FREQUENCY_HZ) || !within(responseDb, RESPONSE_DB)) return 'out-of-range';
  return last && frequencyHz <= last.frequencyHz ? 'not-ascending' : undefined;
};
