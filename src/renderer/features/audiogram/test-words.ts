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

/** What the chart shows, in one sentence a screen reader can say. */
export const describe = (messages: Messages, { ears }: HearingTest): string => {
  const all = [...ears.right, ...ears.left].map(({ frequencyHz }) => frequencyHz);
  const levels = (ear: readonly EarThreshold[]): number[] =>
    ear.map(({ theta50DbHl }) => toReading(theta50DbHl));
  const text = (value: number): string => value.toFixed(0);
  return messages('audiogram.description', {
    from: text(Math.min(...all)),
    to: text(Math.max(...all)),
    rightBest: text(Math.min(...levels(ears.right))),
    rightWorst: text(Math.max(...levels(ears.right))),
    leftBest: text(Math.min(...levels(ears.left))),
    leftWorst: text(Math.max(...levels(ears.left))),
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
