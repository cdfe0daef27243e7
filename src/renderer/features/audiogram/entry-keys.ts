import type { Ear } from '../../../hearing/hearing-test';
import { GRID_HZ, toGrid } from './chart-geometry';
import { clearCell, levelIn, setCell, type Draft } from './draft';

/** Where the next point is in the chart: the ear and frequency the keys act on. */
export interface Cursor {
  readonly ear: Ear;
  readonly hz: number;
}

/** Level in dB HL a first point starts from. */
const FIRST_DB = 20;
const STEP_DB = 5;

/** Where a new point appears: beside the nearest one of the ear, so that few steps lead to its place. */
const startLevel = (draft: Draft, { ear, hz }: Cursor): number => {
  const nearest = GRID_HZ.filter((each) => levelIn(draft, ear, each) !== null).toSorted(
    (a, b) => Math.abs(Math.log2(a / hz)) - Math.abs(Math.log2(b / hz)),
  )[0];
  return nearest === undefined ? FIRST_DB : (levelIn(draft, ear, nearest) ?? FIRST_DB);
};

const moved = (draft: Draft, cursor: Cursor, byDb: number): Draft => {
  const { ear, hz } = cursor;
  const level = levelIn(draft, ear, hz);
  const next = toGrid(level === null ? startLevel(draft, cursor) : level + byDb);
  return setCell(draft, ear, hz, { text: String(next) });
};

const beside = ({ ear, hz }: Cursor, by: number): Cursor => {
  const at = GRID_HZ.indexOf(hz) + by;
  return { ear, hz: GRID_HZ[Math.min(GRID_HZ.length - 1, Math.max(0, at))] ?? hz };
};

/** Marks a point as not heard, or takes the mark back; sets one first where there is none. */
export const toggleNoResponse = (draft: Draft, cursor: Cursor): Draft => {
  const { ear, hz } = cursor;
  const there = levelIn(draft, ear, hz) === null ? moved(draft, cursor, 0) : draft;
  return setCell(there, ear, hz, { isNoResponse: !(draft[ear][hz]?.isNoResponse ?? false) });
};

/** What a key does in the chart: arrows move point and pitch, N marks, Delete takes away. Null: nothing. */
export const applyKey = (
  draft: Draft,
  cursor: Cursor,
  key: string,
): { readonly draft: Draft; readonly cursor: Cursor } | null => {
  const across = { ArrowLeft: -1, ArrowRight: 1 }[key];
  if (across !== undefined) return { draft, cursor: beside(cursor, across) };
  const byDb = { ArrowUp: -STEP_DB, ArrowDown: STEP_DB, Enter: 0, ' ': 0 }[key];
  if (byDb !== undefined) return { draft: moved(draft, cursor, byDb), cursor };
  if (key.toLowerCase() === 'n') return { draft: toggleNoResponse(draft, cursor), cursor };
  const isAway = key === 'Delete' || key === 'Backspace';
  return isAway ? { draft: clearCell(draft, cursor.ear, cursor.hz), cursor } : null;
};
