import { toReading, type EarThreshold, type HearingTest } from '../../../hearing/hearing-test';
import { isAbsolute, SENSITIVITY_RANGES_DB, summarise } from '../../../hearing/summary';
import type { Messages } from '../../../messages/catalogue';

/** What kind of test it is, in words. */
export const nameOf = (messages: Messages, test: HearingTest): string => {
  switch (test.source) {
    case 'age':
      return messages('audiogram.sourceAge');
    case 'import':
      return messages('audiogram.sourceImport');
    case 'ptt':
      return messages(
        test.engine === 'bayesian' ? 'audiogram.engineBayesian' : 'audiogram.engineClassic',
      );
    default:
      return test satisfies never;
  }
};

/** True where a chart may say dB HL: an estimate is in the norm's own terms. */
export const hasLevels = (test: HearingTest): boolean => test.source === 'age' || isAbsolute(test);

/** A threshold as a table says it: the reading, how certain it is, and whether the truth lies beyond it. */
export const cellOf = (messages: Messages, { theta50DbHl, sdDb, flag }: EarThreshold): string => {
  const level = toReading(theta50DbHl).toFixed(0).replace(/^-0$/, '0').replace('-', '\u2212');
  if (flag === 'no-response') return messages('audiogram.notHeard', { level });
  if (flag === 'floor') return messages('audiogram.heardAtLowest', { level });
  return sdDb === null ? level : `${level}\u00A0±\u00A0${sdDb.toFixed(0)}`;
};

/** Which way the truth lies from the level said. */
const beyond = ({ flag }: EarThreshold): number =>
  flag === 'no-response' ? 1 : flag === 'floor' ? -1 : 0;

/** What the chart shows, in one sentence a screen reader can say. */
export const describe = (messages: Messages, { ears }: HearingTest): string => {
  const all = [...ears.right, ...ears.left].map(({ frequencyHz }) => frequencyHz);
  const byLevel = (ear: readonly EarThreshold[]): readonly EarThreshold[] =>
    ear.toSorted((a, b) => a.theta50DbHl - b.theta50DbHl || beyond(a) - beyond(b));
  const text = (value: number): string => value.toFixed(0);
  const level = (at: EarThreshold | undefined): string =>
    at === undefined ? '–' : cellOf(messages, { ...at, sdDb: null });
  const [right, left] = [byLevel(ears.right), byLevel(ears.left)];
  return messages('audiogram.description', {
    from: text(Math.min(...all)),
    to: text(Math.max(...all)),
    rightBest: level(right[0]),
    rightWorst: level(right.at(-1)),
    leftBest: level(left[0]),
    leftWorst: level(left.at(-1)),
  });
};

const rangeText = (messages: Messages, db: number): string => {
  const from = SENSITIVITY_RANGES_DB.findLast((lower) => db >= lower);
  const to = SENSITIVITY_RANGES_DB.find((lower) => db < lower);
  if (from === undefined) return messages('audiogram.rangeBelow', { to: String(to) });
  if (to === undefined) return messages('audiogram.rangeFrom', { from: String(from) });
  return messages('audiogram.rangeBetween', { from: String(from), to: String(to) });
};

/** Averages of both ears and the range the better one lies in; none where the levels are not known. */
export const averagesText = (messages: Messages, test: HearingTest): string | null => {
  const { grade, pta4DbHl } = summarise(test);
  const { right, left } = pta4DbHl;
  if (grade === null || right === null || left === null) return null;
  const averages = messages('audiogram.averages', {
    right: right.toFixed(0),
    left: left.toFixed(0),
  });
  const range = rangeText(messages, Math.min(right, left));
  return `${averages} ${messages('audiogram.range', { range })}`;
};
