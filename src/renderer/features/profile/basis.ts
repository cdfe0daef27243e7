import type { HearingTest } from '../../../hearing/hearing-test';
import type { Messages } from '../../../messages/catalogue';

/** What a profile is based on, in words: its source, its day, and how well its levels are known. */
export const basisOf = (
  messages: Messages,
  test: HearingTest,
  date: (time: number) => string,
): string => {
  switch (test.source) {
    case 'age':
      return messages('profile.basis', { year: String(test.yearOfBirth) });
    case 'import':
      return messages(
        test.levels === 'known' ? 'profile.basisImport' : 'profile.basisImportRelative',
        { date: date(test.takenAt) },
      );
    case 'ptt':
      return `${messages('profile.basisTest', { date: date(test.takenAt) })} ${messages(`profile.tier${test.tier}`)}`;
    default:
      return test satisfies never;
  }
};
