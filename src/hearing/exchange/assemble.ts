import { bothEars, EARS, type Ear, type EarThreshold } from '../hearing-test';
import {
  ACCEPTED,
  REQUIRED_FREQUENCIES_HZ,
  tell,
  type ExchangeMessage,
  type ImportResult,
} from './exchange-result';
import { readRow, type RawRow, type ReadRow } from './read-row';

/** Makes an audiogram of rows, or says what stands in the way. Never throws. */
export const assemble = (rows: readonly RawRow[]): ImportResult => {
  const messages: ExchangeMessage[] = [];
  const read = rows.map((row) => readRow(row, messages)).filter((row) => row !== null);
  const ears = bothEars((ear) => earOfRows(ear, read, messages));
  // What is missing is only worth saying where the rest could be read.
  if (!messages.some(({ severity }) => severity === 'error')) {
    for (const ear of EARS) checkComplete(ear, ears[ear], messages);
  }
  const isWhole = !messages.some(({ severity }) => severity === 'error');
  const isRelative = rows.some(({ texts }) => texts.levels?.trim().toLowerCase() === 'relative');
  return { ears: isWhole ? ears : null, levels: isRelative ? 'relative' : 'known', messages };
};

/** One ear, ascending. A value measured with masking stands for the one without; other repeats must agree. */
const earOfRows = (
  ear: Ear,
  rows: readonly ReadRow[],
  messages: ExchangeMessage[],
): readonly EarThreshold[] => {
  const byFrequency = new Map<number, ReadRow>();
  for (const row of rows.filter((each) => each.ear === ear)) {
    const { frequencyHz } = row.threshold;
    const other = byFrequency.get(frequencyHz);
    if (other === undefined || (row.isMasked && !other.isMasked)) byFrequency.set(frequencyHz, row);
    else if (row.isMasked === other.isMasked) {
      const facts = { ear, frequenciesHz: [frequencyHz] };
      const code = isSame(row.threshold, other.threshold) ? 'repeated-same' : 'repeated';
      messages.push(tell(code, row.place, facts));
    }
  }
  return [...byFrequency.values()]
    .map(({ threshold }) => threshold)
    .toSorted((a, b) => a.frequencyHz - b.frequencyHz);
};

const isSame = (one: EarThreshold, other: EarThreshold): boolean =>
  one.theta50DbHl === other.theta50DbHl && one.flag === other.flag;

const checkComplete = (
  ear: Ear,
  thresholds: readonly EarThreshold[],
  messages: ExchangeMessage[],
): void => {
  const missing = REQUIRED_FREQUENCIES_HZ.filter(
    (hz) => !thresholds.some(({ frequencyHz }) => frequencyHz === hz),
  );
  const place = { type: 'file' } as const;
  if (missing.length > 0) messages.push(tell('missing', place, { ear, frequenciesHz: missing }));
  if (thresholds.length > ACCEPTED.pointsPerEar) {
    messages.push(tell('too-many-points', place, { ear }));
  }
};
