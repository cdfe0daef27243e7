import { useEffect, useState } from 'react';
import type { HearingProfile } from '../../../contract/hearing-profile';
import { orderOf } from '../../../hearing/hearing-test';
import { companion } from '../../bridge/companion';
import { fromStart, withOlder, type HistoryPages } from './history-pages';

/** Stored tests, newest first, read a page at a time; read anew when the profile changes. */
export const useHistory = (profile: HearingProfile | null) => {
  const [pages, setPages] = useState<HistoryPages>({
    tests: profile === null ? [] : [profile.test],
    hasMore: false,
    failed: false,
  });
  const newest = `${profile?.test.id} ${profile?.count}`;

  useEffect(() => {
    let isOver = false;
    void companion.tests.history({ before: null }).then((page) => {
      if (!isOver) setPages((known) => fromStart(known, page));
    });
    return () => {
      isOver = true;
    };
  }, [newest]);

  const last = pages.tests.at(-1);
  const readMore = async (): Promise<void> => {
    const page = await companion.tests.history({ before: last ? orderOf(last) : null });
    setPages((known) => withOlder(known, last, page));
  };
  return { ...pages, readMore };
};
