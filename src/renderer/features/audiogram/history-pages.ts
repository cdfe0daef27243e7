import type { Result } from '../../../contract/errors';
import type { HearingTest } from '../../../hearing/hearing-test';

/** Stored tests as far as they were read, newest first. */
export interface HistoryPages {
  readonly tests: readonly HearingTest[];
  readonly hasMore: boolean;
  /** The last attempt to read on failed. */
  readonly failed: boolean;
}

type Page = Result<Pick<HistoryPages, 'tests' | 'hasMore'>>;

/** What is shown after the first page was read anew; what was read before stays where that failed. */
export const fromStart = (pages: HistoryPages, page: Page): HistoryPages =>
  page.ok ? { ...page.value, failed: false } : { ...pages, failed: true };

/**
 * What is shown after the page older than `last` was read. An answer to a question asked before the list changed
 * counts for nothing: put behind another last test it would leave a gap, or come twice.
 */
export const withOlder = (
  pages: HistoryPages,
  last: HearingTest | undefined,
  page: Page,
): HistoryPages => {
  if (pages.tests.at(-1) !== last) return pages;
  if (!page.ok) return { ...pages, failed: true };
  const { tests, hasMore } = page.value;
  return { tests: [...pages.tests, ...tests], hasMore, failed: false };
};
