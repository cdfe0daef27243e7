import type { HearingTest, LevelKnowledge } from '../hearing-test';
import type { RawRow } from './read-row';

/** What a file says of a test's levels: an estimate and a test with unknown headphones have only a shape. */
export const levelsOf = (test: HearingTest): LevelKnowledge => {
  switch (test.source) {
    case 'age':
      return 'relative';
    case 'import':
      return test.levels;
    case 'ptt':
      return test.tier === 'C' ? 'relative' : 'known';
    default:
      return test satisfies never;
  }
};

/** True for a row that says so of its level. */
export const isRelative = ({ texts }: Pick<RawRow, 'texts'>): boolean =>
  texts.levels?.trim().toLowerCase() === 'relative';
