import { assemble } from '../../../hearing/exchange/assemble';
import type { ExchangeMessage, ImportResult } from '../../../hearing/exchange/exchange-result';
import { readRow, type RawRow } from '../../../hearing/exchange/read-row';
import { numberOf } from '../../../hearing/exchange/spellings';
import {
  bothEars,
  EARS,
  toReading,
  type Ear,
  type EarThreshold,
  type EarThresholds,
  type LevelKnowledge,
} from '../../../hearing/hearing-test';
import { GRID_HZ } from './chart-geometry';

/** One cell as the person left it. */
interface DraftCell {
  /** The level as it was typed, perhaps not a number yet. */
  readonly text: string;
  readonly isNoResponse: boolean;
  /** What a file said exactly; it holds until the cell is touched. */
  readonly exact: EarThreshold | null;
  /** What a file said of its level; `known` for what was typed. */
  readonly levels: LevelKnowledge;
}

/** An audiogram on its way in: cells by ear and frequency in Hz. */
export type Draft = Readonly<Record<Ear, Readonly<Record<number, DraftCell>>>>;

export const EMPTY_DRAFT: Draft = { right: {}, left: {} };

/** True where nothing was entered. */
export const isEmpty = (draft: Draft): boolean =>
  EARS.every((ear) => Object.keys(draft[ear]).length === 0);

/** Writes a cell, or takes it away where it holds nothing. */
export const setCell = (
  draft: Draft,
  ear: Ear,
  hz: number,
  change: Partial<Pick<DraftCell, 'text' | 'isNoResponse'>>,
): Draft => {
  const before = draft[ear][hz] ?? { text: '', isNoResponse: false };
  const cell = { ...before, ...change, exact: null, levels: 'known' as const };
  const others = Object.entries(draft[ear]).filter(([each]) => Number(each) !== hz);
  const isLeft = cell.text.trim() !== '' || cell.isNoResponse;
  return { ...draft, [ear]: Object.fromEntries(isLeft ? [...others, [hz, cell]] : others) };
};

/** Takes a point away. */
export const clearCell = (draft: Draft, ear: Ear, hz: number): Draft =>
  setCell(draft, ear, hz, { text: '', isNoResponse: false });

/** The level of a cell in dB HL; null where it is none. */
export const levelIn = (draft: Draft, ear: Ear, hz: number): number | null =>
  numberOf(draft[ear][hz]?.text ?? '');

/** An audiogram as a draft that can be changed. */
export const draftOf = (ears: EarThresholds, levels: LevelKnowledge): Draft => {
  const cellOf = (exact: EarThreshold): DraftCell => ({
    text: String(Number(toReading(exact.theta50DbHl).toFixed(1))),
    isNoResponse: exact.flag === 'no-response',
    exact,
    levels,
  });
  return bothEars((ear) =>
    Object.fromEntries(ears[ear].map((exact) => [exact.frequencyHz, cellOf(exact)])),
  );
};

/** Every frequency there is a cell for, in Hz, ascending. */
export const frequenciesOf = (draft: Draft): readonly number[] => {
  const given = EARS.flatMap((ear) => Object.keys(draft[ear]).map(Number));
  return [...new Set([...GRID_HZ, ...given])].toSorted((a, b) => a - b);
};

const rowsOf = (draft: Draft): readonly RawRow[] =>
  EARS.flatMap((ear) =>
    Object.entries(draft[ear]).map(([hz, { text, isNoResponse, exact, levels }]) => ({
      place: { type: 'cell', ear, frequencyHz: Number(hz) } as const,
      texts: {
        ...{ ear, frequency: hz, level: text, noResponse: isNoResponse ? 'yes' : 'no', levels },
        ...(exact && {
          theta50: String(exact.theta50DbHl),
          sd: exact.sdDb === null ? '' : String(exact.sdDb),
          presentations: String(exact.presentations),
          flag: exact.flag,
        }),
      },
    })),
  );

/** The audiogram in a draft, or what stands in its way. */
export const checkDraft = (draft: Draft): ImportResult => assemble(rowsOf(draft));

/** What of a draft can be drawn already. */
export const drawableIn = (draft: Draft): EarThresholds => {
  const unsaid: ExchangeMessage[] = [];
  const rows = rowsOf(draft)
    .map((row) => readRow(row, unsaid))
    .filter((row) => row !== null);
  return bothEars((ear) =>
    rows
      .filter((row) => row.ear === ear)
      .map(({ threshold }) => threshold)
      .toSorted((a, b) => a.frequencyHz - b.frequencyHz),
  );
};
