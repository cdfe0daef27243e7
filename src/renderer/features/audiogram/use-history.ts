import { useCallback, useEffect, useState } from 'react';
import type { HearingProfile } from '../../../contract/hearing-profile';
import type { HearingTest } from '../../../hearing/hearing-test';
import { companion } from '../../bridge/companion';

interface Pages {
  readonly tests: readonly HearingTest[];
  readonly hasMore: boolean;
  readonly failed: boolean;
}

/** Stored tests, newest first, read a page at a time; read anew when the profile changes. */
export const useHistory = (profile: HearingProfile | null) => {
  const [pages, setPages] = useState<Pages>({
    tests: profile === null ? [] : [profile.test],
    hasMore: false,
    failed: false,
  });
  const newest = `${profile?.test.id} ${profile?.count}`;

  useEffect(() => {
    let isOver = false;
    void companion.tests.history({ before: null }).then((answer) => {
      if (isOver) return;
      setPages((pages) =>
        answer.ok ? { ...answer.value, failed: false } : { ...pages, failed: true },
      );
    });
    return () => {
      isOver = true;
    };
  }, [newest]);

  const last = pages.tests.at(-1);
  const readMore = useCallback(async (): Promise<void> => {
    const answer = await companion.tests.history({ before: last?.takenAt ?? null });
    setPages((pages) => {
      if (!answer.ok) return { ...pages, failed: true };
      const { tests, hasMore } = answer.value;
      const known = new Set(pages.tests.map(({ id }) => id));
      const added = tests.filter(({ id }) => !known.has(id));
      return { tests: [...pages.tests, ...added], hasMore, failed: false };
    });
  }, [last]);
  return { ...pages, readMore };
};
